/// The 16 bytes that wait in the queue: when, and what.
///
/// Order among equal times is by place and needs no number. The top bit of `word` tells a timer, whose
/// other bits are its token, from an event, whose other bits are the caller's payload.
@frozen @usableFromInline
struct QueueEntry: BitwiseCopyable, Sendable {
  @usableFromInline let ticks: UInt64
  @usableFromInline let word: UInt64

  @inlinable
  init(ticks: UInt64, word: UInt64) {
    self.ticks = ticks
    self.word = word
  }

  /// The bit that marks a timer.
  @inlinable static var timerMark: UInt64 { 1 &<< 63 }

  @inlinable var isTimer: Bool { word >= Self.timerMark }
}

/// What the queue hands out: an event or a timer whose time has come.
@frozen
public struct ScheduledEvent: BitwiseCopyable, Hashable, Sendable {
  /// When it happens.
  public let time: Instant

  /// The 63 bits that the caller gave.
  public let payload: UInt64

  @inlinable
  init(time: Instant, payload: UInt64) {
    self.time = time
    self.payload = payload
  }
}
