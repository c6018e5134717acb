/// The answer of a page in a word or two, with what follows from it.
struct PageAnswer {
  /// How it fares.
  let state: SiteGraph.State
  /// The answer.
  let headline: String
  /// What more there is to say, a sentence each.
  let sentences: [String]
  /// A few facts with their names, of which the value stands large.
  let facts: [Fact]
  /// The command that does what is answered; nil where there is none.
  var command: String? = nil

  /// A fact.
  struct Fact {
    let name: String
    let value: String
    let remark: String
  }

  /// Writes the answer.
  func write(_ page: inout MarkupWriter) {
    page.element(.div, [.class: "answer \(state.rawValue)"]) { page in
      page.element(.p, [.class: "headline"]) { page in
        page.element(
          .span,
          [.class: "badge \(state.rawValue)", .ariaHidden: "true"],
          state == .sound ? "✓" : state.sign
        )
        page.text(headline)
      }
      for sentence in sentences { page.element(.p, [:], sentence) }
      if let command { page.command(command) }
    }
    page.line()
    guard !facts.isEmpty else { return }
    page.element(.dl, [.class: "facts"]) { page in
      for fact in facts {
        page.element(.div) { page in
          page.element(.dt, [:], fact.name)
          page.element(.dd) { page in
            page.element(.strong, [:], fact.value)
            page.element(.span, [:], fact.remark)
          }
        }
      }
    }
    page.line()
  }
}

extension MarkupWriter {
  /// A command as one types it.
  mutating func command(_ words: String) {
    element(.p) { $0.element(.code, [.class: "command"], words) }
    line()
  }

  /// Paragraphs, one for each of these.
  mutating func paragraphs(_ sentences: [String]) {
    for sentence in sentences {
      element(.p, [:], sentence)
      line()
    }
  }

  /// Names with what is to be said of each.
  mutating func definitions(_ rows: [[String]]) {
    guard !rows.isEmpty else { return }
    element(.dl, [.class: "rows"]) { page in
      for row in rows {
        page.element(.div) { page in
          page.element(.dt, [:], row[0])
          for words in row.dropFirst() { page.element(.dd, [:], words) }
        }
        page.line()
      }
    }
  }
}
