import Plan

extension PlanWords {
  /// Hosts by their places, those that follow one another and are alike taken together.
  static func alike(_ places: [Int], _ plan: SitePlan) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for place in places {
      if let last = ranges.last, last.upperBound == place,
        isAlike(plan.hosts[last.lowerBound], plan.hosts[place])
      {
        ranges[ranges.count - 1] = last.lowerBound..<place + 1
      } else {
        ranges.append(place..<place + 1)
      }
    }
    return ranges
  }

  private static func isAlike(_ left: HostPlan, _ right: HostPlan) -> Bool {
    left.system == right.system && left.facts == right.facts
      && left.memoryBytes == right.memoryBytes && left.pagefileBytes == right.pagefileBytes
      && left.processors == right.processors && left.processes.count == right.processes.count
      && left.name.filter { !$0.isNumber } == right.name.filter { !$0.isNumber }
  }

  /// `HUB1`, `WS## (12)`, or of a part of a group `WS03 … WS12 (10)`.
  static func hosts(_ range: Range<Int>, _ plan: SitePlan) -> String {
    name(of: range, plan) + (range.count == 1 ? "" : " (\(range.count))")
  }

  /// The same without how many they are.
  static func name(of range: Range<Int>, _ plan: SitePlan) -> String {
    let first = plan.hosts[range.lowerBound].name
    if range.count == 1 { return first }
    return plan.hostGroups.first { $0.members == range }?.name
      ?? "\(first) … \(plan.hosts[range.upperBound - 1].name)"
  }

  /// What mail passes on a way, at whose ends a group stands under its own name.
  static func hops(of route: RoutePlan, _ plan: SitePlan) -> [String] {
    var hops = route.hops.map { hop($0, plan) }
    guard let from = group(route.from, route.members.from, plan) else {
      if let to = group(route.to, route.members.to, plan) { hops[hops.count - 1] = to }
      return hops
    }
    hops[0] = from
    if let to = group(route.to, route.members.to, plan) {
      hops[hops.count - 1] = to == from ? "another of them" : to
    }
    return hops
  }

  /// The group of a mail end that stands for several.
  private static func group(_ end: MailEnd, _ members: Int, _ plan: SitePlan) -> String? {
    guard members > 1, case .postOffice(let id) = end else { return nil }
    let group = plan.postOfficeGroups.first { $0.members.contains(id.index) }
    return group.map { "\($0.name) (\($0.members.count))" }
  }

  /// Something that mail passes.
  private static func hop(_ hop: RouteHop, _ plan: SitePlan) -> String {
    func host(_ server: ServerID) -> String {
      plan.hosts[plan.servers[server.index].host.index].name
    }
    switch hop {
    case .postOffice(let id): return plan.postOffices[id.index].name
    case .mover(let id): return "(\(plan.movers[id.index].name))"
    case .interchange(let id): return "interchange of \(host(id))"
    case .transferAgent(let id): return "MTA of \(host(id))"
    case .connector(let id): return "(\(plan.connectors[id.index].name))"
    case .store(let id): return "mailboxes of \(host(id))"
    case .internetMail(let id): return "Internet Mail Service of \(host(id))"
    case .mailHost(let id): return plan.mailHosts[id.index].name
    case .domain(let id): return plan.domains[id.index].name
    }
  }
}
