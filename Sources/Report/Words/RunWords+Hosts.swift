import Kernel
import Plan
import Record
import Text

extension RunWords {
  /// A host on which something happened.
  struct HostStory {
    let name: String
    let system: String
    /// What its users noticed: what, and how it showed.
    let symptoms: [(lead: String, rest: String)]
    /// Its restarts, and what its processes did by themselves.
    let sentences: [String]
  }

  /// The hosts on which something happened, and those on which nothing did, in a word.
  var hosts: (stories: [HostStory], quiet: String?) {
    var stories: [HostStory] = []
    var quiet: [String] = []
    for host in record.hosts {
      let processes = record.processes.filter { $0.host == host.name && isWorthALine($0) }
      if host.symptoms.isEmpty, host.reboots.isEmpty, processes.isEmpty {
        quiet.append(host.name)
        continue
      }
      var sentences: [String] = []
      if let last = host.reboots.last {
        let times = host.reboots.count == 1 ? "" : "\(host.reboots.count) times, last "
        sentences.append("started again \(times)\(clock.both(last))")
      }
      stories.append(
        HostStory(
          name: host.name,
          system: host.system,
          symptoms: host.symptoms.map(words),
          sentences: sentences + processes.map(words)
        )
      )
    }
    let names = quiet.count > 4 ? "\(grouped(quiet.count)) hosts" : listed(quiet)
    return (stories, quiet.isEmpty ? nil : "\(names): nothing to report")
  }

  /// Whether a process did something by itself that it should not have done, or does not run.
  private func isWorthALine(_ process: ProcessRecord) -> Bool {
    process.state != .running || process.stopCount > UInt64(process.stops.count)
      || process.stops.contains { !$0.reason.isWanted }
  }

  private func words(_ symptom: SymptomRecord) -> (lead: String, rest: String) {
    let whose = symptom.process.map { " in \($0)" } ?? ""
    let end = symptom.last.map { "until \(clock.moment($0))" } ?? "and still"
    return (
      Self.words(symptom.symptom),
      ": short of \(symptom.resource)\(whose), from \(clock.both(symptom.first)) \(end)"
    )
  }

  private func words(_ process: ProcessRecord) -> String {
    let name = process.service.map { "\($0) (\(process.image))" } ?? process.image
    var words = [
      process.state == .running ? "runs again" : "\(Self.words(process.state)) at the end"
    ]
    let own = process.stops.filter { !$0.reason.isWanted }
    if let first = own.first {
      let why = first.defect.map { ", \($0)" } ?? ""
      let more = own.count > 1 ? ", and \(counted(own.count - 1, "time")) more" : ""
      words.insert("\(Self.words(first.reason)) \(clock.both(first.time))\(why)\(more)", at: 0)
    }
    let unlisted = process.stopCount - min(process.stopCount, UInt64(process.stops.count))
    if unlisted > 0 { words.append("\(counted(unlisted, "further stop"))") }
    return "\(name): \(words.joined(separator: "; "))"
  }

  private static func words(_ state: ProcessRecord.State) -> String {
    switch state {
    case .running: "running"
    case .starting: "starting"
    case .stopped: "stopped"
    case .hanging: "hanging"
    }
  }

  /// Why a process stopped, as something it did.
  static func words(_ reason: ProcessRecord.Reason) -> String {
    switch reason {
    case .asked: "was stopped"
    case .host: "stopped with its host"
    case .unexpected: "ended unexpectedly"
    case .hang: "hung"
    case .exhausted: "ran out of something"
    }
  }
}

extension ProcessRecord.Reason {
  /// Whether somebody meant the process, or its host, to stop.
  var isWanted: Bool { self == .asked || self == .host }
}
