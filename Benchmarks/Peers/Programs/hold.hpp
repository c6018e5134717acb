// The hold model: pop the earliest event, schedule it again an increment of the table later.
#pragma once

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

// The best heap we know: four children, 16-byte keys, all children of a node in one cache line.
class FourHeap {
  struct Key {
    u64 time;
    u32 sequence, payload;  // the sequence would wrap after four thousand million events
    bool before(const Key &other) const {
      return time != other.time ? time < other.time : sequence < other.sequence;
    }
  };
  std::unique_ptr<void, void (*)(void *)> memory{nullptr, std::free};
  Key *keys = nullptr;  // keys[0] lies 48 bytes into a line, so keys[4 i + 1] begins one
  std::size_t count = 0;
  u32 sequence = 0;

 public:
  void reserve(std::size_t capacity) {
    std::size_t bytes = ((capacity + 8) * sizeof(Key) + 63) / 64 * 64;
    memory.reset(std::aligned_alloc(64, bytes));
    keys = static_cast<Key *>(memory.get()) + 3;
  }
  void push(u64 time, u64 payload) {
    Key key{time, sequence++, u32(payload)};
    std::size_t place = count++;
    while (place > 0) {
      std::size_t parent = (place - 1) / 4;
      if (!key.before(keys[parent])) break;
      keys[place] = keys[parent];
      place = parent;
    }
    keys[place] = key;
  }
  void pop(u64 &time, u64 &payload) {
    time = keys[0].time;
    payload = keys[0].payload;
    Key last = keys[--count];
    std::size_t place = 0;
    for (;;) {
      std::size_t first = 4 * place + 1;
      if (first >= count) break;
      std::size_t end = first + 4 < count ? first + 4 : count;
      std::size_t least = first;
      for (std::size_t child = first + 1; child < end; child++)
        if (keys[child].before(keys[least])) least = child;
      if (!keys[least].before(last)) break;
      keys[place] = keys[least];
      place = least;
    }
    keys[place] = last;
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
