public import Kernel

/// A host: what it has, what runs on it, what is true of it.
public struct HostPlan: Sendable {
  /// Its name.
  public let name: String
  /// Its operating system.
  public let system: OperatingSystem
  /// How many processors it has.
  public let processors: Int
  /// Its memory.
  public let memoryBytes: Int
  /// Its page file.
  public let pagefileBytes: Int
  /// Its disks, as a range of the plan's.
  public let disks: [DiskID]
  /// Its processes, in the order in which they start.
  public let processes: [ProcessID]
  /// What is true of it when the run starts, in a fixed order.
  public let facts: [FactValue]

  /// A host.
  public init(
    name: String,
    system: OperatingSystem,
    processors: Int,
    memoryBytes: Int,
    pagefileBytes: Int,
    disks: [DiskID],
    processes: [ProcessID],
    facts: [FactValue]
  ) {
    self.name = name
    self.system = system
    self.processors = processors
    self.memoryBytes = memoryBytes
    self.pagefileBytes = pagefileBytes
    self.disks = disks
    self.processes = processes
    self.facts = facts
  }

  /// What a fact is at the start; nil where the host has no such thing.
  public func value(of fact: Fact) -> Int64? {
    facts.first { $0.fact == fact }?.value
  }

  /// What the host can commit: memory and page file.
  public var commitLimitBytes: Int { memoryBytes + pagefileBytes }
}

/// A fact and its value.
public struct FactValue: Hashable, Sendable {
  /// What is true.
  public let fact: Fact
  /// Its number.
  public let value: Int64

  /// A fact.
  public init(_ fact: Fact, _ value: Int64) {
    self.fact = fact
    self.value = value
  }
}

/// A disk, on which mail waits.
public struct DiskPlan: Sendable {
  /// Its letter.
  public let name: String
  /// The host it is in.
  public let host: HostID
  /// Its size.
  public let sizeBytes: Int
  /// What is free when the run starts.
  public let freeBytes: Int

  /// A disk.
  public init(name: String, host: HostID, sizeBytes: Int, freeBytes: Int) {
    self.name = name
    self.host = host
    self.sizeBytes = sizeBytes
    self.freeBytes = freeBytes
  }
}

/// A process: an image that runs on a host, as a service or without one.
public struct ProcessPlan: Sendable {
  /// The file it is loaded from, such as `store.exe`.
  public let image: String
  /// The version of that file when the run starts; nil where it is not known.
  public let version: FileVersion?
  /// The service it runs as, such as `MSExchangeIS`; nil for the system's own.
  public let service: String?
  /// The host.
  public let host: HostID
  /// Which services must run before it, and stop when they do.
  public let dependsOn: [ProcessID]
  /// Whether it starts with the host.
  public let startsWithHost: Bool
  /// What can end it.
  public let ends: Ends
  /// How long it takes to start.
  public let startDelay: Interval
  /// What it holds when it does nothing.
  public let baseline: Baseline

  /// What can end a process.
  public enum Ends: Hashable, Sendable {
    /// A stop of its service.
    case withService
    /// A restart of its host alone.
    case withHost
  }

  /// A process.
  public init(
    image: String,
    version: FileVersion?,
    service: String?,
    host: HostID,
    dependsOn: [ProcessID],
    startsWithHost: Bool,
    ends: Ends,
    startDelay: Interval,
    baseline: Baseline
  ) {
    self.image = image
    self.version = version
    self.service = service
    self.host = host
    self.dependsOn = dependsOn
    self.startsWithHost = startsWithHost
    self.ends = ends
    self.startDelay = startDelay
    self.baseline = baseline
  }

  /// The name of its instance in Performance Monitor.
  public var instance: String {
    image.hasSuffix(".exe") ? String(image.dropLast(4)) : image
  }
}

/// What a sound process holds, and how much that fluctuates.
public struct Baseline: Hashable, Sendable {
  /// Handles.
  public let handles: Int
  /// Threads.
  public let threads: Int
  /// Committed memory of its own.
  public let privateBytes: Int
  /// By how many parts of a thousand these fluctuate.
  public let breathThousandths: Int
  /// How far a cache fills, beyond `privateBytes`; 0 without one.
  public let cacheBytes: Int

  /// A baseline.
  public init(
    handles: Int,
    threads: Int,
    privateBytes: Int,
    breathThousandths: Int,
    cacheBytes: Int = 0
  ) {
    self.handles = handles
    self.threads = threads
    self.privateBytes = privateBytes
    self.breathThousandths = breathThousandths
    self.cacheBytes = cacheBytes
  }
}
