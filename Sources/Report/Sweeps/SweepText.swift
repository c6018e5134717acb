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
  private var words: SweepWords { SweepWords(result: result) }

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
        + " \(order.start.spoken), seed \(order.seed); \(counted(events, "event"))"
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
    let names = order.axes.map { SweepWords.short($0.key) }
    var rows = [names + heads]
    for point in result.points.indices.prefix(Self.mostPoints) {
      rows.append(order.points[point].values + cells(point))
    }
    lines.rows(rows, numbers: axes..<(axes + numbers))
    if result.points.count > Self.mostPoints {
      lines.line("and \(counted(result.points.count - Self.mostPoints, "more point"))")
    }
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
      let cells = words.failure(number)
      let median = result.points[number].survival?.quantile(0.5)
      return [
        cells.failed, cells.half ?? "-", cells.interval ?? "-",
        median.map { plot($0, columns: length) } ?? "",
      ]
    }
    for failure in result.failures.prefix(6) {
      lines.line("first in \(counted(failure.count, "run")): \(failure.what)")
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
      let percent = "\(percentText(interval.low)) to \(percentText(interval.high))"
      return ["\(held.successes) of \(held.count)", percent, worst(point)]
    }
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
      words.mail(number, shown) + [""]
    }
  }

  private func addDifferences(_ lines: inout Lines) {
    let measure = RunDigest.undeliveredMeasure
    let differences = result.differences(of: measure)
    guard !differences.isEmpty, differences.count <= Self.mostPoints,
      differences.contains(where: { $0.difference.mean != 0 })
    else { return }
    let first = order.points[0].values.joined(separator: ", ")
    lines.title("Not delivered, more than with \(first), run by run of equal chance")
    let axes = order.axes.map { SweepWords.short($0.key) }
    var rows = [axes + ["mean", "95 %", "by chance"]]
    for (point, difference, p) in differences {
      rows.append(order.points[point].values + SweepWords.difference(difference, p))
    }
    lines.rows(rows, numbers: axes.count..<(axes.count + 1))
  }

  private func addTroubles(_ lines: inout Lines) {
    let troubles = words.troubles
    guard !troubles.isEmpty else { return }
    lines.title("Runs that did not come to their end")
    lines.rows(
      troubles.prefix(Self.mostPoints).map { point, cells in
        [order.points[point].values.joined(separator: ", ")] + cells
      }
    )
  }

  private func addSource(_ lines: inout Lines) {
    lines.title("The same again")
    lines.command(command)
    lines.line("mailroom \(order.program), seed \(order.seed)")
  }
}
