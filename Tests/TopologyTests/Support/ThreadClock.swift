#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What one thread computes, whatever else the machine does.
enum ThreadClock {
  /// The seconds that this thread was running for `body`.
  static func seconds(_ body: () -> Void) -> Double {
    let start = now()
    body()
    return max(now() - start, 1e-6)
  }

  private static func now() -> Double {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
