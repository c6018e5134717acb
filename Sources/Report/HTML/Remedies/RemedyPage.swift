import Plan
import Record
import Text

/// The page of what was tried about a site's defects: what helps first, then all that was tried.
struct RemedyPage {
  let record: RemedyRecord

  var words: RemedyWords { RemedyWords(record: record) }

  /// All of it.
  var frame: PageFrame {
    PageFrame(
      title: record.title.isEmpty ? "A site without a title" : record.title,
      kind: "Mailroom, what helps",
      subtitle: { $0.text(words.extent) },
      answer: { answer.write(&$0) },
      sections: sections,
      foot: "mailroom \(record.program), seed \(record.seed)"
    )
  }

  private var sections: [PageFrame.Section] {
    var sections: [PageFrame.Section] = []
    func add(_ id: String, _ title: String, _ content: @escaping (inout MarkupWriter) -> Void) {
      sections.append(PageFrame.Section(id: id, title: title, content: content))
    }
    if !charts.isEmpty {
      add("differences", "What each would do") { page in for chart in charts { chart.write(&page) }
      }
    }
    for effect in RemedyRecord.Effect.allCases {
      let own = record.remedies.filter { $0.effect == effect }
      guard !own.isEmpty else { continue }
      add(effect.rawValue, RemedyWords.title(effect)) { write(own, &$0) }
    }
    if !record.causes.isEmpty { add("base", "The site as it is", writeBase) }
    if !record.assumptions.isEmpty { add("assumptions", "What this rests upon", writeAssumptions) }
    add("again", "The same again", writeSource)
    add("reading", "How to read this page", writeReading)
    return sections
  }

  /// Remedies of one effect, each with what it changes and the command that runs the site with it.
  private func write(_ remedies: [RemedyRecord.Remedy], _ page: inout MarkupWriter) {
    page.element(.ul, [.class: "verdicts"]) { page in
      for remedy in remedies {
        let (style, sign) = Self.badge(remedy.effect)
        page.element(.li) { page in
          page.element(.span, [.class: "badge \(style)", .ariaHidden: "true"], sign)
          page.element(.div) { page in
            page.element(.p) { page in
              page.element(.strong, [:], remedy.words)
              page.element(.span, [.class: "outcome \(style)"], remedy.kind)
            }
            for sentence in RemedyWords.evidence(remedy) {
              page.element(.p, [.class: "evidence"], sentence)
            }
            page.element(.p, [.class: "changes"]) { page in
              page.text("changes ")
              for (place, change) in remedy.changes.enumerated() {
                if place > 0 { page.text(", ") }
                page.element(.code, [:], "\(change.key): \(change.value)")
              }
            }
            page.command(remedy.command)
          }
        }
        page.line()
      }
    }
  }

  /// How an effect is shown, with and without colour.
  private static func badge(_ effect: RemedyRecord.Effect) -> (style: String, sign: String) {
    switch effect {
    case .prevents: ("sound", "✓")
    case .delays: ("hurt", "›")
    case .eases: ("hurt", "+")
    case .nothing: ("plain", "=")
    case .worsens: ("failed", "✕")
    case .untried: ("plain", "?")
    }
  }

  private func writeBase(_ page: inout MarkupWriter) {
    page.paragraphs([RemedyWords.sentence(words.base)])
    page.definitions(record.causes.map { ["\($0.defect) on \($0.host)", $0.title] })
    guard !record.base.failures.isEmpty else { return }
    DataTable(
      heads: ["what failed first", "runs"],
      rows: record.base.failures.map { [$0.what, "\($0.runCount) of \(record.base.runCount)"] },
      numbers: 1..<2
    ).write(&page, label: "What failed first")
  }

  private func writeAssumptions(_ page: inout MarkupWriter) {
    page.paragraphs([
      "No text states these values; another choice may give another result. Each can be set in the topology."
    ])
    DataTable(
      heads: ["what", "value", "from"],
      rows: record.assumptions.map { [$0.name, $0.value, "\($0.provenance)"] }
    ).write(&page, label: "Values that nothing states")
  }

  private func writeSource(_ page: inout MarkupWriter) {
    page.paragraphs([
      "The same command with the same version gives the same bytes, this page included."
    ])
    page.command(record.command)
    page.definitions([["version", "mailroom \(record.program)"], ["seed", "\(record.seed)"]])
  }

  private func writeReading(_ page: inout MarkupWriter) {
    page.paragraphs([
      "Everything was tried alone, several times, and the runs of one number see the same arrivals, sizes"
        + " and choices as those of the site as it is, as far as these exist there. So each is compared"
        + " with the site as it is run by run, and a difference is the remedy's rather than that of chance.",
      "An interval holds the mean difference in 95 of 100 such trials; one that crosses the line of no"
        + " difference may be chance. What is called a difference was checked with chances that are"
        + " corrected for as many comparisons as there are (Holm).",
      "A run in which nothing fails counts as failing at its end, so what prevents a failure delays it by"
        + " at least what the chart shows; that is why its mark is an arrow.",
      "Of what does the same, that which is less trouble comes first, in our own order: settings, hotfixes,"
        + " service packs, restarts, routes, memory, other products.",
    ])
  }
}
