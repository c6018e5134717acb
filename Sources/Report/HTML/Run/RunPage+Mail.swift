import Experiment
import Plan
import Record
import Text

extension RunPage {
  /// What became of the mail.
  func writeMail(_ page: inout MarkupWriter) {
    page.paragraphs([
      "Counted by recipients. The times are those from writing to delivery that half, 95 and 99 of"
        + " 100 stayed below."
    ])
    DataTable(
      heads: ["flow"] + RunWords.mailColumns.dropFirst(),
      rows: words.mailRows + (words.mailTotal.map { [$0] } ?? []),
      numbers: 1..<8
    ).write(&page, label: "What became of the mail")
    page.paragraphs(words.furtherFlows.map { [$0] } ?? [])
    if let lost = words.lostMail {
      page.element(.p) { page in
        page.element(.strong, [:], lost.lead)
        page.text(lost.rest)
      }
    }
    page.definitions(words.returnedRows + words.queueRows)
    page.paragraphs(words.furtherQueues.map { [$0] } ?? [])
  }

  /// The counters that an administrator could have seen; what a defect took is shown with it.
  var counters: [SeriesRecord.Counter] {
    record.series.counters.filter(\.kind.isCounter)
  }

  /// The counters: those that something was expected of and the lengths of queues, then the others.
  func writeCounters(_ page: inout MarkupWriter) {
    let claimed = claimedPaths
    let isFirst = counters.map { counter in
      counter.path.counter.contains("Queue") || claimed.contains { $0.matches(counter.path) }
    }
    let first = counters.indices.filter { isFirst[$0] }
    let others = counters.indices.filter { !isFirst[$0] }
    let shown = first.isEmpty ? Array(others.prefix(Self.fewCounters)) : first
    let folded = first.isEmpty ? Array(others.dropFirst(Self.fewCounters)) : others
    writeGrid(shown, &page)
    guard !folded.isEmpty else { return }
    page.element(.details, [.class: "more"]) { page in
      page.element(.summary, [:], counted(folded.count, "further counter"))
      writeGrid(folded, &page)
    }
  }

  private static let fewCounters = 6

  private func writeGrid(_ places: [Int], _ page: inout MarkupWriter) {
    page.element(.div, [.class: "grid"]) { page in
      page.line()
      for place in places {
        let counter = counters[place]
        CounterChart(
          id: "counter-\(place)",
          counter: counter,
          words: words,
          markers: course.markers(on: counter.path.host, count: Self.mostMarkers, withAll: false)
        ).chart.write(&page)
      }
    }
  }

  /// The counters that something is expected of.
  private var claimedPaths: [CounterPath] {
    words.plan.expectations.compactMap { expectation in
      switch expectation.claim {
      case .trend(let path, _, _), .below(let path, _), .above(let path, _),
        .backToBaseline(let path, _):
        path
      case .reproduces, .absent, .logged, .notLogged, .service, .delivered: nil
      }
    }
  }
}
