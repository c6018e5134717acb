import Experiment
import Plan
import Record
import Text

extension SweepPage {
  /// Whether what was expected held, point by point.
  func writeExpectations(_ page: inout MarkupWriter) {
    RankedBars(
      title: "Runs in which every expectation held",
      heads: ("point", "held"),
      axis: Axis(
        from: 0,
        to: 1,
        ticks: [.init(value: 0, label: "0 %"), .init(value: 1, label: "100 %")],
        words: { percentText($0) }
      ),
      rows: shownPoints.map { number in
        guard let held = result.points[number].held else {
          return RankedBars.Row(
            name: name(number),
            value: 0,
            interval: nil,
            words: "not decided",
            state: .hurt
          )
        }
        let interval = held.interval()
        return RankedBars.Row(
          name: name(number),
          value: held.share,
          interval: interval.low...interval.high,
          words: "\(held.successes) of \(held.count)",
          state: held.successes == held.count ? .sound : held.successes == 0 ? .failed : .hurt
        )
      }
    ).write(&page)
    writeRest(&page)
    DataTable(
      heads: ["expectation"] + shownPoints.prefix(12).map(name),
      rows: order.expectations.enumerated().map { number, text in
        let measure = RunDigest.measure(ofExpectation: number)
        return [text]
          + shownPoints.prefix(12).map { point in
            let known = result.points[point].runs.compactMap { $0[measure] }
            return known.isEmpty ? "open" : "\(known.count { $0 == 1 }) of \(known.count)"
          }
      },
      numbers: 1..<13
    ).write(folded: "Each expectation", &page)
  }

  /// What became of the mail.
  func writeMail(_ page: inout MarkupWriter) {
    if let chart = undeliveredChart {
      chart.write(&page)
    } else {
      mailTable.write(&page, label: "Mail, by recipients")
    }
    writeRest(&page)
  }

  /// What did not arrive along the only axis; nil where that is not what varies, or where all arrived.
  private var undeliveredChart: Chart? {
    guard let values = numericValues else { return nil }
    let ranges = shownPoints.compactMap { point in
      result.points[point].summary(of: RunDigest.undeliveredMeasure).map { summary in
        let half = summary.halfWidth() ?? 0
        return Chart.Range(
          x: values[point],
          value: summary.mean,
          low: max(summary.mean - half, 0),
          high: summary.mean + half
        )
      }
    }
    guard let most = ranges.map(\.high).max(), most > 0 else { return nil }
    return Chart(
      id: "undelivered",
      title: "Recipients without their mail at the end, along \(order.axes[0].key)",
      description: "Mean numbers of recipients without their mail, with their intervals of 95 %.",
      size: .whole,
      x: valueAxis(values),
      y: Axis.amounts(upTo: most),
      layers: [.intervals(ranges, .first, name: "without their mail")],
      markers: [],
      table: mailTable
    )
  }

  private var mailTable: DataTable {
    let shown = ["mail.sent", "mail.delivered", "mail.returned", "mail.waiting"]
    return DataTable(
      heads: ["point", "sent", "delivered", "returned", "waiting", "mean latency"],
      rows: shownPoints.map { number in
        [name(number)] + words.mail(number, shown)
      },
      numbers: 1..<6
    )
  }

  /// How points differ from the first in what did not arrive; none where nothing does.
  var differences: [(point: Int, difference: PairedDifference, adjustedP: Double)] {
    guard result.points.count <= 2_000 else { return [] }
    let found = result.differences(of: RunDigest.undeliveredMeasure)
    return found.contains { $0.difference.mean != 0 } ? found : []
  }

  /// The differences as a table.
  func writeDifferences(_ page: inout MarkupWriter) {
    page.paragraphs([
      "Recipients without their mail at the end, more than with \(name(0)), run by run of equal chance."
    ])
    DataTable(
      heads: ["point", "mean", "95 %", "by chance"],
      rows: differences.prefix(200).map { point, difference, p in
        [name(point)] + SweepWords.difference(difference, p)
      },
      numbers: 1..<4
    ).write(&page, label: "Differences from the first point")
  }
}
