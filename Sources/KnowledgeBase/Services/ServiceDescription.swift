public import Kernel
public import Plan

/// A service or a process of the system: its file, what it needs, what it holds when all is well.
public struct ServiceDescription: Sendable {
  /// The file it is loaded from.
  public let image: String
  /// The service's name; nil for a process that is none.
  public let service: String?
  /// What it is called.
  public let title: String
  /// The services that must run before it, and stop when they do.
  public let dependsOn: [String]
  /// How long it takes to start.
  public let startDelay: Interval
  /// What it holds.
  public let baseline: Baseline
  /// Whether only a restart of the host ends it.
  public let endsWithHost: Bool

  init(
    _ image: String,
    _ service: String?,
    _ title: String,
    dependsOn: [String] = [],
    startSeconds: UInt64 = 0,
    handles: Int,
    threads: Int,
    privateKilobytes: Int,
    endsWithHost: Bool = false
  ) {
    self.image = image
    self.service = service
    self.title = title
    self.dependsOn = dependsOn
    self.startDelay = .seconds(startSeconds)
    self.baseline = Baseline(
      handles: handles,
      threads: threads,
      privateBytes: privateKilobytes << 10,
      breathThousandths: 30
    )
    self.endsWithHost = endsWithHost
  }

  /// The same service under another name, as each instance of the Connector (PC) MTA has one.
  public func named(_ name: String, image: String? = nil) -> ServiceDescription {
    ServiceDescription(
      image ?? self.image,
      name,
      title,
      dependsOn: dependsOn,
      startSeconds: startDelay.ticks / Interval.ticksPerSecond,
      handles: baseline.handles,
      threads: baseline.threads,
      privateKilobytes: baseline.privateBytes >> 10,
      endsWithHost: endsWithHost
    )
  }
}
