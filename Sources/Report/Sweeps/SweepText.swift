public import Experiment
import Kernel
import Plan
import Record
public import Text

/// A sweep in words: for each point what brings it down and when, whether what was expected held, and what
/// became of the mail; then how points differ, and how to get it again.
public struct SweepText {
  let result: SweepResult
  let command: String
  let style: Style
  let width: Int

  /// The text of a sweep, for a terminal of `width` columns; `command` makes it again.
  public init(of result: SweepResult, command: String, style: Style, width: Int) {
    self.result = result
    self.command = command
    self.style = style
    self.width = width
  }

  private var order: SweepOrder { result.order }

  /// All of it.
  public var text: String {
    var lines = Lines(style: style, width: width)
    lines.title(order.title)
    addRuns(&lines)
    addFailures(&lines)
    addExpectations(&lines)
    addMail(&lines)
    addDifferences(&lines)
    addTroubles(&lines)
    addSource(&lines)
    return lines.text
  }

  /// More points than these are left to the files.
  private static let mostPoints = 40

  private func addRuns(_ lines: inout Lines) {
    let events = result.digests.reduce(UInt64(0)) { $0 + $1.eventCount }
    let points = counted(order.points.count, "point")
    lines.line(
      "\(points), \(counted(result.digests.count, "run")) of \(SiteClock.about(order.duration)) from"
        + " \(SiteClock.day(order.start)), seed \(order.seed); \(counted(events, "event"))"
    )
    for axis in order.axes {
      lines.line(
        "\(axis.key): \(axis.values.prefix(12).joined(separator: ", "))\(axis.values.count > 12 ? " …" : "")"
      )
    }
    if !result.missing.isEmpty {
      lines.line(
        "; what follows is of those that are there",
        lead: "\(counted(result.missing.count, "run")) missing",
        paint: style.yellow
      )
    }
  }

  /// A table with a row for each point; the last column wraps.
  func table(
    _ heads: [String],
    numbers: Int,
    _ lines: inout Lines,
    _ cells: (Int) -> [String]
  ) {
    let axes = order.axes.count
    let names = order.axes.map { Self.short($0.key) }
    var rows = [names + heads]
    for point in result.points.indices.prefix(Self.mostPoints) {
      rows.append(order.points[point].values + cells(point))
    }
    lines.rows(rows, numbers: axes..<(axes + numbers))
    if result.points.count > Self.mostPoints {
      lines.line("and \(counted(result.points.count - Self.mostPoints, "more point"))")
    }
  }

  /// The last name of a key.
  static func short(_ key: String) -> String {
    key.split(separator: ".").last.map(String.init) ?? key
  }

  private func addFailures(_ lines: inout Lines) {
    let hasFailed = result.points.contains { ($0.survival?.failureCount ?? 0) > 0 }
    guard hasFailed else {
      lines.title("No defect made anything fail")
      return
    }
    lines.title("When a defect first makes something fail")
    let length = 24
    let axis = "0 to \(SiteClock.about(order.duration))"
    table(["failed", "half by", "95 %", axis], numbers: 2, &lines) { number in
      guard let survival = result.points[number].survival else { return ["-", "-", "-", ""] }
      let median = survival.quantile(0.5)
      let failed = "\(survival.failureCount) of \(survival.count)"
      guard let value = median.value else { return [failed, "-", "-", ""] }
      return [
        failed, SiteClock.about(seconds: value),
        "\(median.low.map { SiteClock.about(seconds: $0) } ?? "?") to"
          + " \(median.high.map { SiteClock.about(seconds: $0) } ?? "?")",
        plot(median, columns: length),
      ]
    }
    let whats = result.points.flatMap(\.failures)
    var names: [String] = []
    for failure in whats where !names.contains(failure.what) { names.append(failure.what) }
    for name in names.prefix(6) {
      let count = whats.filter { $0.what == name }.reduce(0) { $0 + $1.count }
      lines.line("first in \(counted(count, "run")): \(name)")
    }
  }

  /// Where the median lies in the run, on a line, with its interval.
  private func plot(
    _ median: (value: Double?, low: Double?, high: Double?),
    columns: Int
  ) -> String {
    let whole = order.duration.seconds
    func column(_ seconds: Double) -> Int {
      min(max(Int(seconds / whole * Double(columns)), 0), columns - 1)
    }
    guard let value = median.value else { return "" }
    let low = column(median.low ?? value)
    let high = column(median.high ?? whole)
    let place = column(value)
    let marks = (0..<columns).map { $0 == place ? "●" : low <= $0 && $0 <= high ? "─" : "·" }
    return marks.joined()
  }

  private func addExpectations(_ lines: inout Lines) {
    guard !order.expectations.isEmpty else { return }
    lines.title("Runs in which every expectation held")
    table(["held", "95 %", "failed most"], numbers: 1, &lines) { number in
      let point = result.points[number]
      guard let held = point.held else { return ["-", "", "not decided"] }
      let interval = held.interval()
      let percent = "\(Self.percent(interval.low)) to \(Self.percent(interval.high))"
      return ["\(held.successes) of \(held.count)", percent, worst(point)]
    }
  }

  /// A share in parts of a hundred: `5 %`.
  public static func percent(_ share: Double) -> String {
    fixedPoint(share * 100, decimals: 0) + " %"
  }

  /// The expectation that failed most often at a point.
  private func worst(_ point: PointResult) -> String {
    let failed = order.expectations.indices.map { number in
      point.runs.count { $0[RunDigest.measure(ofExpectation: number)] == 0 }
    }
    guard let most = failed.max(), most > 0, let number = failed.firstIndex(of: most) else {
      return ""
    }
    return order.expectations[number]
  }

  private func addMail(_ lines: inout Lines) {
    let shown = ["mail.delivered", "mail.returned", "mail.waiting"]
    guard result.measures.contains("mail.sent") else { return }
    lines.title("Mail, by recipients: the mean, and half its 95 % interval")
    table(["delivered", "returned", "waiting", "latency", ""], numbers: 4, &lines) { number in
      let point = result.points[number]
      let latency = point.summary(of: "mail.latency-mean-seconds")
      return shown.map { Self.mean(point.summary(of: $0)) }
        + [latency.map { SiteClock.about(seconds: $0.mean) } ?? "-", ""]
    }
  }

  /// `1,234 ±12`
  static func mean(_ summary: SampleSummary?) -> String {
    guard let summary else { return "-" }
    let mean = grouped(Int(summary.mean.rounded()))
    guard let half = summary.halfWidth(), half > 0 else { return mean }
    return "\(mean) ±\(half < 10 ? fixedPoint(half, decimals: 1) : grouped(Int(half.rounded())))"
  }

  private func addDifferences(_ lines: inout Lines) {
    let measure = RunDigest.undeliveredMeasure
    let differences = result.differences(of: measure)
    guard !differences.isEmpty, differences.count <= Self.mostPoints,
      differences.contains(where: { $0.difference.mean != 0 })
    else { return }
    let first = order.points[0].values.joined(separator: ", ")
    lines.title("Not delivered, more than with \(first), run by run of equal chance")
    let axes = order.axes.map { Self.short($0.key) }
    var rows = [axes + ["mean", "95 %", "by chance"]]
    for (point, difference, p) in differences {
      let half = difference.halfWidth() ?? 0
      rows.append(
        order.points[point].values
          + [
            Self.signed(difference.mean),
            "\(Self.signed(difference.mean - half)) to \(Self.signed(difference.mean + half))",
            p < 0.001 ? "p < 0.001" : "p = \(fixedPoint(p, decimals: 3))",
          ]
      )
    }
    lines.rows(rows, numbers: axes.count..<(axes.count + 1))
  }

  static func signed(_ value: Double) -> String {
    let whole = Int(value.rounded())
    return whole > 0 ? "+\(grouped(whole))" : grouped(whole)
  }

  private func addTroubles(_ lines: inout Lines) {
    let troubled = result.points.indices.filter { !result.points[$0].troubles.isEmpty }
    guard !troubled.isEmpty else { return }
    lines.title("Runs that did not come to their end")
    lines.rows(
      troubled.prefix(Self.mostPoints).map { number in
        let point = result.points[number]
        let values = order.points[number].values.joined(separator: ", ")
        return [
          values, "\(point.runs.count - point.completeCount) of \(point.runs.count)",
          point.troubles.map { "\($0.word): \($0.reason)" }.joined(separator: "; "),
        ]
      }
    )
  }

  private func addSource(_ lines: inout Lines) {
    lines.title("The same again")
    let command = wrapped(command, width: width - 2, indent: 2, hanging: 2)
    for (number, line) in command.enumerated() {
      lines.verbatim(line + (number < command.count - 1 ? " \\" : ""))
    }
    lines.line("mailroom \(order.program), seed \(order.seed)")
  }
}
