public import Kernel

/// Something that is done at a time or on a condition.
public struct ScriptedAction: Sendable {
  /// Its name.
  public let name: String
  /// When.
  public let when: Occasion
  /// What.
  public let steps: [Step]
  /// How it came into the plan.
  public let origin: Origin

  /// When something is done.
  public enum Occasion: Sendable {
    /// At a time.
    case at(Instant)
    /// Again and again, from a time on.
    case every(Interval, from: Instant)
    /// When a condition has held for so long; looked at when samples are taken.
    case condition(Condition, lasting: Interval, after: Interval, hours: HoursID?)
  }

  /// What can be waited for.
  public enum Condition: Sendable {
    /// A counter is above a value.
    case above(CounterPath, Double)
    /// A counter is below a value.
    case below(CounterPath, Double)
    /// A service does not run.
    case stopped(ProcessID)
    /// An event stands in the event log.
    case logged(HostID, source: String, id: Int)
  }

  /// What is done.
  public enum Step: Sendable {
    /// Starts a service.
    case start(ProcessID)
    /// Stops a service and those that depend on it.
    case stop(ProcessID)
    /// Stops it and starts it again, with those that depend on it.
    case restart(ProcessID)
    /// Starts a host again.
    case reboot(HostID)
    /// Changes facts of a host: those of files with the next start of their process, those of the
    /// system with the next start of the host.
    case install(HostID, name: String, [FactValue])
    /// Changes a post office's routes.
    case route(PostOfficeID, PostOfficeRoutes)
    /// Removes a poisoned item.
    case removeItems(ProcessID)
    /// Lets something fail.
    case fail(FaultPlan)
  }

  /// How an action came into a plan.
  public enum Origin: Sendable {
    /// From `changes`.
    case change
    /// From `operators`.
    case operation
    /// From `faults`.
    case fault
  }

  /// An action.
  public init(
    name: String,
    when: Occasion,
    steps: [Step],
    origin: Origin
  ) {
    self.name = name
    self.when = when
    self.steps = steps
    self.origin = origin
  }
}

/// Something that fails for a while.
public struct FaultPlan: Sendable {
  /// Its name.
  public let name: String
  /// What fails.
  public let target: Target
  /// For how long; nil until the end.
  public let lasting: Interval?
  /// Of what share of the uses, in billionths.
  public let billionths: Int

  /// What fails, and how.
  public enum Target: Sendable {
    /// A mail host changes its manner.
    case mailHost(MailHostID, MailHostManner)
    /// A post office's share cannot be opened.
    case postOffice(PostOfficeID)
    /// A connector passes nothing.
    case connector(ConnectorID)
    /// A disk has only so much left.
    case disk(DiskID, freeBytes: Int)
    /// A process ends unexpectedly.
    case process(ProcessID)
    /// A host is off.
    case host(HostID)
  }

  /// A fault.
  public init(
    name: String,
    target: Target,
    lasting: Interval?,
    billionths: Int
  ) {
    self.name = name
    self.target = target
    self.lasting = lasting
    self.billionths = billionths
  }
}
