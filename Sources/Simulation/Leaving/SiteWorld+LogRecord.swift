import Kernel
import Plan
import Record

/// What an entry says, and of what.
private struct Said: Hashable {
  let kind: Int
  let subject: Int
}

extension SiteWorld {
  /// The event logs, of one host or of all.
  func logRecord(host: Int?) -> LogRecord {
    var entries: [LogRecord.Entry] = []
    // Tens of thousands of entries say a few things: each is put into words once.
    var texts: [Said: String] = [:]
    let count = min(log.written, log.lines.count)
    for number in log.written - count..<log.written {
      let line = log.lines[number % log.lines.count]
      if let host, Int(line.host) != host { continue }
      let kind = log.kinds[Int(line.kind)]
      let said = Said(kind: Int(line.kind), subject: line.subject)
      let text = texts[said] ?? self.text(of: said.kind, said.subject)
      texts[said] = text
      entries.append(
        LogRecord.Entry(
          time: Instant(ticks: line.time),
          host: plan.hosts[Int(line.host)].name,
          source: kind.source,
          id: kind.id,
          text: text
        )
      )
    }
    var totals: [LogRecord.Total] = []
    for (number, hostPlan) in plan.hosts.enumerated() where host == nil || host == number {
      for (kind, name) in log.kinds.enumerated() {
        let total = log.totals[kind * plan.hosts.count + number]
        guard total.count > 0 else { continue }
        totals.append(
          LogRecord.Total(
            host: hostPlan.name,
            source: name.source,
            id: name.id,
            count: total.count,
            first: Instant(ticks: total.first),
            last: Instant(ticks: total.last)
          )
        )
      }
    }
    return LogRecord(entries: entries, totals: totals)
  }

  func text(of kind: Int, _ subject: Int) -> String {
    guard kind < LoggedEvent.allCases.count else { return "" }
    let event = LoggedEvent.allCases[kind]
    var what = ""
    switch event {
    case .drWatson, .serviceTerminated:
      what =
        event == .drWatson
        ? plan.processes[subject].image
        : plan.processes[subject].service ?? plan.processes[subject].image
    case .noControlBlocks, .associationFailed:
      let other = Int(mail.places[subject].key)
      what = other < plan.servers.count ? plan.hosts[Int(servers[other].host)].name : "a neighbour"
    case .mailbagFull:
      let other = Int(mail.places[subject].key)
      what = other < plan.postOffices.count ? plan.postOffices[other].name : "a post office"
    default: what = "the mail host"
    }
    return event.text.split(separator: "%", omittingEmptySubsequences: false).joined(
      separator: what
    )
  }
}
