import Kernel
import Plan
import Record

extension SiteWorld {
  /// Whether a process does its work.
  @inline(__always)
  func isRunning(_ process: Int) -> Bool { processes[process].state == .running }

  /// Starts a process and what it depends on, and says when it will be ready; nothing where the host is
  /// not up or a dependency cannot start.
  @discardableResult
  mutating func start(_ process: Int, _ queue: inout BoundedQueue) throws(Halt) -> UInt64? {
    let host = Int(processes[process].host)
    guard hosts[host].power == .up else { return nil }
    switch processes[process].state {
    case .running: return now
    case .starting: return processes[process].readyAt
    case .hanging: return nil
    case .stopped: break
    }
    var ready = now
    for index in dependencies.before(process) {
      guard let time = try start(dependencies.process(index), &queue) else { return nil }
      ready = max(ready, time)
    }
    ready &+= processes[process].startDelay * UInt64(hosts[host].slowness) / 1_000
    processes[process].state = .starting
    processes[process].since = now
    processes[process].readyAt = ready
    processes[process].stamp &+= 1
    try queue.schedule(
      Payload(.processStarted, process, stamp: processes[process].stamp).word,
      at: Instant(ticks: ready)
    )
    return ready
  }

  mutating func processStarted(
    _ process: Int,
    _ stamp: UInt32,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    guard processes[process].stamp & Payload.stampMask == stamp,
      processes[process].state == .starting
    else { return }
    try takeUpFiles(of: process, &queue)
    try run(process, &queue)
  }

  /// A process runs from now on.
  mutating func run(_ process: Int, _ queue: inout BoundedQueue) throws(Halt) {
    processes[process].state = .running
    processes[process].since = now
    processes[process].starts += 1
    if processes[process].isLastTold {
      processes[process].history[Int(processes[process].toldStops) - 1].restarted = now
    }
    resetTotals(of: process)
    try holdBaseline(process)
    logStart(process)
    try scheduleUptime(process, &queue)
    if processes[process].poisoned > 0 {
      try stop(
        process,
        .unexpected,
        site: poisoners[process] == 0 ? nil : Int(poisoners[process]) - 1,
        &queue
      )
      return
    }
    _ = try occur(.serviceStart, in: process, &queue)
    guard isRunning(process) else { return }
    let index = Int(processes[process].roleIndex)
    switch processes[process].role {
    case .other: break
    case .store: try storeStarted(index, &queue)
    case .agent: try agentStarted(index, &queue)
    case .interchange: try interchangeStarted(index, &queue)
    case .internetMail: try internetMailStarted(index, &queue)
    case .mover: try moverStarted(index, &queue)
    }
  }

  /// Stops a process, and before it those that depend on it where somebody asks for that.
  mutating func stop(
    _ process: Int,
    _ reason: ProcessRecord.Reason,
    site: Int? = nil,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    guard processes[process].state != .stopped else { return }
    if reason == .asked {
      for index in dependencies.after(process) {
        try stop(dependencies.process(index), .asked, &queue)
      }
    }
    if processes[process].state == .running, reason != .host {
      _ = try occur(.serviceStop, in: process, reason: reason, &queue)
    }
    guard processes[process].state != .stopped else { return }
    let ran = processes[process].state != .starting
    processes[process].state = .stopped
    processes[process].since = now
    processes[process].stamp &+= 1
    noteStop(process, reason, site)
    logStop(process, reason)
    // What it held is freed before anybody else looks.
    ledger.stop(Ledger.Process(process))
    deleteFiles(of: process)
    if ran { try letGo(process, &queue) }
    resetEffects(of: process)
  }

  /// A process does nothing any more, and still is there.
  mutating func hang(
    _ process: Int,
    isStoppable: Bool,
    site: Int?,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    guard processes[process].state == .running else { return }
    processes[process].state = .hanging
    processes[process].since = now
    processes[process].isStoppable = isStoppable
    noteStop(process, .hang, site)
  }

  /// What a process had in hand goes back to where it waits.
  private mutating func letGo(_ process: Int, _ queue: inout BoundedQueue) throws(Halt) {
    let index = Int(processes[process].roleIndex)
    switch processes[process].role {
    case .other: break
    case .store: try storeStopped(index, &queue)
    case .agent: try agentStopped(index, &queue)
    case .interchange: interchangeStopped(index)
    case .internetMail: try internetMailStopped(index, &queue)
    case .mover: moverStopped(index)
    }
  }

  private mutating func noteStop(
    _ process: Int,
    _ reason: ProcessRecord.Reason,
    _ site: Int?
  ) {
    processes[process].stops += 1
    let isRequest = reason == .asked || reason == .host
    let number = Int(processes[process].toldStops)
    let room = processes[process].history.count
    processes[process].isLastTold =
      number < room && !(isRequest && Int(processes[process].toldRequests) >= room / 2)
    guard processes[process].isLastTold else { return }
    processes[process].toldStops += 1
    if isRequest { processes[process].toldRequests += 1 }
    processes[process].history[number] = ProcessState.StopState(
      time: now,
      reason: Self.number(of: reason),
      site: site.map { UInt32($0) + 1 } ?? 0
    )
  }

  /// The place of a reason among all; looked up in no list, which would be made anew each time.
  private static func number(of reason: ProcessRecord.Reason) -> UInt8 {
    switch reason {
    case .asked: 0
    case .host: 1
    case .unexpected: 2
    case .hang: 3
    case .exhausted: 4
    }
  }

  private mutating func logStart(_ process: Int) {
    switch processes[process].role {
    case .internetMail: write(.internetMailStarted, on: Int(processes[process].host), process)
    case .agent: write(.agentStarted, on: Int(processes[process].host), process)
    default: break
    }
  }

  private mutating func logStop(_ process: Int, _ reason: ProcessRecord.Reason) {
    let host = Int(processes[process].host)
    switch reason {
    case .asked:
      switch processes[process].role {
      case .internetMail: write(.internetMailStopped, on: host, process)
      case .agent: write(.agentStopped, on: host, process)
      default: break
      }
    case .unexpected, .exhausted:
      write(.drWatson, on: host, process)
      write(.serviceTerminated, on: host, process)
    case .host, .hang: break
    }
  }
}
