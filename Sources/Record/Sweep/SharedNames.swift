/// Names that many runs have, each kept once: those of a hundred thousand runs would fill the memory.
public struct SharedNames: Sendable {
  private var known: Set<String> = []

  /// No names yet.
  public init() {}

  /// The same digest with its names shared with those of others.
  public mutating func share(_ digest: RunDigest) -> RunDigest {
    RunDigest(
      place: digest.place,
      ending: digest.ending,
      endSeconds: digest.endSeconds,
      eventCount: digest.eventCount,
      fingerprint: digest.fingerprint,
      failure: digest.failure,
      measures: digest.measures.map { measure in
        RunDigest.Measure(known.insert(measure.name).memberAfterInsert, measure.value)
      }
    )
  }
}
