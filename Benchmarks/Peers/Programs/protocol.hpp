// How a peer talks: a request line with binary numbers behind it sets it up and is answered by "ready";
// each "run N" after it is answered by real nanoseconds, processor nanoseconds and the answer.
#pragma once

#include <cinttypes>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <vector>

using u64 = std::uint64_t;
using u32 = std::uint32_t;

inline u64 nanoseconds(clockid_t clock) {
  timespec time;
  clock_gettime(clock, &time);
  return u64(time.tv_sec) * 1000000000u + u64(time.tv_nsec);
}

inline std::vector<u64> read_numbers(std::size_t count) {
  std::vector<u64> numbers(count);
  if (std::fread(numbers.data(), sizeof(u64), count, stdin) != count) std::exit(1);
  return numbers;
}

// Serves a work that has `u64 run(u64 operations)`, until the input ends.
template <class Work>
int serve(Work &work) {
  std::puts("ready");
  std::fflush(stdout);
  u64 operations;
  while (std::scanf(" run %" SCNu64, &operations) == 1) {
    u64 processor = nanoseconds(CLOCK_PROCESS_CPUTIME_ID);
    u64 real = nanoseconds(CLOCK_MONOTONIC);
    u64 answer = work.run(operations);
    real = nanoseconds(CLOCK_MONOTONIC) - real;
    processor = nanoseconds(CLOCK_PROCESS_CPUTIME_ID) - processor;
    std::printf("%" PRIu64 " %" PRIu64 " %" PRIu64 "\n", real, processor, answer);
    std::fflush(stdout);
  }
  return 0;
}
