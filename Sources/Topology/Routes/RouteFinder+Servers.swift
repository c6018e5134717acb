import Plan

extension RouteFinder {
  /// The way between two servers: straight within a site, else over the cheapest connectors.
  ///
  /// Of each site only the servers that have connectors are looked at.
  func servers(from start: ServerID, to end: ServerID) throws(Problem) -> [RouteHop] {
    if start == end { return [.transferAgent(start)] }
    if site(start) == site(end) { return [.transferAgent(start), .transferAgent(end)] }
    var cost = [start: 0]
    var last: [ServerID: (from: ServerID, over: ConnectorID?)] = [:]
    var entered: Set<String> = []
    var open = CostQueue()
    open.insert(0, start)
    while let (paid, here) = open.removeFirst(), here != end {
      guard paid == cost[here] else { continue }
      func reach(_ next: ServerID, for price: Int, over connector: ConnectorID?) {
        let total = paid + price
        guard total < cost[next] ?? .max else { return }
        cost[next] = total
        last[next] = (here, connector)
        open.insert(total, next)
      }
      if entered.insert(site(here)).inserted {
        for border in tables.borders[site(here)] ?? [] { reach(border, for: 0, over: nil) }
        if site(here) == site(end) { reach(end, for: 0, over: nil) }
      }
      for (next, price, connector) in tables.links[here.index] {
        reach(next, for: price, over: connector)
      }
    }
    guard cost[end] != nil else { throw .apart(start, end) }
    var hops: [RouteHop] = [.transferAgent(end)]
    var here = end
    while here != start, let step = last[here] {
      if let connector = step.over { hops.append(.connector(connector)) }
      hops.append(.transferAgent(step.from))
      here = step.from
    }
    return hops.reversed()
  }

  private func site(_ server: ServerID) -> String { draft.servers[server.index].site }
}

/// Servers by what it costs to reach them, the cheapest first, equals in their order.
private struct CostQueue {
  private var heap: [(cost: Int, server: ServerID)] = []

  mutating func insert(_ cost: Int, _ server: ServerID) {
    heap.append((cost, server))
    var child = heap.count - 1
    while child > 0, heap[child] < heap[(child - 1) / 2] {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func removeFirst() -> (Int, ServerID)? {
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    guard !heap.isEmpty else { return first }
    heap[0] = last
    var parent = 0
    while true {
      let children = [2 * parent + 1, 2 * parent + 2].filter { $0 < heap.count }
      guard let least = children.min(by: { heap[$0] < heap[$1] }), heap[least] < heap[parent]
      else { return first }
      heap.swapAt(parent, least)
      parent = least
    }
  }
}
