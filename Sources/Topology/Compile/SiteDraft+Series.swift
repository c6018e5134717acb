import Plan
import Schema

extension SiteDraft {
  /// The most series that a run keeps: counters, `*` standing for all hosts or all instances, and what
  /// each defect can take in each process, with what all hold of it.
  func seriesLimit(
    _ probes: [CounterPath],
    _ defects: [Defect],
    _ sites: [DefectSite],
    _ expectations: [Expectation]
  ) -> Int {
    // Looked up by name: walking all hosts for each counter would take time by the square.
    var named: [String: [HostDraft]] = [:]
    for host in hosts { named[host.name.value.lowercased(), default: []].append(host) }
    func counterCount(_ path: CounterPath) -> Int { self.counterCount(path, named) }
    var count = probes.reduce(0) { $0 + counterCount($1) }
    for action in script {
      switch action.when {
      case .condition(.above(let path, _), _, _, _), .condition(.below(let path, _), _, _, _):
        count += counterCount(path)
      default: break
      }
    }
    let ids = expectations.compactMap { expectation -> String? in
      switch expectation.claim {
      case .reproduces(let id), .absent(let id): id
      default: nil
      }
    }
    for site in sites {
      let defect = defects[site.defect]
      if ids.contains(defect.id) {
        for case .counter(let path, _) in defect.signs {
          count += counterCount(path.on(hosts[site.host.index].name.value))
        }
      }
      let takings = defect.effects.count { [.leak, .withhold, .grow].contains($0.mechanism.kind) }
      count += 2 * takings * site.processes.count
    }
    return count
  }

  /// How many counters a path means at most.
  private func counterCount(_ path: CounterPath, _ named: [String: [HostDraft]]) -> Int {
    guard let object = CounterObject.named(path.object) else { return 0 }
    let isOneInstance = path.instance != nil && path.instance != "*"
    var those = hosts
    if let name = path.host, name != "*" {
      those = named[name.lowercased()] ?? []
    }
    if isOneInstance { return those.count }
    return switch object.instances {
    case .none: those.count
    case .processes: those.reduce(0) { $0 + $1.processes.count }
    case .disks: those.reduce(0) { $0 + $1.disks.count }
    case .connections: those.count * servers.count
    case .connectorInstances: those.reduce(0) { $0 + $1.moverNames.count }
    case .postOffices: postOffices.count
    }
  }
}
