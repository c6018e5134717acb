import Kernel
import Testing

@testable import Experiment

@Suite("Statistics beside SciPy and lifelines")
struct PeerTests {
  @Test(
    "On random data sets every figure is theirs",
    .enabled(if: Self.canRun, "python3 has no SciPy with lifelines here")
  )
  func agree() throws {
    guard case .answered(let answers) = Peer.outcome else {
      Issue.record("no answer: \(Peer.outcome)")
      return
    }
    #expect(answers.count == Inputs.all.count)
    for (seed, (question, answer)) in zip(Inputs.all, answers).enumerated() {
      try Self.compareSamples(question, answer, seed)
      try Self.compareSurvival(question, answer, seed)
    }
  }

  static var canRun: Bool {
    if Peer.isRequired { return true }
    if case .missing = Peer.outcome { return false }
    return true
  }

  static func compareSamples(_ asked: Peer.Question, _ theirs: Peer.Answer, _ seed: Int) throws {
    let (t, p) = (asked.student[1], asked.student[2])
    let student = StudentDistribution(degrees: asked.student[0])
    let ours = [student.cumulative(t), student.tail(t), student.density(t), student.quantile(p)]
    expect(ours, theirs.student, "Student, seed \(seed)")
    let summary = SampleSummary(asked.first)
    expect(
      [
        summary.mean, try #require(summary.standardDeviation),
        try #require(summary.halfWidth(confidence: asked.confidence)), summary.minimum,
        summary.lowerQuartile, summary.median, summary.upperQuartile, summary.maximum,
        summary.quantile(asked.share),
      ],
      theirs.summary,
      "summary, seed \(seed)"
    )
    let paired = PairedDifference(Array(zip(asked.first, asked.second)))
    expect(
      [
        paired.mean, try #require(paired.twoSidedP),
        try #require(paired.halfWidth(confidence: asked.confidence)),
        try #require(paired.variance), try #require(paired.independentVariance),
      ],
      theirs.paired,
      "paired, seed \(seed)"
    )
    expect(holmAdjusted(asked.probabilities), theirs.holm, "Holm, seed \(seed)")
    let wilson = Proportion(successes: asked.successes, of: asked.tries)
      .interval(confidence: asked.confidence)
    expect([wilson.low, wilson.high], theirs.wilson, "Wilson, seed \(seed)")
    let order = QuantileInterval(
      of: asked.first,
      share: asked.share,
      confidence: asked.confidence
    )
    expect(order.map { [$0.low, $0.high, $0.coverage] } ?? [], theirs.order, "order, seed \(seed)")
  }

  static func compareSurvival(_ asked: Peer.Question, _ theirs: Peer.Answer, _ seed: Int) throws {
    let curve = SurvivalCurve(zip(asked.times, asked.failed).map { (time: $0, failed: $1) })
    #expect(curve.steps.count == theirs.steps.count, "seed \(seed)")
    for (step, row) in zip(curve.steps, theirs.steps) {
      // At 0 theirs gives no bounds that mean something.
      let isEnd = step.survival == 0
      let ours =
        [step.time, Double(step.atRisk), Double(step.failures), step.survival]
        + (isEnd ? [] : [step.low, step.high])
      expect(ours, Array(row.prefix(ours.count)), "Kaplan and Meier, seed \(seed)")
    }
    expect(
      [curve.restrictedMean(until: asked.horizon)],
      [theirs.restrictedMean],
      "restricted mean, seed \(seed)"
    )
    let failure = curve.quantile(asked.share)
    #expect(failure.value == theirs.failure[0], "seed \(seed)")
    #expect(failure.low == theirs.failure[1], "seed \(seed)")
    let isAtEnd = curve.steps.last.map { $0.survival == 0 && theirs.failure[2] == $0.time } ?? false
    #expect(isAtEnd || failure.high == theirs.failure[2], "seed \(seed)")
  }

  static func expect(_ ours: [Double], _ theirs: [Double], _ what: String) {
    #expect(ours.count == theirs.count, "\(what)")
    for (ours, theirs) in zip(ours, theirs) {
      let error = (ours - theirs).magnitude
      #expect(error <= 1e-9 * max(ours.magnitude, theirs.magnitude) + 1e-15, "\(what)")
    }
  }
}

/// Data sets of many kinds.
enum Inputs {
  static let all: [Peer.Question] = (0..<300).map(question)

  private static func question(_ seed: Int) -> Peer.Question {
    var stream = chance("peer", seed)
    let count = 2 + Int(stream.integer(below: 60))
    let (middle, width) = (100 * stream.normal(), Arithmetic.exp(2 * stream.normal()))
    let first = (0..<count).map { _ in middle + width * stream.normal() }
    let second = first.map { 0.7 * $0 + width * stream.normal() }
    let tries = 1 + Int(stream.integer(below: 300))
    // Some with ties, some with hardly a failure.
    let (step, failing) = (seed % 2 == 0 ? 0.5 : 1e-3, stream.uniform())
    let times = first.map { _ in (10 * stream.exponential() / step).rounded(.up) * step }
    return Peer.Question(
      student: [
        1 + Arithmetic.exp(8 * stream.uniform() - 1), 4 * stream.normal(), stream.positiveUniform(),
      ],
      first: first,
      second: second,
      share: 0.02 + 0.96 * stream.uniform(),
      confidence: [0.8, 0.9, 0.95, 0.99][seed % 4],
      probabilities: (0..<1 + seed % 9).map { _ in stream.uniform() * stream.uniform() },
      successes: Int(stream.integer(below: UInt64(tries + 1))),
      tries: tries,
      times: times,
      failed: times.map { _ in stream.uniform() < failing },
      horizon: 15 * stream.uniform() + 0.01
    )
  }
}
