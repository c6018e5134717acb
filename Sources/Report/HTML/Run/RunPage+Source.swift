import Experiment
import Plan
import Record
import Text

extension RunPage {
  /// The hosts on which something happened.
  func writeHosts(_ page: inout MarkupWriter) {
    let (stories, quiet) = words.hosts
    for story in stories {
      page.element(.h3) { page in
        page.text(story.name)
        page.element(.small, [:], story.system)
      }
      page.element(.ul) { page in
        for symptom in story.symptoms {
          page.element(.li) { page in
            page.element(.strong, [.class: "failed"], symptom.lead)
            page.text(symptom.rest)
          }
        }
        for sentence in story.sentences { page.element(.li, [:], sentence) }
      }
      page.line()
    }
    if let quiet { page.paragraphs([quiet]) }
  }

  /// What nobody stated.
  func writeAssumptions(_ page: inout MarkupWriter) {
    let mattered = words.assumptions.mattered
    page.paragraphs([
      "No text states these values; another choice may give another result. Each can be set in the topology."
    ])
    if !mattered.isEmpty {
      DataTable(
        heads: ["what", "value", "from"],
        rows: mattered.map { [$0.name, $0.value, "\($0.provenance)"] }
      ).write(&page, label: "Values that nothing states")
    }
    guard let further = words.furtherAssumptions else { return }
    page.element(.p) { page in
      page.text("\(further): ")
      page.element(.code, [:], source.planCommand)
    }
  }

  /// How to get the same again.
  func writeSource(_ page: inout MarkupWriter) {
    page.paragraphs([
      "The same command with the same version gives the same bytes, this page included."
    ])
    page.command(source.command)
    page.definitions([
      ["version", "mailroom \(source.version)"], ["seed", "\(record.seed)"],
      ["fingerprint", record.fingerprintText],
    ])
  }

  /// How to read the page.
  func writeReading(_ page: inout MarkupWriter) {
    page.paragraphs([
      "This is a simulation of one run: the site as the topology describes it, with chance drawn from"
        + " the seed. Another seed gives another run of the same site.",
      "A defect is only found where its own conditions hold: the versions, the set-up and the event"
        + " that sets it off. A held expectation can be bad news: ‘reproduces’ means that the defect"
        + " shows as it is described.",
      "Charts begin at nothing, unless they say otherwise, so that small movements look small. A line"
        + " that was thinned keeps the least and the greatest value of each stretch; where it breaks,"
        + " the service was down. The shaded area is where 90 of 100 such runs are expected to lie.",
      "Each chart has its values as a table below it, and everything that colour says is said by a"
        + " sign, a pattern or a word too.",
    ])
    page.element(.ul, [.class: "key"]) { page in
      for kind in ChartMarker.Kind.allCases {
        page.element(.li) { page in
          page.element(
            .svg,
            [.class: "glyph", .viewBox: "-7 -7 14 14", .ariaHidden: "true"]
          ) { page in
            page.element(.path, [.class: "mark \(kind.rawValue)", .d: kind.shape])
          }
          page.text(kind.words)
        }
      }
    }
  }
}
