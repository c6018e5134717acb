import Kernel

/// The queue as anybody would write it: an array kept in order of time and arrival.
struct SortedTwin {
  struct Entry: Equatable {
    let ticks: UInt64
    let number: UInt64
    let payload: UInt64
  }

  private(set) var entries: [Entry] = []
  private var arrivals: UInt64 = 0

  var count: Int { entries.count }

  /// Puts an entry in and returns the number that cancels it.
  mutating func schedule(_ payload: UInt64, at ticks: UInt64) -> UInt64 {
    arrivals += 1
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].ticks <= ticks { low = middle + 1 } else { high = middle }
    }
    entries.insert(Entry(ticks: ticks, number: arrivals, payload: payload), at: low)
    return arrivals
  }

  mutating func cancel(_ number: UInt64) -> Bool {
    guard let place = entries.firstIndex(where: { $0.number == number }) else { return false }
    entries.remove(at: place)
    return true
  }

  mutating func next(until limit: UInt64) -> Entry? {
    guard let first = entries.first, first.ticks <= limit else { return nil }
    return entries.removeFirst()
  }
}
