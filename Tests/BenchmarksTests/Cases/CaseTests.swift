import Command
import Testing

@testable import benchmarks

@Suite("Cases")
struct CaseTests {
  @Test("No two cases have one name, and no name has a blank")
  func names() {
    let names = allCases.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { !$0.contains(" ") && !$0.isEmpty })
    for one in allCases {
      let rivals = one.rivals.map(\.name)
      #expect(Set(rivals).count == rivals.count)
      #expect(rivals.allSatisfy { !$0.contains(" ") })
    }
  }

  @Test("A limit speaks of a case before it, or of a rival of its own")
  func limits() {
    var earlier: Set<String> = []
    for one in allCases {
      for limit in one.limits {
        switch limit {
        case .times(_, let other): #expect(earlier.contains(other), "\(one.name)")
        case .fasterThan(let rival, _):
          #expect(one.rivals.contains { $0.name == rival }, "\(one.name)")
        case .nanoseconds, .counter: break
        }
      }
      earlier.insert(one.name)
    }
  }

  @Test(
    "Each case that is not large runs, and again from its start comes to the same answer",
    arguments: allCases.filter { one in
      !["1e5", "1e6", "1e7", "burst", "articles"].contains { one.name.contains($0) }
    }.map(\.name)
  )
  func runs(_ name: String) throws {
    let one = try #require(allCases.first { $0.name == name })
    let operations = 200 * one.batch
    let answer = one.prepare().run(operations)
    #expect(answer != 0)
    #expect(one.prepare().run(operations) == answer)
    // A rival is asked for the same number of operations at once; after that each goes its own way.
    guard one.rivals.contains(where: \.givesOurAnswer) else { return }
    let again = one.prepare()
    _ = again.run(operations / 2 / one.batch * one.batch)
    #expect(again.run(operations / 2 / one.batch * one.batch) == answer)
  }

  @Test("Each kind of increment has a mean of a second", arguments: Increments.allCases)
  func means(_ kind: Increments) {
    let table = kind.table()
    #expect(table.count == 65_536)
    let mean = table.reduce(0) { $0 + Double($1) } / 65_536 / 1e7
    // Five standard errors of the widest kind.
    #expect((0.94...1.06).contains(mean), "\(kind): \(mean)")
    #expect(kind.population(100).count == 100)
  }

  @Test("Exponential numbers made of comparisons have the right quantiles")
  func exponential() {
    var draws = Draws(seed: 1)
    let sorted = (0..<40_000).map { _ in draws.exponential() }.sorted()
    #expect((sorted[20_000] - 0.6931).magnitude < 0.025)
    #expect((sorted[36_000] - 2.3026).magnitude < 0.08)
    #expect(sorted[0] >= 0)
  }

  @Test("The generator is SplitMix64")
  func generator() {
    var draws = Draws(seed: 1_234_567)
    #expect(draws.bits() == 6_457_827_717_110_365_317)
    #expect(draws.bits() == 3_203_168_211_198_807_973)
  }
}
