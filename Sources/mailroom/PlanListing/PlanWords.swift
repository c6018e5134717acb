import Kernel
import Plan
import Schema
import Text

/// Parts of a plan in words.
enum PlanWords {
  /// A length of time as it would be written in a topology.
  static func time(_ interval: Interval) -> String { Shape<Interval>.duration.text(of: interval) }

  /// System, processors and memory of a host.
  static func system(_ host: HostPlan) -> String {
    let processors = host.processors == 1 ? "1 processor" : "\(host.processors) processors"
    return "\(host.system), \(processors), \(sizeText(host.memoryBytes)) memory,"
      + " \(sizeText(host.pagefileBytes)) page file"
  }

  /// Hosts, those of a group that follow one another and are alike taken together.
  static func grouped(_ hosts: [HostPlan]) -> [(name: String, first: HostPlan)] {
    var groups: [(first: HostPlan, last: HostPlan, count: Int)] = []
    for host in hosts {
      if let known = groups.last, isAlike(known.first, host) {
        groups[groups.count - 1] = (known.first, host, known.count + 1)
      } else {
        groups.append((host, host, 1))
      }
    }
    return groups.map { group in
      let name =
        group.count == 1
        ? group.first.name
        : "\(group.first.name) … \(group.last.name) (\(group.count))"
      return (name, group.first)
    }
  }

  private static func isAlike(_ left: HostPlan, _ right: HostPlan) -> Bool {
    left.system == right.system && left.facts == right.facts
      && left.memoryBytes == right.memoryBytes
      && left.processes.count == right.processes.count
      && left.name.filter { !$0.isNumber } == right.name.filter { !$0.isNumber }
  }

  /// Messages in a day.
  static func perDay(_ millionths: Int) -> String {
    let tenths = (millionths + 50_000) / 100_000
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  /// Something that mail passes.
  static func hop(_ hop: RouteHop, _ plan: SitePlan) -> String {
    func host(_ server: ServerID) -> String {
      plan.hosts[plan.servers[server.index].host.index].name
    }
    switch hop {
    case .postOffice(let id): return plan.postOffices[id.index].name
    case .mover(let id): return "(\(plan.movers[id.index].name))"
    case .interchange(let id): return "interchange of \(host(id))"
    case .transferAgent(let id): return "MTA of \(host(id))"
    case .connector(let id): return "(\(plan.connectors[id.index].name))"
    case .store(let id): return "mailboxes of \(host(id))"
    case .internetMail(let id): return "Internet Mail Service of \(host(id))"
    case .mailHost(let id): return plan.mailHosts[id.index].name
    case .domain(let id): return plan.domains[id.index].name
    }
  }

  /// When something is done.
  static func occasion(_ when: ScriptedAction.Occasion, _ plan: SitePlan) -> String {
    switch when {
    case .at(let instant): "after \(time(instant - .start))"
    case .every(let interval, let from):
      "every \(time(interval)), first after \(time(from - .start))"
    case .condition(let condition, _, let after, _):
      "when \(self.condition(condition, plan))"
        + (after == .zero ? "" : ", noticed after \(time(after))")
    }
  }

  private static func condition(_ condition: ScriptedAction.Condition, _ plan: SitePlan) -> String {
    switch condition {
    case .above(let path, let value): "\(path) is above \(value)"
    case .below(let path, let value): "\(path) is below \(value)"
    case .stopped(let process): "\(plan.processes[process.index].service ?? "") does not run"
    case .logged(let host, let source, let id):
      "\(plan.hosts[host.index].name) logs \(source) \(id)"
    }
  }
}
