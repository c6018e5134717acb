// The hold model: pop the earliest event, schedule it again an increment of the table later.
#pragma once

#include <sys/mman.h>

#include <memory>
#include <queue>

#include "protocol.hpp"

// What most programs would write: the standard queue over events of 24 bytes.
class StandardQueue {
  struct Event {
    u64 time, sequence, payload;
    bool operator<(const Event &other) const {
      return time != other.time ? time > other.time : sequence > other.sequence;
    }
  };
  std::priority_queue<Event> events;
  u64 sequence = 0;

 public:
  void reserve(std::size_t count) {
    std::vector<Event> memory;
    memory.reserve(count);
    events = std::priority_queue<Event>(std::less<Event>(), std::move(memory));
  }
  void push(u64 time, u64 payload) { events.push({time, sequence++, payload}); }
  void pop(u64 &time, u64 &payload) {
    time = events.top().time;
    payload = events.top().payload;
    events.pop();
  }
};

// The best heap we know: four children, 16-byte keys compared as one number, all children of a node in
// one cache line, the least of them chosen without a branch, and the last key let in from the bottom.
class FourHeap {
  // Time, then a sequence of 32 bits (it would wrap after four thousand million events), then payload.
  using Key = unsigned __int128;
  std::unique_ptr<void, void (*)(void *)> memory{nullptr, std::free};
  Key *keys = nullptr;  // keys[0] lies 48 bytes into a line, so keys[4 i + 1] begins one
  std::size_t count = 0;
  u32 sequence = 0;

  void rise(std::size_t place, Key key) {
    while (place > 0) {
      std::size_t parent = (place - 1) / 4;
      if (key >= keys[parent]) break;
      keys[place] = keys[parent];
      place = parent;
    }
    keys[place] = key;
  }

 public:
  void reserve(std::size_t capacity) {
    std::size_t page = std::size_t(1) << 21;
    std::size_t bytes = ((capacity + 8) * sizeof(Key) + page - 1) / page * page;
    memory.reset(std::aligned_alloc(page, bytes));
#ifdef MADV_HUGEPAGE
    madvise(memory.get(), bytes, MADV_HUGEPAGE);  // as our own queue does
#endif
    keys = static_cast<Key *>(memory.get()) + 3;
  }
  void push(u64 time, u64 payload) {
    rise(count++, Key(time) << 64 | u64(sequence++) << 32 | u32(payload));
  }
  void pop(u64 &time, u64 &payload) {
    time = u64(keys[0] >> 64);
    payload = u32(keys[0]);
    Key last = keys[--count];
    std::size_t place = 0, first = 1;
    while (first + 3 < count) {
      const Key *child = keys + first;
      // The next level's sixteen keys lie in four lines; the sooner they come the better.
      for (int line = 0; line < 4; line++) __builtin_prefetch(keys + 4 * first + 1 + 4 * line);
      std::size_t left = child[1] < child[0];
      std::size_t right = 2 + (child[3] < child[2]);
      std::size_t least = child[right] < child[left] ? right : left;
      keys[place] = child[least];
      place = first + least;
      first = 4 * place + 1;
    }
    if (first < count) {
      std::size_t least = first;
      for (std::size_t other = first + 1; other < count; other++)
        if (keys[other] < keys[least]) least = other;
      keys[place] = keys[least];
      place = least;
    }
    rise(place, last);
  }
};

template <class Queue>
class Hold {
  Queue queue;
  std::vector<u64> increments;
  u64 answer = 0;
  std::size_t cursor = 0;

 public:
  Hold(std::size_t pending, std::size_t table) : increments(read_numbers(table)) {
    queue.reserve(pending + 1);
    std::vector<u64> times = read_numbers(pending);
    for (std::size_t index = 0; index < pending; index++) queue.push(times[index], index);
  }
  u64 run(u64 operations) {
    const u64 *table = increments.data();
    std::size_t mask = increments.size() - 1;
    u64 sum = answer;
    std::size_t next = cursor;
    for (u64 done = 0; done < operations; done++) {
      u64 time, payload;
      queue.pop(time, payload);
      sum += time ^ payload;
      queue.push(time + table[next & mask], payload);
      next++;
    }
    cursor = next;
    return answer = sum;
  }
};
