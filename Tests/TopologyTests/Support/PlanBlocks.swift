import Plan

/// A plan as text, block by block, in which things are called by their names.
struct PlanBlocks {
  let blocks: [(name: String, text: String)]

  init(_ plan: SitePlan) {
    func all<Item>(_ items: [Item]) -> String { items.map { "\($0)\n" }.joined() }
    blocks = [
      ("run", "\(plan.title) \(plan.run)"), ("hosts", all(plan.hosts)), ("disks", all(plan.disks)),
      ("processes", all(plan.processes)), ("postOffices", all(plan.postOffices)),
      ("movers", all(plan.movers)), ("servers", all(plan.servers)),
      ("connectors", all(plan.connectors)), ("domains", all(plan.domains)),
      ("mailHosts", all(plan.mailHosts)), ("hours", all(plan.hours)), ("flows", all(plan.flows)),
      ("populations", all(plan.populations)), ("administrations", all(plan.administrations)),
      ("activities", all(plan.activities)), ("script", all(plan.script)),
      ("sites", all(plan.sites)), ("probes", all(plan.probes)),
      ("expectations", all(plan.expectations)), ("assumptions", all(plan.assumptions)),
      ("routes", all(plan.routes)), ("capacities", "\(plan.capacities)"),
    ]
  }

  /// All of it.
  var text: String { blocks.map { "\($0.name)\n\($0.text)\n" }.joined() }

  /// The blocks in which two plans differ.
  func differing(from other: PlanBlocks) -> Set<String> {
    Set(zip(blocks, other.blocks).filter { $0.text != $1.text }.map { $0.0.name })
  }
}
