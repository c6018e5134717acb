/// What one repetition took.
struct Sample: Hashable, Sendable {
  var operations: Int
  var realNanoseconds: Double
  var processorNanoseconds: Double
  /// How often heap memory was asked for; `nil` where that is not counted.
  var allocations: Int?

  /// Of the processor's time, which other programs on the same processor do not lengthen.
  var nanosecondsPerOperation: Double { processorNanoseconds / Double(operations) }
}

/// All repetitions of a case, or of a rival in it.
struct Measurement: Sendable {
  /// The case, and for a rival a slash and its name.
  let name: String
  /// The rival's name, or `nil` for ours.
  let rival: String?
  let samples: [Sample]
  /// What the structures hold, in bytes; 0 where there are none or nobody knows.
  var bytes = 0
  var counters: [Counter] = []

  /// Of the repetitions' nanoseconds an operation.
  var summary: Summary { Summary(samples.map(\.nanosecondsPerOperation)) }

  /// Allocations an operation over all repetitions; `nil` where they were not counted.
  var allocationsPerOperation: Double? {
    let counts = samples.compactMap(\.allocations)
    guard counts.count == samples.count, !samples.isEmpty else { return nil }
    return Double(counts.reduce(0, +)) / Double(samples.reduce(0) { $0 + $1.operations })
  }
}
