import Kernel
import Plan
import Schema

extension SiteDraft {
  /// Adds something that fails.
  mutating func addFault(_ fault: Named<FaultEntry>) {
    let entry = fault.value
    let place = entry.target.place
    var target: FaultPlan.Target?
    switch entry.target.value {
    case .mailHost(let name):
      if entry.manner == nil {
        report(
          TopologyRule.conflictingKeys,
          at: place,
          "Nothing says how the mail host then behaves.",
          label: "needs `manner`"
        )
      }
      let host = mailHostNames.one(Written(name, at: place), reading)
      target = host.map { .mailHost($0, entry.manner?.value ?? .sound) }
    case .postOffice(let name):
      target = postOfficeNames.one(Written(name, at: place), reading).map { .postOffice($0) }
    case .connector(let name):
      target = connectorNames.one(Written(name, at: place), reading).map { .connector($0) }
    case .host(let name):
      target = hostNames.one(Written(name, at: place), reading).map { .host($0) }
    case .disk(let path):
      if entry.free == nil {
        report(
          TopologyRule.conflictingKeys,
          at: place,
          "Nothing says what the disk then has left.",
          label: "needs `free`"
        )
      }
      let parts = path.split(separator: "\\").map(String.init)
      let host = hostNames.one(Written(parts[0], at: place), reading)
      target = host.map {
        .disk(disk(Written(parts[1], at: place), on: $0), freeBytes: entry.free?.value ?? 0)
      }
    case .service(let path): target = processPath(path, at: place).map { .process($0) }
    }
    if let manner = entry.manner, !entry.target.value.isMailHost {
      report(TopologyRule.conflictingKeys, at: manner.place, "Only a mail host has a `manner`.")
    }
    if let free = entry.free, !entry.target.value.isDisk {
      report(TopologyRule.conflictingKeys, at: free.place, "Only a disk has something `free`.")
    }
    guard let target else { return }
    let plan = FaultPlan(
      name: fault.name.value,
      target: target,
      lasting: entry.lasting?.value,
      billionths: entry.share.value.billionths
    )
    script.append(
      ScriptedAction(
        name: fault.name.value,
        when: .at(instant(entry.from)),
        steps: [.fail(plan)],
        origin: .fault
      )
    )
  }
}

extension FaultEntry.Target {
  fileprivate var isMailHost: Bool { if case .mailHost = self { true } else { false } }

  fileprivate var isDisk: Bool { if case .disk = self { true } else { false } }
}
