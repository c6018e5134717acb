import Record
import Text

extension SummaryText {
  /// The hosts on which something happened, and how many others there are.
  func addHosts(_ lines: inout Lines) {
    guard !record.hosts.isEmpty else { return }
    lines.title("Hosts")
    let (stories, quiet) = words.hosts
    for host in stories {
      lines.line(": \(host.system)", lead: host.name, paint: style.bold)
      for symptom in host.symptoms {
        lines.line(symptom.rest, indent: 4, lead: symptom.lead, paint: style.red)
      }
      for sentence in host.sentences { lines.line(sentence, indent: 4) }
    }
    if let quiet { lines.line(quiet) }
  }
}
