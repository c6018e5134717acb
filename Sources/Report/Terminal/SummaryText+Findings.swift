import Experiment
import Kernel
import Plan
import Record
import Text

extension SummaryText {
  /// A defect on a host: what it did, where that leads, what prevents it.
  func add(_ finding: Finding, _ lines: inout Lines) {
    lines.title("\(finding.defect) on \(finding.host)")
    lines.line(finding.title)
    if let first = finding.firstTrigger {
      let times = finding.triggers == 1 ? "once" : "\(grouped(finding.triggers)) times"
      lines.line("Set off \(times), first \(clock.both(first)).")
    }
    let failures = finding.failures
    lines.rows(failures.prefix(Self.mostFailures).map { [clock.both($0.time), $0.what] })
    if failures.count > Self.mostFailures {
      lines.line(
        "and \(grouped(failures.count - Self.mostFailures)) more, last"
          + " \(clock.both(failures.last!.time))"
      )
    }
    for outlook in finding.outlooks { add(outlook, &lines) }
    let remedies = finding.remedies.map { "\($0.value) (\(Self.words($0.provenance)))" }
    lines.rows(
      [("corrected by", finding.fixes), ("freed by", remedies)]
        .filter { !$0.1.isEmpty }.map { [$0.0, $0.1.joined(separator: ", or ")] }
    )
    if finding.fixes.isEmpty { lines.line("No correction of it is known.") }
    if finding.remedies.isEmpty, !finding.outlooks.isEmpty {
      lines.line("Nothing is known to free what it took.")
    }
  }

  /// Failures beyond these are counted.
  private static let mostFailures = 5

  private func add(_ outlook: Outlook, _ lines: inout Lines) {
    let rate = outlook.perDay
    lines.line(
      "Holds \(amount(outlook.amount, outlook)) \(outlook.what), and"
        + " \(amount(rate.value, outlook)) more each day (90 %:"
        + " \(amount(rate.low, outlook)) to \(amount(rate.high, outlook)))."
    )
    if let limit = outlook.limit, let capacity = outlook.capacity {
      lines.line("The limit: \(limit), \(amount(capacity, outlook)).")
    } else {
      lines.line("No limit is known that it meets.")
    }
    lines.rows(
      outlook.steps.map {
        [amount($0.amount, outlook), "\(Self.words($0.symptom)): \(when($0))"]
      },
      indent: 4,
      numbers: 0..<1
    )
  }

  private func when(_ step: Outlook.Step) -> String {
    if let reached = step.reached { return "reached \(clock.both(reached))" }
    guard let expected = step.expected,
      let interval = Interval(seconds: expected.value),
      interval <= Self.furthest
    else { return "not in sight" }
    let low = SiteClock.about(seconds: expected.low)
    let high =
      expected.high <= Self.furthest.seconds ? SiteClock.about(seconds: expected.high) : "never"
    // Minutes would say more than is known.
    let day = SiteClock.day(CivilTime(.start + interval, start: record.start).date)
    return "expected \(day), after \(SiteClock.about(interval)) (90 %: \(low) to \(high))"
  }

  /// What lies beyond a hundred years is not worth a date.
  private static let furthest = Interval.days(36_500)

  private func amount(_ value: Int64, _ outlook: Outlook) -> String {
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
