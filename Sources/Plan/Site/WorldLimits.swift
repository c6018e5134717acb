/// Where limits of hosts and processes stand, and what is felt on the way to them.
///
/// But for those with an article beside them no text gives them: each is assumed, in the order of the texts' symptoms.
public enum WorldLimits {
  /// A limit of one resource.
  public struct Limit: Sendable {
    /// Of what.
    public let resource: ResourceKind
    /// How much there can be.
    public let capacity: Int
    /// What happens on the way, in parts of a thousand.
    public let rungs: [Rung]
  }

  /// Handles that a process can have before the system fails it.
  public static let handles = 10_000
  /// Records that a mailbag of a post office has (Q119088).
  public static let mailbagRecords = 4_096
  /// Addresses of a process (Q216259).
  public static let addressSpace = 2 << 30

  /// The limits of a host.
  public static func ofHost(_ host: HostPlan) -> [Limit] {
    let pool = pools(of: host.system.family)
    return [
      Limit(
        resource: .privateBytes,
        capacity: host.commitLimitBytes,
        rungs: [
          Rung(thousandths: 800, .slow), Rung(thousandths: 900, .rpcBusy),
          Rung(thousandths: 950, .outOfVirtualMemory), Rung(thousandths: 1_000, .hang),
        ]
      ),
      Limit(resource: .pagedPool, capacity: pool.paged, rungs: poolRungs),
      Limit(resource: .nonpagedPool, capacity: pool.nonpaged, rungs: poolRungs),
    ]
  }

  /// The limits of a process.
  public static func ofProcess(_ process: ProcessPlan) -> [Limit] {
    [
      Limit(
        resource: .handles,
        capacity: handles,
        rungs: [
          Rung(thousandths: 800, .slow), Rung(thousandths: 900, .rpcBusy),
          Rung(thousandths: 1_000, .stop),
        ]
      ),
      Limit(
        resource: .addressSpace,
        capacity: addressSpace,
        rungs: [Rung(thousandths: 1_000, .stop)]
      ),
    ]
  }

  private static let poolRungs = [
    Rung(thousandths: 800, .slow), Rung(thousandths: 950, .rpcBusy),
    Rung(thousandths: 1_000, .hang),
  ]

  private static func pools(of family: OperatingSystem.Family) -> (paged: Int, nonpaged: Int) {
    switch family {
    case .windowsNT4: (192 << 20, 128 << 20)
    case .windows2000: (160 << 20, 128 << 20)
    }
  }
}
