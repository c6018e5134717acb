import Experiment
import Kernel
import Plan
import Record
import Text

/// The page of a sweep: how the site fares along what varies, then the numbers behind it.
struct SweepPage {
  let result: SweepResult
  /// The command that makes it again.
  let command: String

  var order: SweepOrder { result.order }
  var words: SweepWords { SweepWords(result: result) }
  var clock: SiteClock { SiteClock(start: order.start) }

  /// All of it.
  var frame: PageFrame {
    PageFrame(
      title: order.title.isEmpty ? "A site without a title" : order.title,
      kind: "Mailroom, a sweep",
      subtitle: { $0.text(extent) },
      answer: { answer.write(&$0) },
      sections: sections,
      foot: "mailroom \(order.program), seed \(order.seed)"
    )
  }

  private var extent: String {
    "\(counted(order.points.count, "point")), \(counted(result.digests.count, "run")) of"
      + " \(SiteClock.about(order.duration)) from \(order.start.spoken)"
  }

  private var sections: [PageFrame.Section] {
    var sections: [PageFrame.Section] = []
    func add(_ id: String, _ title: String, _ content: @escaping (inout MarkupWriter) -> Void) {
      sections.append(PageFrame.Section(id: id, title: title, content: content))
    }
    if failureCount > 0 { add("failures", "When something first fails", writeFailures) }
    if !order.expectations.isEmpty { add("expectations", "Expectations", writeExpectations) }
    if result.measures.contains("mail.sent") { add("mail", "Mail", writeMail) }
    if !differences.isEmpty { add("differences", "Against the first point", writeDifferences) }
    if !words.troubles.isEmpty {
      add("troubles", "Runs that did not come to their end", writeTroubles)
    }
    add("again", "The same again", writeSource)
    add("reading", "How to read this page", writeReading)
    return sections
  }

  /// How many runs had something fail because of a defect.
  var failureCount: Int { result.points.reduce(0) { $0 + ($1.survival?.failureCount ?? 0) } }

  /// What is shown of the points: all, or evenly chosen ones.
  var shownPoints: [Int] {
    let count = result.points.count
    guard count > Self.mostRows else { return Array(0..<count) }
    return (0..<Self.mostRows).map { $0 * (count - 1) / (Self.mostRows - 1) }
  }

  /// So many rows stand in a table; the files have them all.
  private static let mostRows = 200

  /// A point in words.
  func name(_ point: Int) -> String {
    let values = order.points[point].values
    return values.isEmpty ? "the site as it is" : values.joined(separator: ", ")
  }

  /// What follows a table that does not show all points.
  func writeRest(_ page: inout MarkupWriter) {
    guard result.points.count > shownPoints.count else { return }
    page.paragraphs([
      "\(shownPoints.count) of \(counted(result.points.count, "point")) are shown; points.csv has all."
    ])
  }

  private func writeSource(_ page: inout MarkupWriter) {
    page.paragraphs([
      "The same command with the same version gives the same bytes, this page included."
    ])
    page.command(command)
    page.definitions([["version", "mailroom \(order.program)"], ["seed", "\(order.seed)"]])
  }

  private func writeReading(_ page: inout MarkupWriter) {
    page.paragraphs([
      "Every point of a sweep is run several times. The runs of one number see the same arrivals, sizes"
        + " and choices at every point, as far as these exist there; so points are compared run by run,"
        + " and a difference is the site's rather than that of chance.",
      "An interval holds the mean, or the time by which half of the runs have failed, in 95 of 100 such"
        + " sweeps. Runs that ended before anything failed count as not failed up to then (Kaplan and"
        + " Meier). Where several points are compared with the first, the chances are corrected for"
        + " their number (Holm).",
      "A question mark stands where there are too few runs to tell.",
    ])
  }

  private func writeTroubles(_ page: inout MarkupWriter) {
    DataTable(
      heads: ["point", "runs", "why"],
      rows: words.troubles.prefix(200).map { point, cells in [name(point)] + cells }
    ).write(&page, label: "Runs that did not come to their end")
  }
}
