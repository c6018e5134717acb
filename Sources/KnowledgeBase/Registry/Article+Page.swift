import Plan
public import Text

extension Article {
  /// What is known of it, in plain words, each amount with where it comes from.
  public var page: Page { defect.page(note: comment) }

  /// The remark at the top of its file.
  private var comment: String {
    text.split(separator: "\n").prefix { $0.hasPrefix("#") }
      .map { $0.drop { $0 == "#" || $0 == " " } }.joined(separator: " ")
  }
}

extension Defect {
  /// What it affects, what sets it off, what it does, how it shows, what frees and what corrects it.
  func page(note: String) -> Page {
    var rows: [Page.Row] = []
    func add(_ name: String, _ texts: [String]) {
      for (number, text) in texts.enumerated() {
        rows.append(Page.Row(number == 0 ? name : "", text))
      }
    }
    add(
      "affects",
      alternatives.enumerated().map { ($0 == 0 ? "" : "or ") + $1 }
    )
    add("needs", GateItem.items(of: gate.needs).map(\.requirement))
    add("set off", [DefectWords.trigger(trigger)])
    add("effect", effects.map { DefectWords.effect($0, of: trigger) })
    add("pool", pools.map(DefectWords.pool))
    add("shows", signs.map(DefectWords.sign))
    add(
      "frees",
      remedies.isEmpty
        ? ["nothing that is known"]
        : remedies.map { DefectWords.remedy($0.value) + DefectWords.source($0.provenance) }
    )
    add("fixed", fixes.isEmpty ? ["nowhere that is known"] : fixes.map(DefectWords.fix))
    return Page(id, title, [.paragraph(note), .rows(title: "", rows)])
  }

  private var alternatives: [String] {
    gate.alternatives.isEmpty
      ? ["any host"] : gate.alternatives.map(GateWords.requirement)
  }
}
