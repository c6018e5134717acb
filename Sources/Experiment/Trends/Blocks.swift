import Kernel

/// The values of a counter in stretches of equal length, each told by its median.
///
/// Where hours are to be known, stretches are parts of a day, so that those at the same hour, on a
/// working day or at a week-end, can be compared with each other alone; else parts of the time.
struct Blocks: Hashable, Sendable {
  /// The mean time of each one's values, in days since the start of the run.
  private(set) var days: [Double] = []
  /// The median of each one's values.
  private(set) var values: [Double] = []
  /// Which of them stand at the same hour of the same kind of day.
  private(set) var kinds: [Int] = []
  /// The place of each in the row of all, counted where there are no values too.
  private(set) var places: [Int] = []
  /// How far the values of a day, or of a part of the time, lie apart from their 5th to their 95th
  /// hundredth; the median of all days.
  private(set) var range = 0.0
  /// Whether the hours of the day are told apart.
  let knowsHours: Bool

  /// The stretches of a counter, in a run that starts on this day of the week.
  init(_ samples: Samples, startingOn weekday: Weekday, knowingHours knowsHours: Bool) {
    let length = samples.length
    self.knowsHours = knowsHours
    guard let first = samples.days.first else { return }
    // Fewer values a day than hours make the stretches as long as the time between them.
    let most = max(1, (1 / max(samples.step, 1e-9)).rounded(.down))
    let perDay = min(most, length < 4 ? 12 : length < 10 ? 4 : length < 28 ? 2 : 1)
    let size = knowsHours ? 1 / perDay : max(length / 24, samples.step)
    let origin = knowsHours ? 0 : first - samples.step / 2
    var start = 0
    while start < samples.days.count {
      let place = Self.place(samples.days[start], origin, size)
      var end = start + 1
      while end < samples.days.count, Self.place(samples.days[end], origin, size) == place {
        end += 1
      }
      let mean = samples.days[start..<end].reduce(0, +) / Double(end - start)
      days.append(mean)
      values.append(Array(samples.values[start..<end]).median)
      places.append(place)
      kinds.append(knowsHours ? Self.kind(mean, place, Int(perDay), weekday) : 0)
      start = end
    }
    range = Self.range(samples, part: knowsHours ? 1 : length / 6, origin)
  }

  /// How fast values changed from each stretch to the next one at the same hour of the same kind of day.
  var changesPerDay: [Double] {
    var changes: [Double] = []
    var latest = Array(repeating: -1, count: (kinds.max() ?? 0) + 1)
    for index in values.indices {
      let earlier = latest[kinds[index]]
      if earlier >= 0 {
        changes.append((values[index] - values[earlier]) / (days[index] - days[earlier]))
      }
      latest[kinds[index]] = index
    }
    return changes
  }

  /// Whether at least three in four have another one to be compared with.
  var areComparable: Bool {
    var counts = Array(repeating: 0, count: (kinds.max() ?? 0) + 1)
    for kind in kinds { counts[kind] += 1 }
    return counts.count { $0 == 1 } * 4 <= kinds.count
  }

  private static func place(_ day: Double, _ origin: Double, _ size: Double) -> Int {
    Int(((day - origin) / size + 1e-9).rounded(.down))
  }

  private static func kind(_ day: Double, _ place: Int, _ perDay: Int, _ start: Weekday) -> Int {
    let weekday = (Int(day) + start.rawValue) % 7
    return place % perDay * 2 + (weekday >= Weekday.saturday.rawValue ? 1 : 0)
  }

  private static func range(_ samples: Samples, part: Double, _ origin: Double) -> Double {
    var ranges: [Double] = []
    var start = 0
    while start < samples.days.count {
      let place = place(samples.days[start], origin, part)
      var end = start
      while end < samples.days.count, Self.place(samples.days[end], origin, part) == place {
        end += 1
      }
      let sorted = samples.values[start..<end].sorted()
      ranges.append(sorted.quantile(0.95) - sorted.quantile(0.05))
      start = end
    }
    return ranges.isEmpty ? 0 : ranges.median
  }
}
