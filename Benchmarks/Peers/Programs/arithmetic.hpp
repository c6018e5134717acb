// The C library's functions over the tables of arguments that ours has.
#pragma once

#include <cmath>

#include "protocol.hpp"

template <double (*function)(double, double)>
class Table {
  std::vector<double> arguments;
  std::size_t count;
  u64 answer = 0;

 public:
  Table(std::size_t count, std::size_t) : arguments(2 * count), count(count) {
    std::vector<u64> numbers = read_numbers(2 * count);
    std::memcpy(arguments.data(), numbers.data(), 16 * count);
  }
  u64 run(u64 operations) {
    const double *first = arguments.data(), *second = first + count;
    u64 sum = 0;
    for (u64 turn = 0; turn < operations; turn++) {
      std::size_t place = turn & (count - 1);
      double value = function(first[place], second[place]);
      u64 bits;
      std::memcpy(&bits, &value, sizeof bits);
      sum += bits;
    }
    return answer += sum;
  }
};

inline double library_log(double x, double) { return std::log(x); }
inline double library_exp(double x, double) { return std::exp(x); }
inline double library_pow(double x, double y) { return std::pow(x, y); }
