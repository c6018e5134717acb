import Plan

/// A small random site, of which both the text and what it means are known.
struct RandomSite {
  struct Office {
    let name: String
    let hopLimit: Int
    /// Routes by the names of their targets: nil for `direct`, else the way; `others` among them.
    var routes: [(target: String, via: String?)]
  }

  struct Agent {
    let name: String
    let serves: [String]
    let dispatches: Bool
    let mails: Bool
  }

  let offices: [Office]
  let agents: [Agent]
  let flows: [(name: String, from: String, to: String)]
  let servers: [(name: String, site: String)]
  let connectors: [(name: String, ends: (String, String), cost: Int)]

  init(_ chance: inout Chance) {
    let names = (0..<2 + chance.below(6)).map { "N/P\($0)" }
    offices = names.map { name in
      var routes: [(String, String?)] = []
      let direct = names.filter { $0 != name && !chance.once(in: 3) }
      routes += direct.map { ($0, nil) }
      for target in names where target != name && !direct.contains(target) {
        if let way = direct.first, chance.once(in: 2) {
          routes.append((target, direct[chance.below(direct.count)]))
          _ = way
        }
      }
      if let way = direct.last, chance.once(in: 3) { routes.append(("others", way)) }
      if chance.once(in: 5) { routes.append(("others", nil)) }
      if routes.filter({ $0.0 == "others" }).count > 1 { routes.removeLast() }
      return Office(name: name, hopLimit: 1 + chance.below(4), routes: routes)
    }
    agents = (0..<1 + chance.below(5)).map { number in
      let roles = chance.below(4)
      return Agent(
        name: "E\(number)",
        serves: names.filter { _ in !chance.once(in: 3) },
        dispatches: roles != 1,
        mails: roles != 2
      )
    }
    .filter { !$0.serves.isEmpty }
    let servers = (0..<1 + chance.below(6)).map { ("S\($0)", "SITE\(chance.below(4))") }
    self.servers = servers
    connectors = (0..<chance.below(7)).compactMap { number in
      let (one, other) = (chance.pick(servers), chance.pick(servers))
      if one.0 == other.0 || one.1 == other.1 { return nil }
      return ("C\(number)", (one.0, other.0), 1 + chance.below(5))
    }
    var flows: [(String, String, String)] = []
    for from in names {
      for to in names where from != to { flows.append(("p\(flows.count)", from, to)) }
    }
    for from in servers { for to in servers { flows.append(("s\(flows.count)", from.0, to.0)) } }
    self.flows = flows
  }

  /// The topology with one flow, or with none.
  func text(flow: (name: String, from: String, to: String)?) -> String {
    var text = "title: T\nrun: { duration: 1d }\nhosts:\n  MTA1: { os: NT 4.0 SP5 }\n"
    for server in servers { text += "  \(server.name): { os: NT 4.0 SP5 }\n" }
    text += "exchange:\n"
    for server in servers {
      text += "  \(server.name): { version: 5.5 SP3, site: \(server.site) }\n"
    }
    text += "connectors:" + (connectors.isEmpty ? " {}\n" : "\n")
    for connector in connectors {
      text +=
        "  \(connector.name): { between: [\(connector.ends.0), \(connector.ends.1)],"
        + " cost: \(connector.cost) }\n"
    }
    text += "post-offices:\n"
    for office in offices {
      let routes = office.routes.map { "\($0.target): " + ($0.via.map { "via \($0)" } ?? "direct") }
      text +=
        "  \(office.name): { mailboxes: 5, hop-limit: \(office.hopLimit),"
        + " routes: { \(routes.joined(separator: ", ")) } }\n"
    }
    text += "external:" + (agents.isEmpty ? " {}\n" : "\n")
    for agent in agents {
      let does =
        agent.dispatches ? agent.mails ? "dispatch-and-mailer" : "dispatch" : "mailer"
      text +=
        "  \(agent.name): { host: MTA1, serves: [\(agent.serves.joined(separator: ", "))],"
        + " does: \(does) }\n"
    }
    if let flow {
      text += "mail:\n  \(flow.name): { from: \(flow.from), to: \(flow.to), volume: 10/day }\n"
    }
    return text
  }

  /// The post offices that a message passes, looked up at each one anew; nil where it does not arrive.
  func way(from: String, to: String) -> [String]? {
    var passed = [from]
    while passed.last! != to {
      let here = offices.first { $0.name == passed.last! }!
      guard
        let route = here.routes.first(where: { $0.target == to })
          ?? here.routes.first(where: { $0.target == "others" })
      else { return nil }
      let next = route.via ?? to
      let isMoved = agents.contains {
        $0.dispatches && $0.serves.contains(here.name) && $0.serves.contains(next)
      }
      if !isMoved || passed.contains(next) { return nil }
      passed.append(next)
    }
    if passed.count - 1 > offices.first(where: { $0.name == from })!.hopLimit { return nil }
    return agents.contains { $0.mails && $0.serves.contains(to) } ? passed : nil
  }

  /// What the cheapest way between two servers costs, by trying until nothing gets cheaper; nil where
  /// there is none.
  func cost(from: String, to: String) -> Int? {
    var costs = [from: 0]
    for _ in 0...servers.count {
      for one in servers {
        for other in servers where one.site == other.site {
          if let cost = costs[one.name] {
            costs[other.name] = min(cost, costs[other.name] ?? .max)
          }
        }
      }
      for connector in connectors {
        for (one, other) in [connector.ends, (connector.ends.1, connector.ends.0)] {
          if let cost = costs[one] {
            costs[other] = min(cost + connector.cost, costs[other] ?? .max)
          }
        }
      }
    }
    return costs[to]
  }
}
