import Plan

/// What a search for ways looks up again and again, each thing made once.
struct RouteTables {
  /// For each post office the agents that serve it, in their order.
  let agents: [[MoverID]]
  /// The servers that have a connector, those of which its post office names a certain one, and those
  /// of which it has a route to all others.
  let connectors: [ServerID]
  private let connectorsNaming: [PostOfficeID: [ServerID]]
  private let connectorsToOthers: [ServerID]
  /// The server whose connector's post office this is.
  private let connectorOf: [PostOfficeID: ServerID]
  /// The servers that send to the Internet, and those that receive from it.
  let senders: [ServerID]
  let receivers: [ServerID]
  /// The connectors of each server with what they lead to.
  let links: [[(end: ServerID, cost: Int, over: ConnectorID)]]
  /// The servers of each site that have any of them.
  let borders: [String: [ServerID]]

  init(_ draft: SiteDraft) {
    agents = Self.agents(draft)
    var connectors: [ServerID] = []
    var naming: [PostOfficeID: [ServerID]] = [:]
    var toOthers: [ServerID] = []
    var connectorOf: [PostOfficeID: ServerID] = [:]
    for (number, server) in draft.servers.enumerated() {
      guard let office = server.mailConnector?.postOffice else { continue }
      connectors.append(ServerID(number))
      connectorOf[office] = ServerID(number)
      let routes = draft.postOffices[office.index].routes
      if routes.others != nil { toOthers.append(ServerID(number)) }
      for entry in routes.named { naming[entry.target, default: []].append(ServerID(number)) }
    }
    self.connectors = connectors
    self.connectorOf = connectorOf
    connectorsNaming = naming
    connectorsToOthers = toOthers
    func servers(in modes: [InternetMailPlan.Mode]) -> [ServerID] {
      draft.servers.indices.lazy.map(ServerID.init).filter { server in
        draft.servers[server.index].internetMail.map { modes.contains($0.mode) } ?? false
      }
    }
    senders = servers(in: [.inboundAndOutbound, .outboundOnly, .flush])
    receivers = servers(in: [.inboundAndOutbound, .inboundOnly])
    var links = Array(
      repeating: [(end: ServerID, cost: Int, over: ConnectorID)](),
      count: draft.servers.count
    )
    for (number, connector) in draft.connectors.enumerated() {
      let (one, other) = connector.ends
      links[one.index].append((other, connector.cost, ConnectorID(number)))
      links[other.index].append((one, connector.cost, ConnectorID(number)))
    }
    self.links = links
    borders = Dictionary(
      grouping: links.indices.filter { !links[$0].isEmpty }.map(ServerID.init)
    ) { draft.servers[$0.index].site }
  }

  private static func agents(_ draft: SiteDraft) -> [[MoverID]] {
    var agents = Array(repeating: [MoverID](), count: draft.postOffices.count)
    for (number, mover) in draft.movers.enumerated() {
      let mover = (id: MoverID(number), plan: mover)
      for office in mover.plan.serves where agents[office.index].last != mover.id {
        agents[office.index].append(mover.id)
      }
      if case .connector(let server) = mover.plan.kind,
        let own = draft.servers[server.index].mailConnector?.postOffice,
        agents[own.index].last != mover.id
      {
        agents[own.index].append(mover.id)
      }
    }
    return agents
  }

  /// The agents that serve both of two post offices, in their order.
  func agents(serving one: PostOfficeID, and other: PostOfficeID) -> some Sequence<MoverID> {
    var (few, many) = (agents[one.index], agents[other.index])
    if few.count > many.count { swap(&few, &many) }
    return few.lazy.filter { [many] in Self.contains(many, $0) }
  }

  private static func contains(_ sorted: [MoverID], _ wanted: MoverID) -> Bool {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low < sorted.count && sorted[low] == wanted
  }

  /// The servers whose connector has a route to a post office, in their order.
  func connectors(knowing office: PostOfficeID) -> [ServerID] {
    let naming = connectorsNaming[office] ?? []
    if connectorsToOthers.isEmpty { return naming }
    return Set(naming + connectorsToOthers).sorted()
  }

  /// The servers to whose connector a post office with these routes can send, in their order.
  func connectors(reachedBy routes: PostOfficeRoutes) -> [ServerID] {
    routes.others == nil
      ? routes.named.compactMap { connectorOf[$0.target] }.sorted() : connectors
  }
}

extension [ServerID] {
  /// The same servers, the given one first if it is among them.
  func nearest(_ server: ServerID?) -> some Sequence<ServerID> {
    let first = contains { $0 == server } ? [server].compactMap(\.self) : []
    return [first, self].lazy.joined().enumerated().lazy
      .filter { $0.offset < first.count || $0.element != server }
      .map(\.element)
  }
}
