import Testing

@testable import Kernel

@Suite("Choices among weights")
struct AliasTableTests {
  static let sets: [[Double]] = [
    [1], [1, 1], [1, 2, 3, 4], [0, 1, 0], [5, 0, 0, 0, 1e-9], [1e308, 1e308, 1e308],
    [0x1p-1074, 0x1p-1073],
    [1e-300, 1, 1e300], [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7], (1...1_000).map { 1 / Double($0) },
  ]

  @Test("each thing has its weight's share of the table", arguments: sets)
  func shares(weights: [Double]) throws {
    let table = try AliasTable(weights: weights)
    let largest = weights.max()!
    let sum = weights.reduce(0) { $0 + $1 / largest }
    for (probability, weight) in zip(table.probabilities(), weights) {
      let share = weight / largest / sum
      #expect((probability - share).magnitude <= 0x1p-50)
      if weight == 0 { #expect(probability == 0) }
    }
  }

  @Test("the masses add up exactly, and the cells hold exactly the masses", arguments: sets)
  func masses(weights: [Double]) throws {
    let shift = try AliasTable.shift(of: weights)
    let masses = AliasTable.masses(of: weights, shift: shift)
    #expect(masses.reduce(0, +) == UInt64(weights.count) << shift)
    let cells = AliasTable.cells(of: masses, shift: shift)
    var held = [UInt64](repeating: 0, count: weights.count)
    for index in 0..<weights.count {
      let cell = cells[index]
      let own = Int(cell.alias) == index ? 1 << shift : cell.threshold >> (64 - shift)
      held[index] += own
      held[Int(cell.alias)] += 1 << shift - own
    }
    #expect(held == masses)
  }

  @Test("things are drawn as often as their shares say", arguments: Statistics.seeds)
  func draws(seed: UInt64) throws {
    let weights: [Double] = [3, 0, 1, 8, 0.5, 0, 2.5]
    let table = try AliasTable(weights: weights)
    var stream = Statistics.stream(seed, "alias")
    var counts = [Int](repeating: 0, count: weights.count)
    for _ in 0..<30_000 { counts[table.draw(from: &stream)] += 1 }
    let expected = weights.map { $0 / 15 * 30_000 }
    #expect(Statistics.chiSquare(counts, expected) < Statistics.limit, "seed \(seed)")
  }

  @Test("not even the first number of a cell draws what has no weight")
  func threshold() throws {
    let table = try AliasTable(weights: [1, 0])
    var first = Statistics.stream(next: 1 << 63)
    let other = table.draw(from: &first)
    #expect(other == 0)
    let halves = try AliasTable(weights: [3, 1])
    var under = Statistics.stream(next: 1 << 63 + 1 << 62 - 1)
    var over = Statistics.stream(next: 1 << 63 + 1 << 62)
    let drawn = (halves.draw(from: &under), halves.draw(from: &over))
    #expect(drawn == (1, 0))
  }

  @Test("random tables hold their shares", arguments: Statistics.seeds)
  func random(seed: UInt64) throws {
    var stream = Statistics.stream(seed, "random tables")
    for _ in 0..<100 {
      let count = 1 + Int(stream.integer(below: 60))
      var weights = (0..<count).map { _ in
        stream.chance(0.2) ? 0 : Arithmetic.exp(20 * stream.normal())
      }
      weights[Int(stream.integer(below: UInt64(count)))] = 1
      let table = try AliasTable(weights: weights)
      let sum = weights.reduce(0, +)
      for (probability, weight) in zip(table.probabilities(), weights) {
        #expect((probability - weight / sum).magnitude <= 0x1p-49, "seed \(seed)")
        if weight == 0 { #expect(probability == 0) }
      }
    }
  }

  @Test("a table says what it will hold")
  func bytes() {
    #expect(AliasTable.bytes(count: 10) == 160)
  }

  @Test("weights that make no table are refused")
  func refusals() {
    func refusal(_ weights: [Double]) -> AliasTable.Invalid? {
      do throws(AliasTable.Invalid) {
        _ = try AliasTable(weights: weights)
        return nil
      } catch { return error }
    }
    #expect(refusal([]) == .empty)
    #expect(refusal([0, 0]) == .allZero)
    #expect(refusal([1, -1]) == .weight(index: 1, -1))
    #expect(refusal([.infinity]) == .weight(index: 0, .infinity))
    if case .weight(index: 2, let weight)? = refusal([1, 0, .nan]) {
      #expect(weight.isNaN)
    } else {
      Issue.record("nan was taken")
    }
    let many = [Double](repeating: 1, count: AliasTable.largestCount + 1)
    #expect(refusal(many) == .tooMany(AliasTable.largestCount + 1))
    #expect(refusal([-0.0, 1]) == nil)
  }
}
