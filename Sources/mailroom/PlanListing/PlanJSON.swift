import Kernel
import KnowledgeBase
import Plan
import Record
import Report
import Text

/// A plan for programs: the same content as its listing, under names that stay.
struct PlanJSON {
  let plan: SitePlan
  let study: Study?

  /// The version of this form; it grows when a name changes or goes.
  static let version = 1

  /// All of it.
  var value: JSON {
    .object([
      .init("version", .integer(Self.version)),
      .init("title", .string(plan.title)),
      .init("run", run),
      .init("hosts", .array(plan.hosts.map(host))),
      .init("defects", .array(plan.defects.indices.map(defect))),
      .init("flows", .array(zip(plan.flows, plan.routesOfFlows).map(flow))),
      .init("script", .array(plan.script.map(action))),
      .init("sweep", study.map(sweep) ?? .null),
      .init("memory", memory),
      .init("assumptions", .array(plan.assumptions.map(assumption))),
    ])
  }

  private var run: JSON {
    .object([
      .init("start", .string(plan.run.start.spoken)),
      .init("duration-seconds", seconds(plan.run.duration)),
      .init("warm-up-seconds", seconds(plan.run.warmUp)),
      .init("sample-seconds", seconds(plan.run.sample)),
      .init("seed", .integer(Int(plan.run.seed))),
    ])
  }

  private func seconds(_ interval: Interval) -> JSON { .number(interval.seconds) }

  private func host(_ host: HostPlan) -> JSON {
    .object([
      .init("name", .string(host.name)),
      .init("system", .string("\(host.system)")),
      .init("processors", .integer(host.processors)),
      .init("memory-bytes", .integer(host.memoryBytes)),
      .init("pagefile-bytes", .integer(host.pagefileBytes)),
      .init(
        "processes",
        .array(
          host.processes.map { id in
            let process = plan.processes[id.index]
            return .object([
              .init("image", .string(process.image)),
              .init("version", process.version.map { .string("\($0)") } ?? .null),
              .init("service", process.service.map { .string($0) } ?? .null),
            ])
          }
        )
      ),
    ])
  }

  private func defect(_ number: Int) -> JSON {
    let defect = plan.defects[number]
    let sites = plan.sites.filter { $0.defect == number }
    return .object([
      .init("id", .string(defect.id)),
      .init("title", .string(defect.title)),
      .init(
        "sites",
        .array(
          sites.map { site in
            let host = plan.hosts[site.host.index]
            let why = defect.gate.explanation(on: host.name) { host.value(of: $0) }
            return .object([
              .init("host", .string(host.name)),
              .init(
                "processes",
                .array(site.processes.map { .string(plan.processes[$0.index].image) })
              ),
              .init("in-force", .bool(site.verdict.isOpen)),
              .init("holds", .array(why.holds.map { .string($0) })),
              .init("shuts", .array(why.shuts.map { .string($0) })),
              .init("opens", .array(why.opens.map { .string($0) })),
            ])
          }
        )
      ),
    ])
  }

  private func flow(_ flow: FlowPlan, _ routes: [RoutePlan]) -> JSON {
    .object([
      .init("name", .string(flow.name)),
      .init("per-day", .number(Double(flow.perDayMillionths) / 1e6)),
      .init("hours", .string(plan.hours[flow.hours.index].name)),
      .init(
        "routes",
        .array(
          routes.map { route in
            .array(PlanWords.hops(of: route, plan).map { .string($0) })
          }
        )
      ),
    ])
  }

  private func action(_ action: ScriptedAction) -> JSON {
    .object([
      .init("name", .string(action.name)),
      .init("when", .string(PlanWords.occasion(action.when, plan))),
      .init("does", .array(action.steps.map { .string(PlanWords.step($0, plan)) })),
    ])
  }

  private func sweep(_ study: Study) -> JSON {
    .object([
      .init("keys", .array(study.axes.map { .string($0.key) })),
      .init("replications", .integer(study.replications)),
      .init(
        "points",
        .array(study.points.map { .array($0.values.map { .string($0) }) })
      ),
    ])
  }

  private var memory: JSON {
    let budget = plan.capacities.budget
    return .object([
      .init("given-bytes", .integer(plan.run.memoryBytes)),
      .init("needed-bytes", .integer(budget.total)),
      .init(
        "lines",
        .array(
          budget.lines.map { line in
            .object([.init("name", .string(line.name)), .init("bytes", .integer(line.bytes))])
          }
        )
      ),
    ])
  }

  private func assumption(_ assumption: Assumption) -> JSON {
    .object([
      .init("name", .string(assumption.name)),
      .init("value", .string(assumption.value)),
      .init("reason", .string(assumption.reason)),
      .init("source", .string("\(assumption.provenance)")),
    ])
  }
}
