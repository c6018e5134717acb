import Record
import Testing

@testable import Experiment

@Suite("Remedies, ranked")
struct RemedyRankingTests {
  /// A point whose runs fail at these hours; nil where they do not, and have so much undelivered.
  private func runs(_ point: Int, _ hours: [Double?], undelivered: [Double]) -> [RunDigest] {
    hours.indices.map { number in
      .made(
        point,
        number,
        [RunDigest.undeliveredMeasure: undelivered[number], RunDigest.triggersMeasure: 5],
        failure: hours[number].map { .init(seconds: $0 * 3_600, what: "Q1: it stopped") }
      )
    }
  }

  @Test("Each option is called what it does, and the best comes first")
  func effects() throws {
    let base: [Double?] = [2, 3, 2.5, 4, 3.5]
    let mail = [50.0, 60, 55, 70, 65]
    let later = base.map { $0.map { $0 * 3 } }
    let never: [Double?] = base.map { _ in nil }
    let points: [([Double?], [Double])] = [
      (base, mail), (base, mail), (later, mail), (base, mail.map { $0 / 2 }), (never, mail),
      (never, mail.map { $0 * 2 }), (base.map { $0.map { $0 / 2 } }, mail), (never, mail),
    ]
    var digests = points.enumerated().flatMap { number, point in
      runs(number, point.0, undelivered: point.1)
    }
    digests += base.indices.map {
      RunDigest(.rejected("no such file"), at: .init(point: points.count, replication: $0))
    }
    let order = SweepOrder.made(points: points.count + 1, .init(times: base.count))
    let ranking = RemedyRanking(
      SweepResult(order, digests),
      efforts: [0, 1, 2, 5, 3, 4, 1, 6]
    )
    #expect(
      ranking.lines.map(\.effect)
        == [.prevents, .prevents, .delays, .eases, .nothing, .worsens, .worsens, .untried]
    )
    // Of two that prevent, the easier; and where the efforts decide, they alone do.
    #expect(ranking.lines.map(\.option) == [6, 3, 1, 2, 0, 4, 5, 7])
    #expect(ranking.cheapest?.option == 6)
    let delay = try #require(ranking.lines[2].delay?.mean)
    #expect((delay - 2 * 3 * 3_600).magnitude < 1e-6)
  }

  @Test("Where nothing fails as it is, what keeps the defect from being set off prevents it")
  func triggers() {
    let digests = [5.0, 5, 0].enumerated().flatMap { point, triggers in
      (0..<3).map { run -> RunDigest in
        let measures = [RunDigest.undeliveredMeasure: 1, RunDigest.triggersMeasure: triggers]
        return .made(point, run, measures)
      }
    }
    let order = SweepOrder.made(points: 3, .init(times: 3))
    let ranking = RemedyRanking(SweepResult(order, digests), efforts: [0, 1])
    #expect(ranking.lines.map(\.effect) == [.prevents, .nothing])
    #expect(ranking.lines.map(\.option) == [1, 0])
  }

  @Test("Of many things that do nothing none is called a remedy by chance")
  func corrected() {
    var alarms = 0
    for seed in UInt64(1)...30 {
      var dice = Dice(seed)
      let digests = (0..<25).flatMap { point in
        runs(
          point,
          (0..<6).map { _ in Double.random(in: 1...9, using: &dice) },
          undelivered: (0..<6).map { _ in Double.random(in: 0...100, using: &dice) }
        )
      }
      let order = SweepOrder.made(points: 25, .init(times: 6))
      let ranking = RemedyRanking(SweepResult(order, digests), efforts: Array(0..<24))
      if ranking.lines.contains(where: { $0.effect != .nothing }) { alarms += 1 }
    }
    // Twice 24 comparisons: uncorrected, nine of ten trials would have one. Those of time and of mail are
    // two families of a twentieth each.
    #expect(alarms <= 8)
  }

  @Test("Where nothing prevents it, nothing is recommended")
  func hopeless() {
    let digests = (0..<2).flatMap { runs($0, [1, 2], undelivered: [3, 4]) }
    let order = SweepOrder.made(points: 2, .init(times: 2))
    #expect(RemedyRanking(SweepResult(order, digests), efforts: [0]).cheapest == nil)
  }
}
