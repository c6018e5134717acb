#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The clocks that repetitions are timed with, in nanoseconds.
enum Clock {
  /// Time as it passes, whatever the system's date does meanwhile.
  static var real: UInt64 { read(CLOCK_MONOTONIC) }

  /// Time that this thread spent on a processor, whatever other threads do meanwhile.
  static var processor: UInt64 { read(CLOCK_THREAD_CPUTIME_ID) }

  private static func read(_ clock: clockid_t) -> UInt64 {
    var time = timespec()
    _ = unsafe clock_gettime(clock, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
