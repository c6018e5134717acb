import Plan

/// What is wrong with the programs of a random site.
extension RandomTopology {
  /// Defects that keep messages where they are, each with what it waits for.
  private static let keepers = [
    ("event: mta.transfer", "strand: mta.queue, until: time-out"),
    ("event: mta.accept", "strand: mta.queue, until: restart"),
    ("event: store.deliver", "strand: store.delivery, until: time-out"),
    ("event: ims.convert", "strand: ims.inbound, until: restart"),
    ("event: interchange.convert", "strand: interchange.inbound, until: restart"),
    ("event: ims.convert", "poison: process, survives: disk"),
  ]

  mutating func addDefects(_ chance: inout Chance) {
    let answers = DecisionKind.allCases.flatMap { decision in
      decision.answers.dropFirst().map { ("decision: \(decision.rawValue)", "answer: \($0)") }
    }
    var causes: Set<String> = []
    for number in 0..<chance.below(4) {
      let (cause, effect) = chance.pick(chance.once(in: 2) ? answers : Self.keepers)
      // Two that answer one question differently are an error.
      guard causes.insert(cause).inserted else { continue }
      add(
        "defects",
        "Q90000\(number): { title: One, affects: [ { os: NT 4.0 } ], trigger: { \(cause),"
          + " probability: { value: \(chance.pick([5, 30, 90]))%, source: assumed } },"
          + " effect: [ { \(effect) }, { log: { source: Test, id: \(number) } } ],"
          + " shows: [], frees: [], fixed: [] }"
      )
    }
  }
}
