// M/M/1 and nothing else, as tight as we can write it: one server, customers who wait in line. Both
// give the mean wait of those whose service has begun, as bits; both means come in ticks.
#pragma once

#include "random.hpp"

enum Kind : u64 { arrival = 0, departure = 1 };

inline u64 mean_bits(u64 area, u64 started) {
  double mean = double(area) / double(started);
  u64 bits;
  std::memcpy(&bits, &mean, sizeof bits);
  return bits;
}

// A binary heap of 16-byte events, first in first out among equals.
class HeapList {
  struct Event {
    u64 time, word;  // the word is a sequence over the kind
    bool before(const Event &other) const {
      return time != other.time ? time < other.time : word < other.word;
    }
  };
  Event events[8];
  int count = 0;
  u64 sequence = 0;

 public:
  void push(u64 time, Kind kind) {
    Event event{time, sequence++ << 1 | kind};
    int place = count++;
    while (place > 0 && event.before(events[(place - 1) / 2])) {
      events[place] = events[(place - 1) / 2];
      place = (place - 1) / 2;
    }
    events[place] = event;
  }
  Kind pop(u64 &time) {
    time = events[0].time;
    Kind kind = Kind(events[0].word & 1);
    Event last = events[--count];
    int place = 0;
    while (2 * place + 1 < count) {
      int child = 2 * place + 1;
      if (child + 1 < count && events[child + 1].before(events[child])) child++;
      if (!events[child].before(last)) break;
      events[place] = events[child];
      place = child;
    }
    events[place] = last;
    return kind;
  }
};

template <class Draws>
class SingleServer {
  HeapList list;
  Draws arrivals, services;
  double gap, service;
  u64 last = 0, waiting = 0, area = 0, started = 0;
  bool busy = false;

 public:
  SingleServer(std::size_t mean_gap, std::size_t mean_service)
      : arrivals(RandomStream(1, 2, 3, 4)), services(RandomStream(5, 6, 7, 8)),
        gap(double(mean_gap)), service(double(mean_service)) {
    list.push(0, arrival);
  }
  u64 run(u64 operations) {
    for (u64 done = 0; done < operations; done++) {
      u64 now;
      Kind kind = list.pop(now);
      area += waiting * (now - last);
      last = now;
      if (kind == arrival) {
        list.push(now + u64(std::int64_t(gap * arrivals.next() + 0.5)), arrival);
        if (busy) {
          waiting++;
          continue;
        }
        busy = true;
      } else if (waiting > 0) {
        waiting--;
      } else {
        busy = false;
        continue;
      }
      started++;
      list.push(now + u64(std::int64_t(service * services.next() + 0.5)), departure);
    }
    return mean_bits(area, started);
  }
};

// No event list at all but a variable for each kind of event: what no event list can be faster than.
class WithoutList {
  ExponentialStream arrivals, services;
  double gap, service;
  static constexpr u64 never = ~u64(0);
  u64 next_arrival = 0, next_departure = never;
  bool departure_is_older = false;  // which of two events of one time was scheduled first
  u64 last = 0, waiting = 0, area = 0, started = 0;

 public:
  WithoutList(std::size_t mean_gap, std::size_t mean_service)
      : arrivals(RandomStream(1, 2, 3, 4)), services(RandomStream(5, 6, 7, 8)),
        gap(double(mean_gap)), service(double(mean_service)) {}
  u64 run(u64 operations) {
    for (u64 done = 0; done < operations; done++) {
      if (next_arrival < next_departure || (next_arrival == next_departure && !departure_is_older)) {
        u64 now = next_arrival;
        area += waiting * (now - last);
        last = now;
        next_arrival = now + u64(std::int64_t(gap * arrivals.next() + 0.5));
        departure_is_older = true;
        if (next_departure != never) {
          waiting++;
        } else {
          started++;
          next_departure = now + u64(std::int64_t(service * services.next() + 0.5));
          departure_is_older = false;
        }
      } else {
        u64 now = next_departure;
        area += waiting * (now - last);
        last = now;
        departure_is_older = false;
        if (waiting > 0) {
          waiting--;
          started++;
          next_departure = now + u64(std::int64_t(service * services.next() + 0.5));
        } else {
          next_departure = never;
        }
      }
    }
    return mean_bits(area, started);
  }
};
