/// What all pages have: a head, a way through the sections, a foot.
struct PageFrame {
  /// What the page is of.
  let title: String
  /// What stands above the title, in a few words.
  let kind: String
  /// What stands below it.
  let subtitle: (inout MarkupWriter) -> Void
  /// What one came to read, before everything else.
  let answer: (inout MarkupWriter) -> Void
  /// The rest.
  let sections: [Section]
  /// What stands at the end.
  let foot: String

  /// A part of a page.
  struct Section {
    let id: String
    let title: String
    let content: (inout MarkupWriter) -> Void
  }

  /// The page as one file that needs nothing else.
  var bytes: [UInt8] {
    var page = MarkupWriter()
    page.doctype()
    page.element(.html, [.lang: "en"]) { page in
      page.line()
      head(&page)
      page.element(.body) { page in
        page.element(.a, [.class: "skip", .href: "#content"], "To the answer")
        page.line()
        page.element(.header) { page in
          page.element(.p, [.class: "kind"], kind)
          page.element(.h1, [:], title)
          page.element(.p, [.class: "extent"], subtitle)
        }
        page.line()
        page.element(.main, [.id: "content"]) { page in
          answer(&page)
          navigation(&page)
          for section in sections { write(section, &page) }
        }
        page.element(.footer, [:]) { $0.element(.p, [:], foot) }
      }
      page.line()
    }
    page.line()
    return page.bytes
  }

  private func head(_ page: inout MarkupWriter) {
    page.element(.head) { page in
      page.element(.meta, [.charset: "utf-8"])
      // Nothing is loaded, nothing runs: what looks like a script would not be one.
      page.element(
        .meta,
        [
          .httpEquivalent: "Content-Security-Policy",
          .content: "default-src 'none'; style-src 'sha256-\(StyleSheet.page.digest)'; "
            + "base-uri 'none'; form-action 'none'",
        ]
      )
      page.element(.meta, [.name: "viewport", .content: "width=device-width, initial-scale=1"])
      page.element(.meta, [.name: "color-scheme", .content: "light dark"])
      page.element(.meta, [.name: "referrer", .content: "no-referrer"])
      page.element(.meta, [.name: "generator", .content: "mailroom"])
      page.line()
      page.element(.title, [:], "\(title) · \(kind)")
      page.style(StyleSheet.page)
    }
    page.line()
  }

  private func navigation(_ page: inout MarkupWriter) {
    page.element(.nav, [.ariaLabel: "Sections"]) { page in
      page.element(.ul) { page in
        for section in sections {
          page.element(.li) { $0.element(.a, [.href: "#\(section.id)"], section.title) }
        }
      }
    }
    page.line()
  }

  private func write(_ section: Section, _ page: inout MarkupWriter) {
    page.element(.section, [.id: section.id, .ariaLabelledBy: "\(section.id)-h"]) { page in
      page.element(.h2, [.id: "\(section.id)-h"], section.title)
      page.line()
      section.content(&page)
    }
    page.line()
  }
}
