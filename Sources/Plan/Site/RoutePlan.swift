/// The way that mail of a flow takes, as it is found before the run.
public struct RoutePlan: Sendable {
  /// The place of the flow in `SitePlan.flows`.
  public let flow: Int
  /// Where it begins.
  public let from: MailEnd
  /// Where it goes.
  public let to: MailEnd
  /// For how many ends of a group it stands, at its beginning and at its end.
  public let members: (from: Int, to: Int)
  /// What it passes, both ends included.
  public let hops: [RouteHop]

  /// A way.
  public init(
    flow: Int,
    from: MailEnd,
    to: MailEnd,
    members: (from: Int, to: Int),
    hops: [RouteHop]
  ) {
    self.flow = flow
    self.from = from
    self.to = to
    self.members = members
    self.hops = hops
  }
}

/// Something that mail passes.
public enum RouteHop: Hashable, Sendable {
  /// A post office.
  case postOffice(PostOfficeID)
  /// An agent that moves it from one post office to the next.
  case mover(MoverID)
  /// The Connector Interchange of a server.
  case interchange(ServerID)
  /// The message transfer agent of a server.
  case transferAgent(ServerID)
  /// A connector between servers.
  case connector(ConnectorID)
  /// The mailboxes of a server.
  case store(ServerID)
  /// The Internet Mail Service of a server.
  case internetMail(ServerID)
  /// A mail host of the Internet.
  case mailHost(MailHostID)
  /// A domain of the Internet.
  case domain(DomainID)
}
