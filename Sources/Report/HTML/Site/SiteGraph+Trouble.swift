import Experiment
import Plan
import Record
import Text

extension SiteGraph {
  /// The site of a run, coloured by what hurts.
  init(_ result: RunResult, of plan: SitePlan) {
    let (graph, places) = Self.sound(plan)
    self = graph
    let record = result.record
    for host in record.hosts {
      guard let node = places.node(ofHost: host.name, plan) else { continue }
      for symptom in host.symptoms { note(node, .failed, RunWords.words(symptom.symptom)) }
    }
    for finding in result.findings {
      guard let node = places.node(ofHost: finding.host, plan) else { continue }
      note(node, finding.failures.isEmpty ? .hurt : .failed, finding.defect)
    }
    for process in record.processes where process.state == .stopped || process.state == .hanging {
      guard let node = places.node(ofHost: process.host, plan), process.stopCount > 0 else {
        continue
      }
      note(
        node,
        .failed,
        "\(process.service ?? process.image) \(process.state == .hanging ? "hangs" : "is down")"
      )
    }
    noteDefects(record, plan, places)
    noteShut(result, plan, places)
    noteQueues(record, places)
    fold()
  }

  /// Colours the lines that a defect hurts: the agent that it is in, the passage that it shut.
  private mutating func noteDefects(_ record: RunRecord, _ plan: SitePlan, _ places: Places) {
    for defect in record.defects where defect.triggers > 0 {
      for mover in plan.movers {
        let process = plan.processes[mover.process.index]
        guard plan.hosts[process.host.index].name == defect.host,
          defect.takings.contains(where: { $0.holder == process.image && $0.taken > 0 })
        else { continue }
        for (place, edge) in edges.enumerated() where edge.name.hasPrefix(mover.name) {
          edges[place].state = max(edges[place].state, .hurt)
        }
      }
    }
  }

  /// Marks the domains to which nothing can go: those that were shut, or of which all connections are held.
  private mutating func noteShut(_ result: RunResult, _ plan: SitePlan, _ places: Places) {
    let closures = result.record.defects.flatMap(\.closures).map(\.passage)
    let full = result.findings.flatMap(\.outlooks).filter(\.isFull).compactMap(\.limit)
    for (place, domain) in plan.domains.enumerated() {
      guard let node = places.domains[place],
        (closures + full).contains(where: { $0.hasSuffix(" \(domain.name)") })
      else { continue }
      note(node, .failed, "shut off")
      for (place, edge) in edges.enumerated() where edge.to == node { edges[place].state = .failed }
    }
  }

  /// Says where mail still waits: at the last thing of the queue's name that has a box, or at the first.
  private mutating func noteQueues(_ record: RunRecord, _ places: Places) {
    var waiting: [Int: UInt64] = [:]
    for queue in record.queues where queue.count > 0 {
      let parts = queue.name.split(separator: " ▸ ").map(String.init)
      let found = parts.reversed().compactMap { part in nodes.firstIndex { $0.title == part } }
      if let node = found.first { waiting[node, default: 0] += queue.count }
    }
    for node in nodes.indices {
      if let count = waiting[node] {
        nodes[node].lines.append("\(grouped(count)) waiting at the end")
      }
    }
  }

  /// Lets one box stand for many sound ones of a kind that hang on the same others.
  private mutating func fold() {
    var families: [(key: [Int], kind: Kind, members: [Int])] = []
    for (place, node) in nodes.enumerated()
    where node.state == .sound && node.kind != .server && node.kind != .external {
      let key = neighbours(of: place).sorted()
      if let known = families.firstIndex(where: { $0.key == key && $0.kind == node.kind }) {
        families[known].members.append(place)
      } else {
        families.append((key, node.kind, [place]))
      }
    }
    var standIns: [Int: Int] = [:]
    for family in families where family.members.count > Self.mostAlike {
      let folded = family.members.dropFirst(Self.mostAlike - 1)
      let names = folded.prefix(3).map { nodes[$0].title }
      let rest = folded.count - names.count
      let last = add(
        Node(
          kind: family.kind,
          title: "\(grouped(folded.count)) more",
          lines: names + (rest > 0 ? ["and \(grouped(rest)) others"] : [])
        )
      )
      for place in folded { standIns[place] = last }
    }
    keep(nodes.indices.filter { standIns[$0] == nil }, standIns: standIns)
  }

  /// So many boxes of a kind that hang on the same others are drawn.
  private static let mostAlike = 6
}

extension SiteGraph.Places {
  /// The box of the host of this name.
  func node(ofHost name: String, _ plan: SitePlan) -> Int? {
    guard let place = plan.hosts.firstIndex(where: { $0.name == name }) else { return nil }
    return hosts.first { $0.key.contains(place) }?.value
  }
}
