import Plan

extension RouteFinder {
  /// The way between two servers: straight within a site, else over the cheapest connectors.
  func servers(from start: ServerID, to end: ServerID) throws(Problem) -> [RouteHop] {
    if start == end { return [.transferAgent(start)] }
    var cost: [Int?] = Array(repeating: nil, count: draft.servers.count)
    var last: [(from: ServerID, over: ConnectorID?)?] = Array(
      repeating: nil,
      count: draft.servers.count
    )
    var isDone = Array(repeating: false, count: draft.servers.count)
    cost[start.index] = 0
    while let next = nearest(cost, isDone), next != end.index {
      isDone[next] = true
      for (neighbour, price, over) in neighbours(of: ServerID(next)) {
        let total = cost[next]! + price
        if total < cost[neighbour.index] ?? .max {
          cost[neighbour.index] = total
          last[neighbour.index] = (ServerID(next), over)
        }
      }
    }
    guard cost[end.index] != nil else { throw .apart(start, end) }
    var hops: [RouteHop] = [.transferAgent(end)]
    var here = end
    while here != start, let step = last[here.index] {
      if let connector = step.over { hops.append(.connector(connector)) }
      hops.append(.transferAgent(step.from))
      here = step.from
    }
    return hops.reversed()
  }

  private func nearest(_ cost: [Int?], _ isDone: [Bool]) -> Int? {
    cost.indices.filter { !isDone[$0] && cost[$0] != nil }.min { cost[$0]! < cost[$1]! }
  }

  private func neighbours(
    of server: ServerID
  ) -> [(ServerID, cost: Int, over: ConnectorID?)] {
    let site = draft.servers[server.index].site
    var neighbours: [(ServerID, cost: Int, over: ConnectorID?)] = []
    for (number, other) in draft.servers.enumerated()
    where other.site == site && number != server.index {
      neighbours.append((ServerID(number), 0, nil))
    }
    for (number, connector) in draft.connectors.enumerated() {
      if connector.ends.0 == server {
        neighbours.append((connector.ends.1, connector.cost, ConnectorID(number)))
      } else if connector.ends.1 == server {
        neighbours.append((connector.ends.0, connector.cost, ConnectorID(number)))
      }
    }
    return neighbours
  }
}
