import Kernel
import Plan
import Record

extension SweepOrder {
  /// An order of so many points with names that tell them apart.
  static func made(points: Int, _ goal: Goal, seed: UInt64 = 1) -> SweepOrder {
    let values = (0..<points).map { "\($0)" }
    return SweepOrder(
      title: "made by hand",
      program: "1",
      identity: 1,
      words: ["site.yaml"],
      seed: seed,
      start: CivilDate(year: 1999, month: 1, day: 4)!,
      duration: .days(1),
      expectations: [],
      axes: [Study.Axis(key: "volume", values: values)],
      points: values.map { Study.Point(values: [$0]) },
      goal: goal
    )
  }
}

extension RunDigest {
  /// A run with these measures.
  static func made(
    _ point: Int,
    _ replication: Int,
    _ measures: [String: Double] = [:],
    failure: Failure? = nil,
    ending: Ending = .complete
  ) -> RunDigest {
    RunDigest(
      place: RunPlace(point: point, replication: replication),
      ending: ending,
      endSeconds: 86_400,
      eventCount: 1,
      fingerprint: UInt64(point) << 32 | UInt64(replication),
      failure: failure,
      measures: measures.sorted { $0.key < $1.key }.map { Measure($0.key, $0.value) }
    )
  }
}

/// Numbers for random tests, from a seed that a test prints.
struct Dice: RandomNumberGenerator {
  var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
