import Foundation
import Kernel
import Plan
import Record
import Schema
import Simulation
import Testing
import Text
import Topology

/// A site on its way through a run, from its text on: what is to be seen of it at each moment.
final class Stage {
  let plan: SitePlan
  private var run: SiteRun

  /// A site at its start: a text in which each first part of `changes` is replaced by the second.
  init(
    _ text: String,
    _ changes: KeyValuePairs<String, String> = [:],
    adding lines: String = "",
    seed: UInt64? = nil
  ) throws {
    var text = text
    for (old, new) in changes {
      try #require(text.contains(old), "`\(old)` is not in the text")
      text = text.replacing(old, with: new)
    }
    if !lines.isEmpty { text += "\n" + lines + "\n" }
    let reading = Reading()
    let compiled = Topologies.compile(Array(text.utf8), file: "site.yaml", reading) { path in
      FileManager.default.contents(atPath: path).map(Array.init)
    }
    let report = DiagnosticText.render([reading], style: Style(isColored: false))
    plan = try #require(compiled?.plan, "\(report)")
    run = try SiteRun(plan, seed: seed)
  }

  /// What was said of a text that is refused, or warned of.
  static func complaints(_ text: String, _ changes: KeyValuePairs<String, String> = [:]) -> [String]
  {
    var text = text
    for (old, new) in changes { text = text.replacing(old, with: new) }
    let reading = Reading()
    _ = Topologies.read(Array(text.utf8), file: "site.yaml", reading)
    return reading.diagnostics.map(\.message)
  }

  /// Goes on until a time after the start; the books must be sound there.
  func go(to time: Interval) throws {
    let asking = StopRequest()
    var pause = run.advance(until: .start + time, unless: asking)
    while pause == .asked || pause == .budget {
      pause = run.advance(until: .start + time, unless: asking)
    }
    try #require(pause == .horizon || pause == .idle, "\(pause)")
    let complaint = run.audit()
    try #require(complaint == nil, "at \(time): \(complaint ?? "")")
  }

  /// Goes on until a time, and returns what the run leaves by then.
  func record(at time: Interval) throws -> RunRecord {
    try go(to: time)
    return run.record(.partial, at: .start + time)
  }

  /// What it leaves by now.
  var record: RunRecord { run.record(.partial) }

  /// What an administrator would see on a host.
  func snapshot(of host: String) throws -> Snapshot {
    let number = try #require(plan.hosts.firstIndex { $0.name == host }, "no host \(host)")
    let snapshot = run.snapshot(of: HostID(number))
    return try #require(snapshot)
  }

  /// What Performance Monitor would show of a host: a counter without the host's name.
  func counter(_ name: String, on host: String) throws -> Int? {
    let row = try snapshot(of: host).counters.first { $0.name == name }
    return try #require(row, "no counter \(name)").value.map { Int($0) }
  }

  /// A defect's own line on a host; nothing where nothing there can set it off.
  func defect(_ id: String, on host: String) -> DefectRecord? {
    record.defects.first { $0.id == id && $0.host == host }
  }

  /// What a defect holds of a resource on a host.
  func held(_ resource: String, by id: String, on host: String) -> Int {
    Int(defect(id, on: host)?.taking(resource)?.amount ?? 0)
  }

  /// How often a defect was set off on a host.
  func triggers(_ id: String, on host: String) -> Int { Int(defect(id, on: host)?.triggers ?? 0) }

  /// A process of a host by its service or its image.
  func process(_ name: String, on host: String) throws -> ProcessRecord {
    let found = record.processes.first {
      $0.host == host && ($0.service == name || $0.image == name)
    }
    return try #require(found, "no process \(name)")
  }

  /// How the mail of a flow fared.
  func flow(_ name: String) throws -> FlowRecord {
    try #require(record.flows.first { $0.name == name }, "no flow \(name)")
  }

  /// How often an event stands in a host's log.
  func logged(_ source: String, _ id: Int, on host: String) -> Int {
    let total = record.log.totals.first { $0.host == host && $0.source == source && $0.id == id }
    return Int(total?.count ?? 0)
  }
}

extension DefectRecord {
  /// What it took of a resource.
  func taking(_ resource: String) -> Taking? { takings.first { $0.resource == resource } }
}

extension SeriesRecord {
  /// The last value of each bin of a counter, nil where it was not there.
  func values(_ path: String) throws -> [Int?] {
    let counter = try #require(counters.first { "\($0.path)" == path }, "no series \(path)")
    return counter.bins.map { bin in bin.map { Int($0.last) } }
  }
}
