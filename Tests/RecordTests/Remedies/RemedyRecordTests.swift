import Kernel
import Plan
import Testing
import Text

@testable import Record

@Suite("What was tried about a site's defects, written and read back")
struct RemedyRecordTests {
  /// A record that chance fills, with names that need care.
  private func record(_ seed: UInt64) -> RemedyRecord {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    func word() -> String { ["a \"b\"", "é\u{2028}", "", "<script>", "\u{1}'x'"][next(5)] }
    func number() -> Double { Double(next(1_000_000)) / 7 - 50_000 }
    func maybe() -> Double? { next(3) == 0 ? nil : number() }
    func outcome() -> RemedyRecord.Outcome {
      RemedyRecord.Outcome(
        runCount: next(9),
        completeCount: next(9),
        failedCount: next(9),
        half: RemedyRecord.Half(seconds: maybe(), low: maybe(), high: maybe()),
        failures: (0..<next(3)).map { _ in .init(what: word(), runCount: next(9)) },
        troubles: (0..<next(3)).map { _ in word() }
      )
    }
    func difference() -> RemedyRecord.Difference? {
      next(3) == 0
        ? nil : .init(count: next(9), mean: number(), halfWidth: maybe(), chance: number())
    }
    let sources: [Provenance] = [.text, .article("Q1"), .widelyKnown, .assumed, .topology]
    return RemedyRecord(
      title: word(),
      program: word(),
      command: word(),
      seed: next(2) == 0 ? .max : UInt64(next(100)),
      start: CivilDate(year: 1999, month: 2, day: 1 + next(28))!,
      duration: .days(UInt64(next(400))) + .milliseconds(UInt64(next(3))),
      replications: next(100),
      causes: (0..<next(3)).map { _ in .init(defect: word(), title: word(), host: word()) },
      base: outcome(),
      remedies: (0..<next(5)).map { _ in
        RemedyRecord.Remedy(
          words: word(),
          kind: word(),
          effect: RemedyRecord.Effect.allCases[next(6)],
          changes: (0..<next(3)).map { _ in .init(key: word(), value: word()) },
          command: word(),
          outcome: outcome(),
          delay: difference(),
          undelivered: difference()
        )
      },
      assumptions: (0..<next(4)).map { _ in
        Assumption(name: word(), value: word(), reason: word(), provenance: sources[next(5)])
      }
    )
  }

  @Test("A record comes back as it was, and the same record has the same bytes")
  func roundTrip() throws {
    for seed in UInt64(1)...300 {
      let record = record(seed)
      let text = try record.json.encoded()
      #expect(try RemedyRecord(JSON(parsing: text)) == record, "seed \(seed)")
      #expect(try self.record(seed).json.encoded() == text, "seed \(seed)")
    }
  }

  @Test("What is damaged is refused with its place, and never a crash")
  func damage() throws {
    let seed = try #require((UInt64(1)...100).first { record($0).remedies.count == 4 })
    guard case .object(let members) = record(seed).json else { return }
    for place in members.indices {
      var fewer = members
      let gone = fewer.remove(at: place)
      #expect(throws: RecordError.self, "\(gone.name)") { try RemedyRecord(.object(fewer)) }
      fewer.insert(JSON.Member(gone.name, .bool(true)), at: place)
      #expect(throws: RecordError.self, "\(gone.name)") { try RemedyRecord(.object(fewer)) }
    }
    let other = members.map { $0.name == "version" ? JSON.Member("version", 2) : $0 }
    #expect {
      try RemedyRecord(.object(other))
    } throws: {
      "\($0)".contains("this is version 2, and version 1 is understood")
    }
  }

  @Test("The easiest that prevents it is the first that does")
  func cheapest() {
    for seed in UInt64(1)...50 {
      let record = record(seed)
      #expect(record.cheapest == record.remedies.first { $0.effect == .prevents })
    }
    #expect(RemedyRecord.Effect.allCases == RemedyRecord.Effect.allCases.sorted())
  }
}
