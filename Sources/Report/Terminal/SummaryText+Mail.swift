import Record
import Text

extension SummaryText {
  /// What became of the mail: all of it, then the flows, then what did not arrive.
  func addMail(_ lines: inout Lines) {
    guard !record.flows.isEmpty else { return }
    lines.title("Mail, by recipients")
    let rows = [RunWords.mailColumns] + words.mailRows + (words.mailTotal.map { [$0] } ?? [])
    // Nothing stands in the last column, so that the one before it stands to the right.
    lines.rows(rows.map { $0 + [""] }, numbers: 1..<8)
    if let further = words.furtherFlows { lines.line(further) }
    if let lost = words.lostMail { lines.line(lost.rest, lead: lost.lead, paint: style.red) }
    lines.rows(words.returnedRows)
    lines.rows(words.queueRows)
    if let further = words.furtherQueues { lines.line(further) }
  }
}
