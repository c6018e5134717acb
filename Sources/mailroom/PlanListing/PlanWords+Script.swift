import Kernel
import Plan
import Text
import Schema

extension PlanWords {
  /// What is done at a time in its order, then what is done again and again, then what waits for something.
  static func inOrder(_ script: [ScriptedAction]) -> [ScriptedAction] {
    func rank(_ place: Int) -> (Int, Instant, Int) {
      switch script[place].when {
      case .at(let instant): (0, instant, place)
      case .every(_, let from): (1, from, place)
      case .condition: (2, .start, place)
      }
    }
    return script.indices.sorted { rank($0) < rank($1) }.map { script[$0] }
  }

  /// When something is done.
  static func occasion(_ when: ScriptedAction.Occasion, _ plan: SitePlan) -> String {
    switch when {
    case .at(.start): "at the start"
    case .at(let instant): "after \(time(instant - .start))"
    case .every(let interval, let from):
      "every \(time(interval)), first after \(time(from - .start))"
    case .condition(let condition, let lasting, let after, let hours):
      "when \(self.condition(condition, plan))"
        + (lasting == .zero ? "" : " for \(time(lasting))")
        + (after == .zero ? "" : ", noticed after \(time(after))")
        + (hours.map { ", hours: \(plan.hours[$0.index].name)" } ?? "")
    }
  }

  private static func condition(_ condition: ScriptedAction.Condition, _ plan: SitePlan) -> String {
    switch condition {
    case .above(let path, let value): "\(path) is above \(number(value))"
    case .below(let path, let value): "\(path) is below \(number(value))"
    case .stopped(let process): "\(service(process, plan)) does not run"
    case .logged(let host, let source, let id):
      "\(plan.hosts[host.index].name) logs \(source) \(id)"
    }
  }

  private static func number(_ value: Double) -> String {
    Int(exactly: value).map { "\($0)" } ?? "\(value)"
  }

  /// `MSExchangeIS on HUB1`
  private static func service(_ id: ProcessID, _ plan: SitePlan) -> String {
    let process = plan.processes[id.index]
    return "\(process.service ?? process.image) on \(plan.hosts[process.host.index].name)"
  }

  /// What is done.
  static func step(_ step: ScriptedAction.Step, _ plan: SitePlan) -> String {
    switch step {
    case .start(let process): "start \(service(process, plan))"
    case .stop(let process): "stop \(service(process, plan))"
    case .restart(let process): "restart \(service(process, plan))"
    case .reboot(let host): "reboot \(plan.hosts[host.index].name)"
    case .install(let host, let name, _): "install \(name) on \(plan.hosts[host.index].name)"
    case .route(let office, _): "change the routes of \(plan.postOffices[office.index].name)"
    case .removeItems(let process): "remove what stops \(service(process, plan)) again and again"
    case .fail(let fault):
      failure(fault.target, plan)
        + (fault.billionths == Share.whole.billionths
          ? "" : ", \(Share(billionths: fault.billionths)) of the time")
        + (fault.lasting.map { ", for \(time($0))" } ?? "")
    }
  }

  private static func failure(_ target: FaultPlan.Target, _ plan: SitePlan) -> String {
    switch target {
    case .mailHost(let host, let manner):
      "\(plan.mailHosts[host.index].name) \(lowered(manner.meaning))"
    case .postOffice(let office):
      "the share of \(plan.postOffices[office.index].name) cannot be opened"
    case .connector(let connector): "\(plan.connectors[connector.index].name) passes nothing"
    case .disk(let disk, let free):
      "\(plan.disks[disk.index].name): of \(plan.hosts[plan.disks[disk.index].host.index].name)"
        + " has \(sizeText(free)) left"
    case .process(let process): "\(service(process, plan)) ends unexpectedly"
    case .host(let host): "\(plan.hosts[host.index].name) is off"
    }
  }

  /// A sentence as a part of another.
  private static func lowered(_ sentence: String) -> String {
    sentence.prefix(1).lowercased() + sentence.dropFirst().dropLast()
  }
}
