import Plan

/// Finds the ways of mail, as the post offices, agents and connectors would choose them.
struct RouteFinder {
  let draft: SiteDraft
  let tables: RouteTables

  /// Why mail does not arrive.
  enum Problem: Error, Hashable {
    /// A post office knows nothing of the next one.
    case unknown(at: PostOfficeID, target: PostOfficeID)
    /// The routes lead in a circle.
    case loop([PostOfficeID])
    /// More post offices than a message may pass.
    case tooFar(PostOfficeID, limit: Int)
    /// Nobody moves mail between two post offices.
    case nobodyMoves(PostOfficeID, PostOfficeID)
    /// Nobody puts mail into the mailboxes of a post office.
    case nobodyDelivers(PostOfficeID)
    /// No connector leads from a post office to Exchange.
    case noConnector(PostOfficeID)
    /// No connector leads from Exchange to a post office.
    case noWayTo(PostOfficeID)
    /// No connector joins two servers.
    case apart(ServerID, ServerID)
    /// No server sends to, or receives from, the Internet.
    case noInternetMail(isInbound: Bool)
    /// A domain has no mail hosts.
    case noMailHost(DomainID)
    /// Mail of a domain for another one does not come through here.
    case notThroughHere(DomainID)
  }

  init(_ draft: SiteDraft) {
    self.draft = draft
    tables = RouteTables(draft)
  }

  /// The way from one mail end to another.
  func route(from: MailEnd, to: MailEnd) throws(Problem) -> [RouteHop] {
    switch (from, to) {
    case (.postOffice(let start), .postOffice(let end)): return try offices(from: start, to: end)
    case (.postOffice(let start), .server(let end)):
      let (hops, server) = try toExchange(from: start, towards: end)
      return hops + (try servers(from: server, to: end)) + [.store(end)]
    case (.postOffice(let start), .domain(let domain)):
      let (hops, server) = try toExchange(from: start, towards: nil)
      return hops + (try toInternet(from: server, domain))
    case (.server(let start), .postOffice(let end)):
      return [.store(start)] + (try toPostOffice(from: start, end))
    case (.server(let start), .server(let end)):
      return start == end
        ? [.store(start)]
        : [.store(start)] + (try servers(from: start, to: end)) + [.store(end)]
    case (.server(let start), .domain(let domain)):
      return [.store(start)] + (try toInternet(from: start, domain))
    case (.domain(let domain), .server(let end)):
      let server = try inbound(towards: end)
      return [.domain(domain), .internetMail(server)] + (try servers(from: server, to: end))
        + [.store(end)]
    case (.domain(let domain), .postOffice(let end)):
      let server = try inbound(towards: nil)
      return [.domain(domain), .internetMail(server)] + (try toPostOffice(from: server, end))
    case (.domain(let domain), .domain(let target)): return try relay(from: domain, to: target)
    }
  }

  /// The way between post offices, looked up at each of them as they do it.
  func offices(
    from start: PostOfficeID,
    to end: PostOfficeID
  ) throws(Problem) -> [RouteHop] {
    var hops: [RouteHop] = [.postOffice(start)]
    var passed = [start]
    while let here = passed.last, here != end {
      guard let route = draft.postOffices[here.index].routes.route(to: end) else {
        throw .unknown(at: here, target: end)
      }
      let next = if case .via(let way) = route { way } else { end }
      guard let mover = mover(from: here, to: next) else { throw .nobodyMoves(here, next) }
      if passed.contains(next) { throw .loop(passed + [next]) }
      passed.append(next)
      hops.append(.mover(mover))
      hops.append(.postOffice(next))
      if let server = draft.postOffices[next.index].connector, next != end {
        hops += transit(server)
      }
      let limit = draft.postOffices[start.index].hopLimit
      if passed.count > limit + 1 { throw .tooFar(start, limit: limit) }
    }
    let isConnector = draft.postOffices[end.index].connector != nil
    if !isConnector, !tables.agents[end.index].contains(where: { draft.movers[$0.index].mails }) {
      throw .nobodyDelivers(end)
    }
    return hops
  }

  private func transit(_ server: ServerID) -> [RouteHop] {
    guard draft.servers[server.index].mailConnector?.transit == .interchange else { return [] }
    return [.interchange(server), .transferAgent(server), .interchange(server)]
  }

  private func mover(from: PostOfficeID, to: PostOfficeID) -> MoverID? {
    tables.agents(serving: from, and: to).first { draft.movers[$0.index].dispatches }
  }

  /// The way into Exchange, and the server at which it arrives.
  private func toExchange(
    from start: PostOfficeID,
    towards server: ServerID?
  ) throws(Problem) -> ([RouteHop], ServerID) {
    var first: Problem?
    let routes = draft.postOffices[start.index].routes
    for candidate in tables.connectors(reachedBy: routes).nearest(server) {
      guard let office = draft.servers[candidate.index].mailConnector?.postOffice else { continue }
      do throws(Problem) {
        let hops = try offices(from: start, to: office)
        return (hops + [.interchange(candidate)], candidate)
      } catch {
        first = first ?? error
      }
    }
    if let first { throw first }
    guard let connector = tables.connectors.first,
      let office = draft.servers[connector.index].mailConnector?.postOffice
    else { throw .noConnector(start) }
    throw .unknown(at: start, target: office)
  }

  /// The way from Exchange to a post office, through the nearest connector that knows it.
  private func toPostOffice(
    from start: ServerID,
    _ end: PostOfficeID
  ) throws(Problem) -> [RouteHop] {
    var first: Problem?
    for candidate in tables.connectors(knowing: end).nearest(start) {
      guard let office = draft.servers[candidate.index].mailConnector?.postOffice else { continue }
      do throws(Problem) {
        return try servers(from: start, to: candidate) + [.interchange(candidate)]
          + offices(from: office, to: end)
      } catch {
        first = first ?? error
      }
    }
    throw first ?? .noWayTo(end)
  }

  private func toInternet(from start: ServerID, _ domain: DomainID) throws(Problem) -> [RouteHop] {
    guard let exchange = draft.domains[domain.index].exchanges.first else {
      throw .noMailHost(domain)
    }
    guard let sender = tables.senders.nearest(start).first(where: { _ in true }) else {
      throw .noInternetMail(isInbound: false)
    }
    return try servers(from: start, to: sender)
      + [.internetMail(sender), .mailHost(exchange.host), .domain(domain)]
  }

  private func inbound(towards server: ServerID?) throws(Problem) -> ServerID {
    guard let receiver = tables.receivers.nearest(server).first(where: { _ in true }) else {
      throw .noInternetMail(isInbound: true)
    }
    return receiver
  }

  /// Mail of one domain for another comes to the server that is the other's mail host, and is rerouted.
  private func relay(from domain: DomainID, to target: DomainID) throws(Problem) -> [RouteHop] {
    let name = draft.domains[target.index].name
    for exchange in draft.domains[target.index].exchanges {
      guard let server = draft.mailHosts[exchange.host.index].server,
        let service = draft.servers[server.index].internetMail,
        let line = service.rerouting.flatMap({ InternetMailPlan.Rerouting.line(for: name, in: $0) })
      else { continue }
      var hops: [RouteHop] = [.domain(domain), .mailHost(exchange.host), .internetMail(server)]
      switch line.target {
      case .inbound: hops += [.transferAgent(server), .store(server)]
      case .server(let other): hops += [.internetMail(other)]
      case .host(let host): hops += [.mailHost(host)]
      }
      return hops
    }
    throw .notThroughHere(target)
  }
}
