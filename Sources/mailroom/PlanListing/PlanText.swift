import Command
import Kernel
import KnowledgeBase
import Plan
import Record
import Report
import Text

/// A plan in words: what will be simulated, which defects are in force and why, how mail goes, what the
/// run takes, and what nobody stated.
struct PlanText {
  let plan: SitePlan
  let study: Study?
  let style: Style
  let width: Int

  /// All of it.
  var text: String {
    var lines = Lines(style: style, width: width)
    lines.title(plan.title)
    addRun(&lines)
    addHosts(&lines)
    addDefects(&lines)
    addRoutes(&lines)
    addScript(&lines)
    addStudy(&lines)
    addMemory(&lines)
    addAssumptions(&lines)
    return lines.text
  }

  private func addRun(_ lines: inout Lines) {
    let run = plan.run
    func time(_ interval: Interval) -> String { Lines.glued(PlanWords.time(interval)) }
    lines.line(
      "\(time(run.duration)) from \(run.start.spoken), seed \(run.seed); counters read every"
        + " \(time(run.sample)), trends judged after \(time(run.warmUp))"
    )
  }

  private func addHosts(_ lines: inout Lines) {
    lines.title("Hosts")
    for range in PlanWords.alike(Array(plan.hosts.indices), plan) {
      let host = plan.hosts[range.lowerBound]
      lines.line(
        ": " + PlanWords.system(host),
        lead: PlanWords.hosts(range, plan),
        paint: style.bold
      )
      lines.rows(
        host.processes.map { id in
          let process = plan.processes[id.index]
          return [
            process.image, process.version?.description ?? "-",
            process.service ?? "part of the system",
          ]
        },
        indent: 4
      )
    }
  }

  private func addDefects(_ lines: inout Lines) {
    let open = plan.sites.filter(\.verdict.isOpen)
    let near = plan.sites.filter { $0.verdict.isNearlyOpen }
    lines.title("Defects in force")
    if open.isEmpty { lines.line("none") }
    add(open, &lines)
    if !near.isEmpty {
      lines.title("Nearly in force")
      add(near, &lines)
    }
    let rest = plan.defects.indices.filter { number in
      !(open + near).contains { $0.defect == number }
    }
    if !rest.isEmpty {
      lines.title("Not in force")
      for number in rest {
        let defect = plan.defects[number]
        let site = plan.sites.first { $0.defect == number }
        let reason =
          site.map {
            explanation($0, on: plan.hosts[$0.host.index].name).shuts.joined(separator: "; ")
          }
          ?? "nothing here can trigger it"
        lines.line(": \(reason)", lead: defect.id, paint: style.bold)
      }
    }
  }

  /// Adds sites in their order, hosts that are alike taken together.
  private func add(_ sites: [DefectSite], _ lines: inout Lines) {
    for number in plan.defects.indices {
      let own = sites.filter { $0.defect == number }
      for range in PlanWords.alike(own.map(\.host.index), plan) {
        if let first = own.first(where: { $0.host.index == range.lowerBound }) {
          add(first, on: range, &lines)
        }
      }
    }
  }

  private func add(_ site: DefectSite, on hosts: Range<Int>, _ lines: inout Lines) {
    let defect = plan.defects[site.defect]
    var images: [String] = []
    for id in site.processes where !images.contains(plan.processes[id.index].image) {
      images.append(plan.processes[id.index].image)
    }
    lines.line(
      " on \(PlanWords.hosts(hosts, plan)) in \(listed(images)): \(defect.title)",
      lead: defect.id,
      paint: site.verdict.isOpen ? style.red : style.yellow
    )
    let explanation = explanation(site, on: PlanWords.name(of: hosts, plan))
    for reason in site.verdict.isOpen ? explanation.holds : explanation.shuts {
      lines.line(reason, indent: 4)
    }
    if site.verdict.isOpen {
      lines.line("set off \(defect.trigger.words)", indent: 4)
    }
  }

  private func explanation(_ site: DefectSite, on name: String) -> GateExplanation {
    let host = plan.hosts[site.host.index]
    return plan.defects[site.defect].gate.explanation(on: name) { host.value(of: $0) }
  }

  private func addRoutes(_ lines: inout Lines) {
    guard !plan.routes.isEmpty else { return }
    lines.title("Mail")
    for (flow, routes) in zip(plan.flows, plan.routesOfFlows) {
      lines.line(
        ": \(PlanWords.perDay(flow.perDayMillionths)) a day,"
          + " hours: \(plan.hours[flow.hours.index].name)",
        lead: flow.name,
        paint: style.bold
      )
      for route in routes {
        let hops = PlanWords.hops(of: route, plan).map(Lines.glued)
        lines.line(
          hops.count == 1 ? "stays in the \(hops[0])" : hops.joined(separator: " ▸ "),
          indent: 4,
          hanging: 4
        )
      }
    }
  }

  private func addScript(_ lines: inout Lines) {
    guard !plan.script.isEmpty else { return }
    lines.title("What happens during the run")
    for action in PlanWords.inOrder(plan.script) {
      lines.line(
        ": \(PlanWords.occasion(action.when, plan))",
        lead: action.name,
        paint: style.bold
      )
      for step in action.steps { lines.line(PlanWords.step(step, plan), indent: 4) }
    }
  }

  private func addStudy(_ lines: inout Lines) {
    guard let study else { return }
    lines.title("Sweep: \(study.points.count) points, each run \(study.replications) times")
    for axis in study.axes {
      lines.line("\(axis.key): \(axis.values.joined(separator: ", "))")
    }
    lines.rows(
      study.points.enumerated().prefix(64).map { number, point in
        ["\(number + 1)"] + point.values
      }
    )
    if study.points.count > 64 { lines.line("and \(study.points.count - 64) more") }
  }

  private func addMemory(_ lines: inout Lines) {
    lines.title("Memory that the run takes, at most")
    let budget = plan.capacities.budget
    lines.rows(
      budget.lines.map { [sizeText($0.bytes), $0.name] }
        + [[sizeText(budget.total), "in all"]]
    )
    lines.line("It is given \(sizeText(plan.run.memoryBytes)).")
  }

  private func addAssumptions(_ lines: inout Lines) {
    lines.title("What is so because the topology does not say otherwise")
    lines.rows(
      plan.assumptions.map { ["\($0.provenance)", "\($0.name) = \($0.value)"] }
    )
  }
}
