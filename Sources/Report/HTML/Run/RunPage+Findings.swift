import Experiment
import Plan
import Record
import Text

extension RunPage {
  /// Each expectation with its evidence, those first that did not hold.
  func writeExpectations(_ page: inout MarkupWriter) {
    page.element(.ul, [.class: "verdicts"]) { page in
      for verdict in words.verdicts {
        let (state, sign): (SiteGraph.State, String) =
          switch verdict.outcome {
          case .held: (.sound, "✓")
          case .failed: (.failed, "✕")
          case .undecided: (.hurt, "?")
          }
        page.element(.li) { page in
          page.element(.span, [.class: "badge \(state.rawValue)", .ariaHidden: "true"], sign)
          page.element(.div) { page in
            page.element(.p) { page in
              page.element(.strong, [:], verdict.text)
              page.element(.span, [.class: "outcome \(state.rawValue)"], verdict.outcome.rawValue)
            }
            for sentence in verdict.evidence { page.element(.p, [.class: "evidence"], sentence) }
          }
        }
        page.line()
      }
    }
  }

  /// Each defect on a host: what it did, where that leads, what prevents it.
  func writeFindings(_ page: inout MarkupWriter) {
    for (number, finding) in result.findings.enumerated() { write(finding, number, &page) }
  }

  private func write(_ finding: Finding, _ number: Int, _ page: inout MarkupWriter) {
    page.element(.article) { page in
      page.element(.h3, [:], "\(finding.defect) on \(finding.host)")
      page.paragraphs([finding.title] + (words.triggers(finding).map { [$0] } ?? []))
      page.definitions(words.failures(finding))
      page.paragraphs(words.furtherFailures(finding).map { [$0] } ?? [])
      for (place, outlook) in finding.outlooks.enumerated() {
        page.paragraphs(words.sentences(outlook))
        if !outlook.steps.isEmpty {
          DataTable(
            heads: ["at", "what happens", "when"],
            rows: words.steps(outlook),
            numbers: 0..<1
          ).write(&page, label: "On the way to the limit")
        }
        // What is taken beside it, without a limit, has the same shape.
        if place == 0 || outlook.limit != nil {
          OutlookChart(
            id: "outlook-\(number)-\(place)",
            finding: finding,
            outlook: outlook,
            words: words,
            markers: course.markers(on: finding.host, count: Self.mostMarkers)
          ).chart?.write(&page)
        }
      }
      page.definitions(words.help(finding))
      page.paragraphs(words.helplessness(finding))
    }
    page.line()
  }

  /// So many marks a chart has; more would hide each other.
  static let mostMarkers = 8

  /// The picture of the site.
  func writeSite(_ page: inout MarkupWriter) {
    SitePicture(SiteGraph(result, of: words.plan)).write(&page)
  }

  /// What happened, in order of time.
  func writeCourse(_ page: inout MarkupWriter) {
    let shown = course.told(Self.mostHappenings)
    page.element(.ul, [.class: "course"]) { page in
      for happening in shown {
        page.element(.li) { page in
          page.element(
            .svg,
            [.class: "glyph", .viewBox: "-7 -7 14 14", .ariaHidden: "true"]
          ) { page in
            let kind = happening.kind
            page.element(.path, [.class: "mark \(kind.rawValue)", .d: kind.shape])
          }
          page.element(.span, [.class: "when"], words.clock.both(happening.time))
          page.element(.span, [:], happening.words)
        }
        page.line()
      }
    }
    if shown.count == Self.mostHappenings {
      page.paragraphs(["The gravest are shown; events.csv has what stands in the event logs."])
    }
  }

  private static let mostHappenings = 24
}
