/// How many of a class of mutations came to what; shown where all are tried.
struct MutationTally {
  private var told = 0
  private var changed = 0
  private var same = 0
  private let before: MutationOutcome

  init(_ before: MutationOutcome) { self.before = before }

  mutating func add(_ outcome: MutationOutcome) {
    if outcome.wasTold {
      told += 1
    } else if outcome == before {
      same += 1
    } else {
      changed += 1
    }
  }

  func show(_ title: String, _ original: ShippedTopology) {
    guard MutationScope.isAll else { return }
    print(
      "TALLY \(title), \(original.name): \(told) told, \(changed) another plan, \(same) the same"
    )
  }
}
