import Experiment
import Text

extension SummaryText {
  /// A defect on a host: what it did, where that leads, what prevents it.
  func add(_ finding: Finding, _ lines: inout Lines) {
    lines.title("\(finding.defect) on \(finding.host)")
    lines.line(finding.title)
    if let triggers = words.triggers(finding) { lines.line(triggers) }
    lines.rows(words.failures(finding))
    if let further = words.furtherFailures(finding) { lines.line(further) }
    for outlook in finding.outlooks {
      for sentence in words.sentences(outlook) { lines.line(sentence) }
      let steps = words.steps(outlook).map { [$0[0], "\($0[1]): \($0[2])"] }
      lines.rows(steps, indent: 4, numbers: 0..<1)
    }
    lines.rows(words.help(finding))
    for sentence in words.helplessness(finding) { lines.line(sentence) }
  }
}
