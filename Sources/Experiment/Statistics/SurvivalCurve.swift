import Kernel

/// How many still run after a time, where some were watched only until they had not yet failed:
/// the estimate of Kaplan and Meier (1958).
///
/// The bounds hold 95 of 100 at each time by itself, by Greenwood's variance on the scale of
/// log(−log S).
public struct SurvivalCurve: Hashable, Sendable {
  /// A time at which something failed.
  public struct Step: Hashable, Sendable {
    /// The time, in the unit of the observations.
    public let time: Double
    /// How many were watched and had not failed just before it.
    public let atRisk: Int
    /// How many failed then.
    public let failures: Int
    /// The share that still runs from then on.
    public let survival: Double
    /// The lower bound of that share.
    public let low: Double
    /// The upper bound.
    ///
    /// Where nothing is left Greenwood's variance has no value. There it is the bound before, times
    /// the exact one of a chance that failed each of the last ones at risk.
    public let high: Double
  }

  /// The times at which something failed, in order.
  public let steps: [Step]
  /// How many were watched.
  public let count: Int
  /// Until when one was watched, at the most.
  public let longest: Double

  /// The curve of what was watched until a time, at which it either failed or was watched no longer.
  ///
  /// There is one at least, and no time is negative. What was watched until a time at which another
  /// failed was at risk then.
  public init(_ observations: [(time: Double, failed: Bool)]) {
    precondition(!observations.isEmpty, "nothing was watched")
    precondition(
      observations.allSatisfy { $0.time >= 0 && $0.time.isFinite },
      "a time is finite and not negative"
    )
    let sorted = observations.sorted { $0.time < $1.time }
    count = sorted.count
    longest = sorted[count - 1].time
    var steps: [Step] = []
    var walk = Walk(count)
    var index = 0
    while index < count {
      let time = sorted[index].time
      let equal = sorted[index...].prefix { $0.time == time }
      let failures = equal.count(where: \.failed)
      if failures > 0 { steps.append(walk.fail(failures, at: time)) }
      if failures < equal.count { walk.leave(equal.count - failures) }
      index += equal.count
    }
    self.steps = steps
  }

  /// How many failed.
  public var failureCount: Int { steps.reduce(0) { $0 + $1.failures } }

  /// What bounds 95 hundredths, in normal deviates.
  private static let deviate = RandomStream.normalQuantile(0.975)

  private struct Walk {
    private var atRisk: Int
    /// Share and number when one was last lost from sight: without that the share is a mere ratio,
    /// and as exact as one.
    private var shareThen = 1.0
    private var atRiskThen: Int
    private var greenwood = 0.0
    private var high = 1.0

    init(_ count: Int) {
      atRisk = count
      atRiskThen = count
    }

    private var survival: Double { shareThen * (Double(atRisk) / Double(atRiskThen)) }

    mutating func fail(_ failures: Int, at time: Double) -> Step {
      let before = atRisk
      atRisk -= failures
      var low = 0.0
      if atRisk > 0 {
        greenwood += Double(failures) / (Double(before) * Double(atRisk))
        let width = deviate * greenwood.squareRoot() / -Arithmetic.log(survival)
        low = Arithmetic.pow(survival, Arithmetic.exp(width))
        high = Arithmetic.pow(survival, Arithmetic.exp(-width))
      } else {
        high *= 1 - Arithmetic.pow(0.025, 1 / Double(before))
      }
      return Step(
        time: time,
        atRisk: before,
        failures: failures,
        survival: survival,
        low: low,
        high: high
      )
    }

    mutating func leave(_ number: Int) {
      shareThen = survival
      atRisk -= number
      atRiskThen = atRisk
    }
  }
}
