import Kernel
import Plan
import Record
import Text

extension SummaryText {
  /// The hosts on which something happened, and how many others there are.
  func addHosts(_ lines: inout Lines) {
    guard !record.hosts.isEmpty else { return }
    lines.title("Hosts")
    var quiet: [String] = []
    for host in record.hosts {
      let processes = record.processes.filter { $0.host == host.name && isWorthALine($0) }
      if host.symptoms.isEmpty, host.reboots.isEmpty, processes.isEmpty {
        quiet.append(host.name)
        continue
      }
      lines.line(": \(host.system)", lead: host.name, paint: style.bold)
      for symptom in host.symptoms { add(symptom, &lines) }
      if let last = host.reboots.last {
        let times = host.reboots.count == 1 ? "" : "\(host.reboots.count) times, last "
        lines.line("started again \(times)\(clock.both(last))", indent: 4)
      }
      for process in processes { add(process, &lines) }
    }
    guard !quiet.isEmpty else { return }
    let names = quiet.count > 4 ? "\(grouped(quiet.count)) hosts" : listed(quiet)
    lines.line("\(names): nothing to report")
  }

  /// Whether a process did something by itself that it should not have done, or does not run.
  private func isWorthALine(_ process: ProcessRecord) -> Bool {
    process.state != .running || process.stopCount > UInt64(process.stops.count)
      || process.stops.contains { ![.asked, .host].contains($0.reason) }
  }

  private func add(_ symptom: SymptomRecord, _ lines: inout Lines) {
    let whose = symptom.process.map { " in \($0)" } ?? ""
    let end = symptom.last.map { "until \(clock.moment($0))" } ?? "and still"
    lines.line(
      ": short of \(symptom.resource)\(whose), from \(clock.both(symptom.first)) \(end)",
      indent: 4,
      lead: Self.words(symptom.symptom),
      paint: style.red
    )
  }

  private func add(_ process: ProcessRecord, _ lines: inout Lines) {
    let name = process.service.map { "\($0) (\(process.image))" } ?? process.image
    var words = [
      process.state == .running ? "runs again" : "\(Self.words(process.state)) at the end"
    ]
    let own = process.stops.filter { ![.asked, .host].contains($0.reason) }
    if let first = own.first {
      let why = first.defect.map { ", \($0)" } ?? ""
      let more = own.count > 1 ? ", and \(counted(own.count - 1, "time")) more" : ""
      words.insert("\(Self.words(first.reason)) \(clock.both(first.time))\(why)\(more)", at: 0)
    }
    let unlisted = process.stopCount - min(process.stopCount, UInt64(process.stops.count))
    if unlisted > 0 { words.append("\(counted(unlisted, "further stop"))") }
    lines.line("\(name): \(words.joined(separator: "; "))", indent: 4)
  }

  private static func words(_ state: ProcessRecord.State) -> String {
    switch state {
    case .running: "running"
    case .starting: "starting"
    case .stopped: "stopped"
    case .hanging: "hanging"
    }
  }

  private static func words(_ reason: ProcessRecord.Reason) -> String {
    switch reason {
    case .asked: "was stopped"
    case .host: "stopped with its host"
    case .unexpected: "ended unexpectedly"
    case .hang: "hung"
    case .exhausted: "ran out of something"
    }
  }
}
