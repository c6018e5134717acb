import Schema
import Testing
import YAML

@Suite("What else is shown")
struct RelatedPlaceTests {
  /// The pieces of the text to which a report points besides its own place.
  static func related(_ compiled: Compiled, _ code: String) -> [String] {
    compiled.reading.diagnostics.filter { $0.rule.code == code }.flatMap(\.related).map { related in
      let bytes = compiled.reading.sources[Int(related.place.source)].bytes
      return String(decoding: bytes[related.place.range], as: UTF8.self)
    }
  }

  @Test("no report points a second time at its own place", arguments: MarkedCase.all)
  func elsewhere(pair: MarkedCase) {
    for diagnostic in Compiled(pair.wrong).reading.diagnostics {
      let places = diagnostic.related.map(\.place)
      #expect(!places.contains(diagnostic.place), "\(diagnostic)")
      #expect(Set(places).count == places.count, "\(diagnostic)")
    }
  }

  @Test("mail that goes round is shown where it turns back, mail that gets stuck where it does so")
  func ways() {
    func site(_ c: String) -> Compiled {
      Compiled(
        """
        hosts: { MTA1: { os: NT 4.0 SP5 } }
        post-offices:
          HQ/A: { mailboxes: 5, routes: { HQ/B: direct, others: via HQ/B } }
          HQ/B: { mailboxes: 5, routes: { HQ/C: direct, others: via HQ/C } }
          HQ/C: { mailboxes: 5, routes: { \(c) } }
          HQ/D: { mailboxes: 5, routes: {} }
        external: { E: { host: MTA1, serves: [HQ/A, HQ/B, HQ/C, HQ/D] } }
        mail: { m: { from: HQ/A, to: HQ/D, volume: 1/day } }
        """
      )
    }
    let round = site("HQ/B: direct, others: via HQ/B")
    #expect(Self.related(round, "route-loop") == ["HQ/C"], "\(round.report)")
    let stuck = site("HQ/A: direct")
    #expect(Self.related(stuck, "unreachable") == ["HQ/C"], "\(stuck.report)")
  }

  @Test("shares that do not add up are shown each")
  func shares() {
    let compiled = Compiled(
      """
      hosts: { MTA1: { os: NT 4.0 SP5 } }
      post-offices:
        HQ/A: { mailboxes: 5, routes: { others: direct } }
        HQ/B: { mailboxes: 5, routes: { others: direct } }
        HQ/C: { mailboxes: 5, routes: { others: direct } }
      external: { E: { host: MTA1, serves: [HQ/A, HQ/B, HQ/C] } }
      mail: { m: { from: HQ/A, to: { HQ/A: 70%, HQ/B: 20%, HQ/C: 5% }, volume: 1/day } }
      """
    )
    #expect(Self.related(compiled, "shares") == ["70%", "20%"], "\(compiled.report)")
    #expect(compiled.reading.diagnostics.first?.label == "5% missing")
  }
}
