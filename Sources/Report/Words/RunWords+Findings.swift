import Experiment
import Kernel
import Plan
import Record
import Text

extension RunWords {
  /// Failures beyond these are counted.
  static let mostFailures = 5

  /// How often a defect was set off, and when first, and what it did that nothing else shows; nil where it
  /// never was.
  func triggers(_ finding: Finding) -> String? {
    finding.firstTrigger.map { first in
      let times = finding.triggers == 1 ? "once" : "\(grouped(finding.triggers)) times"
      let doings = finding.doings.map { " It \($0.words), first \(clock.both($0.first))." }
      return "Set off \(times), first \(clock.both(first))." + doings.joined()
    }
  }

  /// What failed, the first ones, with when.
  func failures(_ finding: Finding) -> [[String]] {
    finding.failures.prefix(Self.mostFailures).map { [clock.both($0.time), $0.what] }
  }

  /// What failed besides; nil where that is all.
  func furtherFailures(_ finding: Finding) -> String? {
    guard finding.failures.count > Self.mostFailures, let last = finding.failures.last else {
      return nil
    }
    return "and \(grouped(finding.failures.count - Self.mostFailures)) more, last"
      + " \(clock.both(last.time))"
  }

  /// What helps against a defect: what corrects it, and what frees what it took.
  func help(_ finding: Finding) -> [[String]] {
    let remedies = finding.remedies.map { "\($0.value) (\(Self.words($0.provenance)))" }
    return [("corrected by", finding.fixes), ("freed by", remedies)]
      .filter { !$0.1.isEmpty }.map { [$0.0, $0.1.joined(separator: ", or ")] }
  }

  /// What is not known of what helps.
  func helplessness(_ finding: Finding) -> [String] {
    var sentences: [String] = []
    if finding.fixes.isEmpty { sentences.append("No correction of it is known.") }
    if finding.remedies.isEmpty, !finding.outlooks.isEmpty {
      sentences.append("Nothing is known to free what it took.")
    }
    return sentences
  }

  /// How much is held and how fast it grows; then which limit it meets.
  func sentences(_ outlook: Outlook) -> [String] {
    let rate = outlook.perDay
    let held =
      "Holds \(amount(outlook.amount, outlook)) \(outlook.what), and"
      + " \(amount(rate.value, outlook)) more each day (90 %:"
      + " \(amount(rate.low, outlook)) to \(amount(rate.high, outlook)))."
    guard let limit = outlook.limit, let capacity = outlook.capacity else {
      return [held, "No limit is known that it meets."]
    }
    return [held, "The limit: \(limit), \(amount(capacity, outlook))."]
  }

  /// The steps on the way to a limit: the amount, what happens, when.
  func steps(_ outlook: Outlook) -> [[String]] {
    outlook.steps.map { [amount($0.amount, outlook), Self.words($0.symptom), when($0, outlook)] }
  }

  /// When a step was or will be reached.
  func when(_ step: Outlook.Step, _ outlook: Outlook) -> String {
    if let reached = step.reached { return "reached \(clock.both(reached))" }
    // A defect alone holds so much.
    if outlook.amount >= step.amount { return "reached" }
    guard let expected = step.expected,
      let interval = Interval(seconds: expected.value),
      interval <= Self.furthest
    else { return "not in sight" }
    let low = SiteClock.about(seconds: expected.low)
    let high =
      expected.high <= Self.furthest.seconds ? SiteClock.about(seconds: expected.high) : "never"
    return "expected \(day(interval)), after \(SiteClock.about(interval)) (90 %: \(low) to \(high))"
  }

  /// The day after so much of the run: minutes would say more than is known of what lies ahead.
  func day(_ interval: Interval) -> String {
    CivilTime(.start + interval, start: record.start).date.spoken
  }

  /// What lies beyond a hundred years is not worth a date.
  static let furthest = Interval.days(36_500)

  /// So much of what an outlook is about.
  func amount(_ value: Int64, _ outlook: Outlook) -> String {
    outlook.isBytes ? sizeText(value) : grouped(value)
  }

  private func amount(_ value: Double, _ outlook: Outlook) -> String {
    guard value.isFinite, value.magnitude < 0x1p62 else { return value < 0 ? "-∞" : "∞" }
    if outlook.isBytes || value.magnitude >= 10 || value == 0 {
      return amount(Int64(value.rounded()), outlook)
    }
    return fixedPoint(value, decimals: 1)
  }

  /// What one notices, in a few words.
  static func words(_ symptom: Symptom) -> String {
    switch symptom {
    case .slow: "slow"
    case .refused: "whoever asks for one more is refused"
    case .rpcBusy: "RPC Server Busy"
    case .outOfVirtualMemory: "Out of Virtual Memory"
    case .stop: "ends unexpectedly"
    case .hang: "hangs"
    case .corrupt: "memory is damaged"
    }
  }

  /// Where something comes from, as a remark.
  static func words(_ provenance: Provenance) -> String {
    if case .text = provenance { return "the article says so" }
    return "\(provenance)"
  }
}
