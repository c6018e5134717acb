import Kernel
import Plan

/// How servers find each other, their connectors to MS Mail and their ways to the Internet.
struct Routing: ~Copyable {
  /// For each target and each server: the next server, and one more than the connector to it.
  private let hops: Slab<Hop>
  private let count: Int
  /// Servers with a Microsoft Mail Connector, that send to the Internet, and that receive from it.
  let connectors: Slab<UInt32>
  let senders: Slab<UInt32>
  let receivers: Slab<UInt32>

  struct Hop: BitwiseCopyable {
    /// One more than the next server; 0 where there is no way.
    var next: UInt32 = 0
    /// One more than the connector; 0 within a site.
    var connector: UInt32 = 0
  }

  /// The most servers that can find each other.
  static let serverLimit = 4_096

  init(_ plan: SitePlan) throws(Halt) {
    count = plan.servers.count
    guard count <= Self.serverLimit else { throw Halt(.routes, limit: Self.serverLimit) }
    hops = Self.hops(plan)
    func servers(_ isWanted: (ServerPlan) -> Bool) -> Slab<UInt32> {
      Slab(plan.servers.indices.filter { isWanted(plan.servers[$0]) }.map(UInt32.init))
    }
    connectors = servers { $0.mailConnector != nil }
    senders = servers { $0.internetMail.map { $0.mode != .inboundOnly } ?? false }
    receivers = servers {
      $0.internetMail.map { $0.mode == .inboundAndOutbound || $0.mode == .inboundOnly } ?? false
    }
  }

  /// The next server on the way from one to another.
  @inline(__always)
  func hop(from here: Int, to target: Int) -> Hop { hops[target * count + here] }

  /// A server of a list: this one if it is among them, or else the first.
  func nearest(_ server: Int?, among list: borrowing Slab<UInt32>) -> Int? {
    guard list.count > 0 else { return nil }
    for index in 0..<list.count where Int(list[index]) == server { return server }
    return Int(list[0])
  }

  func sender(for server: Int) -> Int? { nearest(server, among: senders) }
  func receiver(for server: Int?) -> Int? { nearest(server, among: receivers) }

  /// From each target backwards over the cheapest connectors; what costs the same goes the way of the
  /// lower number.
  private static func hops(_ plan: SitePlan) -> Slab<Hop> {
    let count = plan.servers.count
    var links = Array(repeating: [(Int, Int, UInt32)](), count: count)
    for (number, connector) in plan.connectors.enumerated() {
      let (one, other) = (connector.ends.0.index, connector.ends.1.index)
      links[one].append((other, connector.cost, UInt32(number) + 1))
      links[other].append((one, connector.cost, UInt32(number) + 1))
    }
    var sites: [String: [Int]] = [:]
    for (number, server) in plan.servers.enumerated() {
      sites[server.site, default: []].append(number)
    }
    var hops = Slab<Hop>(count: count * count)
    for target in 0..<count {
      // The cost, and then the number of servers passed.
      var cost = Array(repeating: (Int.max, Int.max), count: count)
      cost[target] = (0, 0)
      var open = [target]
      while let place = open.indices.min(by: {
        let (one, other) = (cost[open[$0]], cost[open[$1]])
        return one == other ? open[$0] < open[$1] : one < other
      }) {
        let here = open.remove(at: place)
        let near = (sites[plan.servers[here].site] ?? []).filter { $0 != here }.map {
          ($0, 0, UInt32(0))
        }
        for (server, price, connector) in near + links[here] {
          let total = (cost[here].0 + price, cost[here].1 + 1)
          guard total < cost[server] else { continue }
          if !open.contains(server) { open.append(server) }
          cost[server] = total
          hops[target * count + server] = Hop(next: UInt32(here) + 1, connector: connector)
        }
      }
    }
    return hops
  }
}
