public import Kernel

/// A step of one message, as it happened.
public struct TraceStep: Hashable, Sendable {
  /// When.
  public let time: Instant
  /// Which message: the flow's name and the message's number in it.
  public let message: String
  /// The host on which it happened, if it is one of ours.
  public let host: String?
  /// Where, such as `Internet Mail Service of HUB1`.
  public let place: String
  /// What, such as `connects to mx1.partner.example`.
  public let what: String

  /// A step.
  public init(time: Instant, message: String, host: String?, place: String, what: String) {
    self.time = time
    self.message = message
    self.host = host
    self.place = place
    self.what = what
  }
}
