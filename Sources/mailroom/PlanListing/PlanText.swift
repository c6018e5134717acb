import Command
import Kernel
import KnowledgeBase
import Plan
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
    lines.line(
      "\(PlanWords.time(run.duration)) from \(SiteClock.day(run.start)), seed \(run.seed); counters read every"
        + " \(PlanWords.time(run.sample)), trends judged after \(PlanWords.time(run.warmUp))"
    )
  }

  private func addHosts(_ lines: inout Lines) {
    lines.title("Hosts")
    for host in PlanWords.grouped(plan.hosts) {
      lines.line(": " + PlanWords.system(host.first), lead: host.name, paint: style.bold)
      lines.rows(
        host.first.processes.map { id in
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
    for site in open { add(site, &lines) }
    if !near.isEmpty {
      lines.title("Nearly in force")
      for site in near { add(site, &lines) }
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
          site.map { explanation($0).shuts.joined(separator: "; ") }
          ?? "nothing here can trigger it"
        lines.line(": \(reason)", lead: defect.id, paint: style.bold)
      }
    }
  }

  private func add(_ site: DefectSite, _ lines: inout Lines) {
    let defect = plan.defects[site.defect]
    let host = plan.hosts[site.host.index]
    var images: [String] = []
    for id in site.processes where !images.contains(plan.processes[id.index].image) {
      images.append(plan.processes[id.index].image)
    }
    lines.line(
      " on \(host.name) in \(listed(images)): \(defect.title)",
      lead: defect.id,
      paint: site.verdict.isOpen ? style.red : style.yellow
    )
    let explanation = explanation(site)
    for reason in site.verdict.isOpen ? explanation.holds : explanation.shuts {
      lines.line(reason, indent: 4)
    }
    if site.verdict.isOpen {
      lines.line("set off \(defect.trigger.words)", indent: 4)
    }
  }

  private func explanation(_ site: DefectSite) -> GateExplanation {
    let host = plan.hosts[site.host.index]
    return plan.defects[site.defect].gate.explanation(on: host.name) { host.value(of: $0) }
  }

  private func addRoutes(_ lines: inout Lines) {
    guard !plan.routes.isEmpty else { return }
    lines.title("Mail")
    for (flow, routes) in zip(plan.flows, plan.routesOfFlows) {
      lines.line(
        ": \(PlanWords.perDay(flow.perDayMillionths)) a day,"
          + " \(plan.hours[flow.hours.index].name) hours",
        lead: flow.name,
        paint: style.bold
      )
      for route in routes {
        lines.line(
          route.hops.map { PlanWords.hop($0, plan) }.joined(separator: " ▸ "),
          indent: 4,
          hanging: 4
        )
      }
    }
  }

  private func addScript(_ lines: inout Lines) {
    guard !plan.script.isEmpty else { return }
    lines.title("What happens during the run")
    lines.rows(plan.script.map { [PlanWords.occasion($0.when, plan), $0.name] })
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
