public import Kernel
public import Plan

extension DefectRecord {
  /// What an effect of a defect did, so often: stranded, answered wrongly, distorted, logged.
  public struct Doing: Hashable, Sendable {
    /// How it works.
    public let mechanism: MechanismKind
    /// What it is about: a passage, a decision with its answer, a counter, an event's source and number.
    public let what: String
    /// How often.
    public let count: UInt64
    /// When first.
    public let first: Instant
    /// When last.
    public let last: Instant

    /// Something done.
    public init(
      mechanism: MechanismKind,
      what: String,
      count: UInt64,
      first: Instant,
      last: Instant
    ) {
      self.mechanism = mechanism
      self.what = what
      self.count = count
      self.first = first
      self.last = last
    }
  }
}
