import Kernel
import Plan

extension SiteWorld {
  /// Counters are read, after sound processes have taken another breath.
  mutating func sample(_ queue: inout BoundedQueue) throws(Halt) {
    try breathe()
    if ledger.hasCrossings { try settleCrossings(&queue) }
    if hasLowDisk { try settleDisks(&queue) }
    probes.series.beginSample()
    for number in 0..<probes.probes.count {
      guard let value = reading(of: probes.probes[number], number) else { continue }
      if probes.probes[number].isRate {
        let rate = (value - probes.probes[number].before) * probes.divisors[number]
        let seconds = max(Int64(plan.run.sample.ticks / 10_000_000), 1)
        probes.series.record(max(rate, 0) / seconds, of: number)
        probes.probes[number].before = value
      } else {
        probes.series.record(value * probes.divisors[number], of: number)
      }
    }
    for line in 0..<probes.takings.count {
      probes.series.record(Int64(clamping: held(line)), of: probes.firstTaking + line)
    }
    for (line, limit) in probes.limits.enumerated() {
      probes.series.record(Int64(ledger.takePeak(at: limit)), of: probes.firstLimit + line)
    }
    try lookAtConditions(&queue)
    let next = probes.series.nextSample
    if let next, next.ticks <= horizon {
      try queue.schedule(Payload(.sample, 0).word, at: next)
    }
  }

  /// What a defect holds of a resource for a holder.
  func held(_ line: Int) -> UInt128 {
    let taking = probes.takings[line]
    let scope = Ledger.Scope.process(
      Ledger.Resource(taking.resource),
      Ledger.Process(taking.holder)
    )
    return ledger.standing(of: Ledger.Site(taking.site + 1), at: scope).amount
  }

  /// A process that starts holds what it always does.
  mutating func holdBaseline(_ process: Int) throws(Halt) {
    breaths[process].since = now
    breaths[process].level = 0
    try hold(process, breath: 0)
  }

  /// Sound processes hold a little more or less each time, and caches fill.
  private mutating func breathe() throws(Halt) {
    for process in 0..<processes.count where processes[process].state == .running {
      var stream = breaths[process].stream
      let draw = stream.uniform() + stream.uniform() + stream.uniform() - 1.5
      breaths[process].stream = stream
      // What it holds comes back to the middle, so that it wanders and never climbs.
      breaths[process].level = 0.8 * breaths[process].level + 0.6 * draw
      try hold(process, breath: breaths[process].level)
    }
  }

  private mutating func hold(_ process: Int, breath: Double) throws(Halt) {
    let base = breaths[process].baseline
    let factor = 1 + breath * base.breath
    setLevel(breaths[process].handles, Int((Double(base.handles) * factor).rounded()))
    setLevel(breaths[process].threads, Int((Double(base.threads) * factor).rounded()))
    var bytes = Double(base.privateBytes) * factor
    if base.cacheBytes > 0 {
      let age = Double(now - breaths[process].since)
      bytes += Double(base.cacheBytes) * (1 - Arithmetic.exp(-age / WorldConstants.cacheTicks))
    }
    setLevel(breaths[process].privateBytes, Int(bytes.rounded()))
  }

  private mutating func setLevel(_ account: Account, _ level: Int) {
    // Where the host has no room, the process goes on with what it has.
    _ = ledger.setLevel(account, to: max(level, 0))
  }
}

/// What a sound process holds at the moment, and how that wanders.
struct Breath: BitwiseCopyable {
  var stream: RandomStream
  var handles: Account
  var threads: Account
  var privateBytes: Account
  var level = 0.0
  var since: UInt64 = 0
  var baseline = Levels()

  struct Levels: BitwiseCopyable {
    var handles = 0
    var threads = 0
    var privateBytes = 0
    var cacheBytes = 0
    var breath = 0.0
  }
}
