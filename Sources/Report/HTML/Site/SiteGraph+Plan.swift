import Plan
import Text

extension SiteGraph {
  /// Where things of a plan stand among the boxes.
  struct Places {
    var hosts: [Range<Int>: Int] = [:]
    var servers: [Int: Int] = [:]
    var domains: [Int: Int] = [:]
    /// The post offices that a box stands for, in order.
    var postOffices: [(members: Range<Int>, node: Int)] = []

    /// The box of a post office; nil for a connector's own, which is in its server's box.
    func node(_ postOffice: PostOfficeID) -> Int? {
      postOffices.first { $0.members.contains(postOffice.index) }?.node
    }

    /// The boxes of these post offices, each once.
    func nodes(_ offices: [PostOfficeID]) -> [Int] {
      var nodes: [Int] = []
      var last = 0..<0
      for office in offices where !last.contains(office.index) {
        guard let found = postOffices.first(where: { $0.members.contains(office.index) }) else {
          continue
        }
        last = found.members
        if !nodes.contains(found.node) { nodes.append(found.node) }
      }
      return nodes
    }
  }

  /// The site of a plan, without what happened to it; and where things of the plan stand in it.
  static func sound(_ plan: SitePlan) -> (graph: SiteGraph, places: Places) {
    var graph = SiteGraph()
    var places = Places()
    for (place, server) in plan.servers.enumerated() {
      places.servers[place] = graph.add(node(server, place, plan))
    }
    graph.addPostOffices(plan, &places)
    for (place, domain) in plan.domains.enumerated() {
      let hosts = domain.exchanges.map { plan.mailHosts[$0.host.index].name }
      let lines = hosts.count <= 3 ? hosts : ["\(hosts.count) mail hosts"]
      places.domains[place] = graph.add(Node(kind: .domain, title: domain.name, lines: lines))
    }
    graph.addHosts(plan, &places)
    graph.connectPostOffices(plan, places)
    graph.connectServers(plan, places)
    return (graph, places)
  }

  private static func node(_ server: ServerPlan, _ place: Int, _ plan: SitePlan) -> Node {
    let host = plan.hosts[server.host.index]
    var lines = ["\(host.system)", mailboxes(server.mailboxes)]
    if let connector = server.mailConnector {
      lines.append("connector \(plan.postOffices[connector.postOffice.index].name)")
    }
    if server.internetMail != nil { lines.append("Internet Mail Service") }
    let users = plan.populations.filter { $0.server.index == place }.reduce(0) { $0 + $1.users }
    if users > 0 { lines.append("\(grouped(users)) POP3 users") }
    return Node(kind: .server, title: host.name, lines: lines + tools(server.host, plan))
  }

  private static func mailboxes(_ count: Int) -> String {
    count == 1 ? "1 mailbox" : "\(grouped(count)) mailboxes"
  }

  /// The tools that somebody runs against a host.
  private static func tools(_ host: HostID, _ plan: SitePlan) -> [String] {
    var tools: [String] = []
    for use in plan.administrations where use.targets.contains(host) {
      let line =
        "\(use.isRemote ? "remote" : "local") \(use.tool) each \(SiteClock.about(use.every))"
      if !tools.contains(line) { tools.append(line) }
    }
    return tools
  }

  private mutating func addPostOffices(_ plan: SitePlan, _ places: inout Places) {
    var place = 0
    while place < plan.postOffices.count {
      let group = plan.postOfficeGroups.first { $0.members.lowerBound == place }
      let members = group?.members ?? place..<place + 1
      let office = plan.postOffices[place]
      if office.connector == nil {
        let each = members.count > 1 ? " each" : ""
        var lines = members.count > 1 ? ["\(grouped(members.count)) post offices"] : []
        lines.append(Self.mailboxes(office.mailboxes) + each)
        if let disk = office.disk {
          lines.append("on \(plan.hosts[plan.disks[disk.index].host.index].name)")
        }
        let node = add(Node(kind: .office, title: group?.name ?? office.name, lines: lines))
        places.postOffices.append((members, node))
      }
      place = max(members.upperBound, place + 1)
    }
  }

  private mutating func addHosts(_ plan: SitePlan, _ places: inout Places) {
    for (place, server) in plan.servers.enumerated() {
      places.hosts[server.host.index..<server.host.index + 1] = places.servers[place]
    }
    var place = 0
    while place < plan.hosts.count {
      let group = plan.hostGroups.first { $0.members.lowerBound == place }
      let members = group?.members ?? place..<place + 1
      if places.hosts[members] == nil {
        var lines = members.count > 1 ? ["\(grouped(members.count)) hosts"] : []
        lines += ["\(plan.hosts[place].system)"] + Self.tools(HostID(place), plan)
        places.hosts[members] = add(
          Node(kind: .host, title: group?.name ?? plan.hosts[place].name, lines: lines)
        )
      }
      place = max(members.upperBound, place + 1)
    }
  }

  private mutating func connectPostOffices(_ plan: SitePlan, _ places: Places) {
    for mover in plan.movers {
      let link = mover.link == .lan ? "" : " (\(mover.link.rawValue))"
      switch mover.kind {
      case .connector(let server):
        guard let node = places.servers[server.index] else { continue }
        for office in places.nodes(mover.serves) { connect(office, node, mover.name + link) }
      case .external:
        let host = plan.hosts[plan.processes[mover.process.index].host.index].name
        let node = add(
          Node(kind: .external, title: mover.name, lines: ["External\(link)", "on \(host)"])
        )
        for office in places.nodes(mover.serves) { connect(office, node, "") }
      }
    }
  }

  private mutating func connectServers(_ plan: SitePlan, _ places: Places) {
    for connector in plan.connectors {
      guard let from = places.servers[connector.ends.0.index],
        let to = places.servers[connector.ends.1.index]
      else { continue }
      connect(from, to, connector.name)
    }
    for (place, server) in plan.servers.enumerated() {
      guard let other = plan.servers[..<place].lastIndex(where: { $0.site == server.site }),
        let from = places.servers[other], let to = places.servers[place]
      else { continue }
      connect(from, to, "site \(server.site)")
    }
    for route in plan.routes {
      // Mail that is handed on comes to a mail host without its domain being looked up.
      var hops = route.hops
      if case .domain(let domain) = route.to { hops.append(.domain(domain)) }
      let ends: [Int] = hops.compactMap { hop in
        switch hop {
        case .internetMail(let server): places.servers[server.index]
        case .domain(let domain): places.domains[domain.index]
        default: nil
        }
      }
      for (from, to) in zip(ends, ends.dropFirst()) {
        let isOut = nodes[to].kind == .domain
        connect(isOut ? from : to, isOut ? to : from, "")
      }
    }
  }
}
