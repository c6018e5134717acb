#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How much of a processor went elsewhere while something ran.
struct Disturbance: Hashable, Sendable {
  /// Processor time of all other programs, over the time that passed.
  let othersShare: Double
  /// Time in which the host gave a virtual processor nothing, over the time that passed.
  let stolenShare: Double

  /// A look at the clocks; two of them make a disturbance.
  struct Look {
    fileprivate let real: Double
    fileprivate let busy: Double
    fileprivate let stolen: Double
    fileprivate let own: Double

    /// Now; `nil` where the system does not tell.
    init?() {
      let words = (systemText("/proc/stat") ?? "").split(separator: " ")
      let ticks = words.dropFirst().compactMap { Double($0) }
      let second = Double(sysconf(Int32(_SC_CLK_TCK)))
      guard words.first == "cpu", ticks.count >= 8, second > 0 else { return nil }
      real = Double(Clock.real) / 1e9
      // user, nice, system, idle, waiting, interrupts, soft interrupts, stolen
      busy = (ticks[0] + ticks[1] + ticks[2] + ticks[5] + ticks[6]) / second
      stolen = ticks[7] / second
      own = Self.used(RUSAGE_SELF) + Self.used(RUSAGE_CHILDREN)
    }

    #if canImport(Glibc)
      private static func used(_ who: __rusage_who) -> Double { used(Int32(who.rawValue)) }
    #endif

    private static func used(_ who: Int32) -> Double {
      var usage = rusage()
      _ = unsafe getrusage(who, &usage)
      return [usage.ru_utime, usage.ru_stime].reduce(0) { sum, time in
        sum + Double(time.tv_sec) + Double(time.tv_usec) / 1e6
      }
    }
  }
}

extension Disturbance {
  /// What happened between two looks, the rivals' processes having ended.
  init?(from first: Look?, to second: Look?) {
    guard let first, let second, second.real > first.real else { return nil }
    let passed = second.real - first.real
    let others = (second.busy - first.busy) - (second.own - first.own)
    othersShare = max(others, 0) / passed
    stolenShare = max(second.stolen - first.stolen, 0) / passed
  }
}
