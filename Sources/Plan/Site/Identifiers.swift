/// The place of something in one of a plan's lists.
public protocol PlanIdentifier: Hashable, Comparable, Sendable {
  /// The place.
  var index: Int { get }
  /// The identifier of a place.
  init(_ index: Int)
}

extension PlanIdentifier {
  /// In the order of the list.
  public static func < (left: Self, right: Self) -> Bool { left.index < right.index }
}

/// A host.
public struct HostID: PlanIdentifier {
  /// The place in `SitePlan.hosts`.
  public let index: Int
  /// The identifier of a place.
  public init(_ index: Int) { self.index = index }
}

/// A process of a host.
public struct ProcessID: PlanIdentifier {
  /// The place in `SitePlan.processes`.
  public let index: Int
  /// The identifier of a place.
  public init(_ index: Int) { self.index = index }
}

/// A disk of a host.
public struct DiskID: PlanIdentifier {
  /// The place in `SitePlan.disks`.
  public let index: Int
  /// The identifier of a place.
  public init(_ index: Int) { self.index = index }
}

/// A post office, that of a connector included.
public struct PostOfficeID: PlanIdentifier {
  /// The place in `SitePlan.postOffices`.
  public let index: Int
  /// The identifier of a place.
  public init(_ index: Int) { self.index = index }
}

/// A moving agent of MS Mail: an instance of External or of the Connector (PC) MTA.
public struct MoverID: PlanIdentifier {
  /// The place in `SitePlan.movers`.
  public let index: Int
  /// The identifier of a place.
  public init(_ index: Int) { self.index = index }
}

/// An Exchange server.
public struct ServerID: PlanIdentifier {
  /// The place in `SitePlan.servers`.
  public let index: Int
  /// The identifier of a place.
  public init(_ index: Int) { self.index = index }
}

/// A connector between two Exchange servers.
public struct ConnectorID: PlanIdentifier {
  /// The place in `SitePlan.connectors`.
  public let index: Int
  /// The identifier of a place.
  public init(_ index: Int) { self.index = index }
}

/// A domain of the Internet.
public struct DomainID: PlanIdentifier {
  /// The place in `SitePlan.domains`.
  public let index: Int
  /// The identifier of a place.
  public init(_ index: Int) { self.index = index }
}

/// A mail host of the Internet.
public struct MailHostID: PlanIdentifier {
  /// The place in `SitePlan.mailHosts`.
  public let index: Int
  /// The identifier of a place.
  public init(_ index: Int) { self.index = index }
}

/// A profile of hours.
public struct HoursID: PlanIdentifier {
  /// The place in `SitePlan.hours`.
  public let index: Int
  /// The identifier of a place.
  public init(_ index: Int) { self.index = index }
}

/// Where mail begins and ends.
public enum MailEnd: Hashable, Sendable {
  /// A post office.
  case postOffice(PostOfficeID)
  /// The mailboxes of an Exchange server.
  case server(ServerID)
  /// A domain of the Internet.
  case domain(DomainID)
}
