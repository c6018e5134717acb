public import Record
public import Text

/// What helps against a site's defects, in words: the easiest that suffices in one sentence, then all that
/// was tried, the best first.
public struct RemedyText {
  let record: RemedyRecord
  let style: Style
  let width: Int

  /// The text of a record, for a terminal of `width` columns.
  public init(of record: RemedyRecord, style: Style, width: Int) {
    self.record = record
    self.style = style
    self.width = width
  }

  /// All of it.
  public var text: String {
    var lines = Lines(style: style, width: width)
    guard !record.causes.isEmpty else {
      lines.line("No defect is set off in this run, so there is nothing to remedy.", indent: 0)
      return lines.text
    }
    let words = RemedyWords(record: record)
    lines.title("What helps: \(record.title)")
    lines.line(words.extent)
    lines.line(words.base)
    addAnswer(&lines)
    for effect in RemedyRecord.Effect.allCases { add(effect, &lines) }
    return lines.text
  }

  private func addAnswer(_ lines: inout Lines) {
    guard let cheapest = record.cheapest else {
      return lines.title("Nothing that was tried prevents it")
    }
    lines.title("The easiest that prevents it: \(cheapest.words)")
    lines.command(cheapest.command)
  }

  private func add(_ effect: RemedyRecord.Effect, _ lines: inout Lines) {
    let own = record.remedies.filter { $0.effect == effect }
    guard !own.isEmpty else { return }
    lines.title(RemedyWords.title(effect))
    lines.rows(
      own.map { remedy in
        let evidence = RemedyWords.evidence(remedy)
        let seen = evidence.isEmpty ? "" : ": " + evidence.joined(separator: "; ")
        return [remedy.kind, remedy.words + seen]
      }
    )
  }
}
