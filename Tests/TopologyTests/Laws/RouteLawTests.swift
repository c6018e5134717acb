import Plan
import Testing

@Suite("Laws of ways")
struct RouteLawTests {
  @Test("ways are those that each post office would choose, one after the other", arguments: 0..<25)
  func offices(seed: UInt64) throws {
    var chance = Chance(seed)
    let site = RandomSite(&chance)
    for flow in site.flows where flow.name.hasPrefix("p") {
      let compiled = Compiled(site.text(flow: flow))
      let way = site.way(from: flow.from, to: flow.to)
      let message = "seed \(seed), \(flow)\n\(compiled.text)\(compiled.report)"
      guard let way else {
        #expect(compiled.plan == nil, "\(message)")
        let codes: Set<String> = ["unreachable", "route-loop", "nobody-moves"]
        #expect(codes.contains(compiled.codes.first ?? ""), "\(message)")
        #expect(compiled.codes.count == 1, "\(message)")
        continue
      }
      let plan = try #require(compiled.plan, "\(message)")
      let route = try #require(plan.routes.first)
      let passed = route.hops.compactMap { hop in
        if case .postOffice(let office) = hop { plan.postOffices[office.index].name } else { nil }
      }
      #expect(passed == way, "\(message)")
      // Between two post offices stands one agent, the first that serves both and dispatches.
      for (number, hop) in route.hops.enumerated() {
        guard case .mover(let mover) = hop else { continue }
        let (one, other) = (passed[number / 2], passed[number / 2 + 1])
        let first = site.agents.first {
          $0.dispatches && $0.serves.contains(one) && $0.serves.contains(other)
        }
        #expect(plan.movers[mover.index].name == first?.name, "\(message)")
      }
      #expect(route.hops.count == way.count * 2 - 1)
    }
  }

  @Test("ways between servers are the cheapest", arguments: 0..<25)
  func servers(seed: UInt64) throws {
    var chance = Chance(seed)
    let site = RandomSite(&chance)
    for flow in site.flows where flow.name.hasPrefix("s") {
      let compiled = Compiled(site.text(flow: flow))
      let cost = site.cost(from: flow.from, to: flow.to)
      let message = "seed \(seed), \(flow)\n\(compiled.text)\(compiled.report)"
      guard let cost else {
        #expect(compiled.codes == ["unreachable"], "\(message)")
        continue
      }
      let plan = try #require(compiled.plan, "\(message)")
      let route = try #require(plan.routes.first, "\(message)")
      var paid = 0
      var agents: [ServerID] = []
      for hop in route.hops {
        switch hop {
        case .connector(let connector): paid += plan.connectors[connector.index].cost
        case .transferAgent(let server): agents.append(server)
        default: break
        }
      }
      #expect(paid == cost, "\(message)")
      func name(_ server: ServerID) -> String {
        plan.hosts[plan.servers[server.index].host.index].name
      }
      #expect(agents.isEmpty == (flow.from == flow.to), "\(message)")
      if let first = agents.first, let last = agents.last {
        #expect([name(first), name(last)] == [flow.from, flow.to], "\(message)")
      }
      checkSteps(route.hops, plan, message)
    }
  }

  /// Each step leads to a server of the same site, or over a connector that has both ends.
  private func checkSteps(_ hops: [RouteHop], _ plan: SitePlan, _ message: String) {
    for (number, hop) in hops.enumerated().dropFirst() {
      guard case .transferAgent(let here) = hop else { continue }
      switch hops[number - 1] {
      case .transferAgent(let before):
        #expect(plan.servers[before.index].site == plan.servers[here.index].site, "\(message)")
      case .connector(let connector):
        guard case .transferAgent(let before) = hops[number - 2] else {
          Issue.record("\(message)")
          return
        }
        let ends = plan.connectors[connector.index].ends
        #expect(ends == (before, here) || ends == (here, before), "\(message)")
      default: break
      }
    }
  }
}
