public import Kernel
public import Record

/// Two runs side by side: what came out otherwise.
public struct RunComparison: Sendable {
  /// A run, however it was come by.
  public struct Side: Sendable {
    /// What it is called, such as its file.
    public let name: String
    /// What it left.
    public let record: RunRecord
    /// What became of the expectations.
    public let verdicts: [(text: String, outcome: Verdict.Outcome)]

    /// A run.
    public init(
      name: String,
      record: RunRecord,
      verdicts: [(text: String, outcome: Verdict.Outcome)]
    ) {
      self.name = name
      self.record = record
      self.verdicts = verdicts
    }
  }

  /// Something that differs.
  public struct Difference<Value: Sendable>: Sendable {
    /// What.
    public let name: String
    /// In the first run; nil where it has none.
    public let first: Value?
    /// In the second run.
    public let second: Value?
  }

  /// Expectations with another outcome.
  public let verdicts: [Difference<Verdict.Outcome>]
  /// Numbers that differ, in the order of the runs.
  public let measures: [Difference<Double>]
  /// Whether all events were the same.
  public let hasSameEvents: Bool
  /// When what was kept of both first differs; nil where none of it does.
  public let firstSeen: Instant?

  /// Whether nothing differs.
  public var isEqual: Bool { hasSameEvents && verdicts.isEmpty && measures.isEmpty }

  /// Compares two runs.
  public init(_ first: Side, _ second: Side) {
    verdicts = Self.differences(
      first.verdicts.map { ($0.text, $0.outcome) },
      second.verdicts.map { ($0.text, $0.outcome) }
    )
    measures = Self.differences(
      RunDigest.measures(of: first.record).map { ($0.name, $0.value) },
      RunDigest.measures(of: second.record).map { ($0.name, $0.value) }
    )
    hasSameEvents =
      first.record.fingerprint == second.record.fingerprint
      && first.record.eventCount == second.record.eventCount
    firstSeen = Self.firstSeen(first.record, second.record)
  }

  private static func differences<Value: Equatable & Sendable>(
    _ first: [(String, Value)],
    _ second: [(String, Value)]
  ) -> [Difference<Value>] {
    var names = NamesInOrder()
    names.add(first.map(\.0))
    names.add(second.map(\.0))
    let one = Dictionary(first, uniquingKeysWith: { value, _ in value })
    let other = Dictionary(second, uniquingKeysWith: { value, _ in value })
    return names.names.compactMap { name in
      one[name] == other[name]
        ? nil : Difference(name: name, first: one[name], second: other[name])
    }
  }

  /// The first difference in the counters that both kept, or in their event logs.
  private static func firstSeen(_ first: RunRecord, _ second: RunRecord) -> Instant? {
    var times: [Instant] = []
    if first.series.kept == second.series.kept, first.series.first == second.series.first {
      let others = Dictionary(
        second.series.counters.map { ("\($0.path)", $0.bins) },
        uniquingKeysWith: { bins, _ in bins }
      )
      for counter in first.series.counters {
        guard let bins = others["\(counter.path)"],
          let bin = zip(counter.bins, bins).enumerated().first(where: { $1.0 != $1.1 })?.offset
        else { continue }
        times.append(first.series.start(of: bin))
      }
    }
    for (one, other) in zip(first.log.entries, second.log.entries) where one != other {
      times.append(min(one.time, other.time))
      break
    }
    return times.min()
  }
}
