import Synchronization
import Testing

@testable import Experiment

@Suite("The search for the largest value at which something holds")
struct LimitSearchTests {
  /// Searches with a claim that is a function of the value.
  private func turns(
    _ low: Int,
    _ high: Int,
    replications: Int = 1,
    tolerance: Double = 0,
    _ holds: @escaping @Sendable (Int, Int) -> Bool?
  ) -> [LimitSearch.Turn] {
    let search = LimitSearch(
      from: low,
      to: high,
      replications: replications,
      tolerance: tolerance
    ) { .some(holds($0, $1)) }
    search.work()
    return search.turns
  }

  @Test("It finds what trying every value finds, in few questions")
  func bruteForce() {
    for seed in UInt64(1)...400 {
      var dice = Dice(seed)
      let low = Int.random(in: 1...50, using: &dice)
      let high = low + Int.random(in: 1...3_000, using: &dice)
      let limit = Int.random(in: low - 5...high + 5, using: &dice)
      let asked = Mutex(0)
      let search = LimitSearch(from: low, to: high, replications: 1, tolerance: 0) { value, _ in
        asked.withLock { $0 += 1 }
        #expect((low...high).contains(value))
        return .some(value <= limit)
      }
      search.work()
      let turn = search.turns[0]
      let all = (low...high)
      #expect(turn.holds == all.last { $0 <= limit }, "seed \(seed)")
      #expect(turn.fails == all.first { $0 > limit }, "seed \(seed)")
      #expect(turn.returns.isEmpty)
      #expect(asked.withLock(\.self) <= 9 + 14, "seed \(seed)")
    }
  }

  @Test("A claim that always or never holds is said to, and so is one that nothing decides")
  func extremes() {
    #expect(
      turns(10, 100) { _, _ in true }
        == [.init(replication: 0, holds: 100, fails: nil, open: nil, returns: [])]
    )
    #expect(
      turns(10, 100) { _, _ in false }
        == [.init(replication: 0, holds: nil, fails: 10, open: nil, returns: [])]
    )
    #expect(
      turns(10, 100) { _, _ in nil }
        == [.init(replication: 0, holds: nil, fails: nil, open: 10, returns: [])]
    )
  }

  @Test("A value at which nothing decides is told apart from one at which it fails")
  func undecided() {
    for seed in UInt64(1)...200 {
      var dice = Dice(seed)
      let found = [0, 0, 0].map { _ in Int.random(in: 1...1_000, using: &dice) }.sorted()
      let ends = seed % 2 == 0 ? [1, found[1], found[2]] : found
      let turn = turns(1, 1_000) { value, _ in
        value < ends[0] ? nil : value <= ends[1] ? true : value <= ends[2] ? nil : false
      }[0]
      #expect(turn.fails.map { $0 > ends[2] } ?? (ends[2] == 1_000), "seed \(seed)")
      #expect(turn.holds.map { (ends[0]...ends[1]).contains($0) } ?? true, "seed \(seed)")
      #expect(turn.open.map { $0 < ends[0] || ($0 > ends[1] && $0 <= ends[2]) } ?? true)
      if ends[0] > 1 { #expect(turn.open == 1, "seed \(seed)") }
      // What holds and what cannot be told are brought as near as what holds and what fails.
      if let holds = turn.holds, ends[0] == 1, ends[1] < ends[2] {
        #expect(holds == ends[1] && turn.open == ends[1] + 1, "seed \(seed)")
      }
    }
  }

  @Test("Of the values in a range the one with the most zeros is taken")
  func roundest() {
    for seed in UInt64(1)...500 {
      var dice = Dice(seed)
      let low = Int.random(in: 1...100_000, using: &dice)
      let high = low + Int.random(in: 0...5_000, using: &dice)
      func zeros(_ value: Int) -> Int { "\(value)".reversed().prefix { $0 == "0" }.count }
      let found = LimitSearch.roundest(from: low, to: high)
      #expect((low...high).contains(found), "seed \(seed)")
      #expect(zeros(found) == (low...high).map(zeros).max(), "seed \(seed)")
    }
  }

  @Test("Where it holds again further up, the first turn is found and the others are told")
  func severalTurns() {
    let turn = turns(1, 1_000) { value, _ in value <= 37 || (300...600).contains(value) }[0]
    #expect(turn.holds == 37)
    #expect(turn.fails == 38)
    #expect(!turn.returns.isEmpty)
    #expect(turn.returns.allSatisfy { (300...600).contains($0) })
  }

  @Test("The ends of an answer lie as near as asked for")
  func tolerance() {
    for limit in [1_001, 5_000, 44_444, 63_000] {
      let turn = turns(1_000, 64_000, tolerance: 0.05) { value, _ in value <= limit }[0]
      #expect(turn.holds! <= limit && limit < turn.fails!)
      #expect(Double(turn.fails! - turn.holds!) <= 0.05 * Double(turn.holds!))
    }
  }

  @Test("Each replication has its own answer, whoever works on it")
  func replications() {
    let search = LimitSearch(from: 1, to: 500, replications: 12, tolerance: 0) { value, number in
      .some(value <= 40 * (number + 1))
    }
    // Two calls share what is to do, as two threads would.
    search.work()
    search.work()
    #expect(search.turns.map(\.holds) == (0..<12).map { min(40 * ($0 + 1), 500) })
    #expect(search.progress == (12, 12))
  }

  @Test("What is asked to end ends, and asks nothing more")
  func end() {
    let asked = Mutex(0)
    let search = LimitSearch(from: 1, to: 500, replications: 3, tolerance: 0) { _, _ in
      asked.withLock { $0 += 1 }
      return nil
    }
    search.work()
    search.work()
    #expect(asked.withLock(\.self) == 1)
  }

  @Test("The grid grows from one end to the other, whatever they are")
  func grid() {
    for (low, high) in [(1, 2), (1, 3), (5, 1 << 52), (999, 1_000), (1_000, 64_000)] {
      let grid = LimitSearch.grid(low, high)
      #expect(grid.first == low && grid.last == high)
      #expect(zip(grid, grid.dropFirst()).allSatisfy { $0 < $1 })
    }
  }
}
