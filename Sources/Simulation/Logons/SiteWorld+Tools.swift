import Kernel
import Plan

// (log on ─►) connect ─► open a key ─► close it ─► … ─► disconnect        in Winlogon on NT 4.0, where it is remote
//                └─► load a counter library ─► let it go ─► … ─┘      in the tool itself, where it is
//                                                     local: who runs it there logs on and off

extension SiteWorld {
  mutating func scheduleTools(_ queue: inout BoundedQueue) throws(Halt) {
    for number in 0..<tools.states.count {
      try later(.toolDue, number, after: tools.states[number].every, &queue)
    }
  }

  /// An administrator runs a tool against each of its hosts, in the hours of work.
  mutating func toolDue(_ number: Int, _ queue: inout BoundedQueue) throws(Halt) {
    let state = tools.states[number]
    if now + state.every <= horizon { try later(.toolDue, number, after: state.every, &queue) }
    // Where hours are less busy than the busiest, only so many of the runs take place.
    let busyness = UInt64(plan.busyness(HoursID(Int(state.hours)), at: now))
    if busyness < 1_000 {
      let count = now / state.every
      if count * busyness / 1_000 == (count - 1) * busyness / 1_000 { return }
    }
    for place in Int(state.firstTarget)..<Int(state.lastTarget)
    where tools.runs[place].phase == .idle {
      tools.runs[place].phase = .connecting
      try step(tool: place, &queue)
    }
  }

  private mutating func step(tool run: Int, _ queue: inout BoundedQueue) throws(Halt) {
    tools.runs[run].stamp &+= 1
    try later(
      .toolStep,
      run,
      stamp: tools.runs[run].stamp,
      after: WorldConstants.toolTurn,
      &queue
    )
  }

  mutating func toolStep(_ run: Int, _ stamp: UInt32, _ queue: inout BoundedQueue) throws(Halt) {
    guard tools.runs[run].stamp & Payload.stampMask == stamp else { return }
    let state = tools.states[Int(tools.runs[run].administration)]
    let host = Int(tools.runs[run].host)
    let server = Int(hosts[host].registryServer) - 1
    // A local tool does in itself what a remote one has done for it.
    let isServed = state.isRemote && server >= 0
    let isUp =
      hosts[host].power == .up && (!state.isRemote || server >= 0 && isRunning(server))
    guard isUp else { return giveUp(tool: run) }
    let holder = Ledger.Process(isServed ? server : Int(hosts[host].toolHolder))
    let process = isServed ? server : toolProcess(of: host)
    let first = Int(tools.serviceStarts[host])
    let last = Int(tools.serviceStarts[host + 1])
    // First the keys of all services, then the counters of all of them.
    let count = last - first
    let number = Int(tools.runs[run].service)
    let isPerformance = state.readsCounters && (!state.readsKeys || number >= count)
    let end = state.readsKeys && state.readsCounters ? 2 * count : count
    switch tools.runs[run].phase {
    case .idle: return
    case .connecting:
      if isServed, turnsAway(host) { return giveUp(tool: run) }
      if !state.isRemote { try occurAtKeyboard(.hostLogon, tool: run, &queue) }
      tools.runs[run].connection = try take(Resources.handles, 2, holder)
      tools.runs[run].memory = try take(Resources.privateBytes, 256, holder)
      _ = try occur(.registryConnect, in: process, tool: run, &queue)
      tools.runs[run].service = 0
      tools.runs[run].phase = count > 0 ? .opening : .disconnecting
    case .opening:
      let service = first + number % count
      tools.runs[run].key = try take(Resources.handles, 1, holder)
      if !isPerformance {
        let terms = Account.Terms(
          Resources.registryOpens,
          by: Resources.sound,
          holder: holder,
          key: registryKey(of: Int(tools.services[service]))
        )
        tools.runs[run].open = try ledger.take(terms, 1).lease ?? .ended
      }
      _ = try occur(
        isPerformance ? .performanceOpen : .registryOpen,
        in: process,
        tool: run,
        service: Int(tools.services[service]),
        &queue
      )
      tools.runs[run].phase = .closing
    case .closing:
      let service = first + number % count
      ledger.giveBack(tools.runs[run].key)
      ledger.giveBack(tools.runs[run].open)
      tools.runs[run].key = .ended
      tools.runs[run].open = .ended
      _ = try occur(
        isPerformance ? .performanceClose : .registryClose,
        in: process,
        tool: run,
        service: Int(tools.services[service]),
        &queue
      )
      tools.runs[run].service += 1
      tools.runs[run].phase = number + 1 < end ? .opening : .disconnecting
    case .disconnecting:
      ledger.giveBack(tools.runs[run].connection)
      ledger.giveBack(tools.runs[run].memory)
      tools.runs[run].connection = .ended
      tools.runs[run].memory = .ended
      _ = try occur(.registryDisconnect, in: process, tool: run, &queue)
      if !state.isRemote { try occurAtKeyboard(.hostLogoff, tool: run, &queue) }
      return giveUp(tool: run)
    }
    guard tools.runs[run].phase != .idle else { return }
    try step(tool: run, &queue)
  }

  /// Whoever runs a tool at the host's keyboard logs on there, and off again. What Winlogon needs for one at
  /// a time is in its baseline.
  private mutating func occurAtKeyboard(
    _ event: EventKind,
    tool run: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    let process = Int(hosts[Int(tools.runs[run].host)].logonProcess) - 1
    guard process >= 0, isRunning(process) else { return }
    _ = try occur(event, in: process, &queue)
  }

  /// The process that a local tool's events are said of: the tool has none of its own in the plan.
  private mutating func toolProcess(of host: Int) -> Int { Int(hosts[host].registryServer) - 1 }

  private mutating func take(
    _ resource: Ledger.Resource,
    _ amount: Int,
    _ holder: Ledger.Process
  ) throws(Halt) -> Lease {
    let terms = Account.Terms(resource, by: Resources.sound, holder: holder)
    return try ledger.take(terms, amount).lease ?? .ended
  }

  /// A tool ends, and with it whatever it held itself.
  private mutating func giveUp(tool run: Int) {
    ledger.giveBack(tools.runs[run].connection)
    ledger.giveBack(tools.runs[run].memory)
    ledger.giveBack(tools.runs[run].key)
    ledger.giveBack(tools.runs[run].open)
    tools.runs[run].connection = .ended
    tools.runs[run].memory = .ended
    tools.runs[run].key = .ended
    tools.runs[run].open = .ended
    tools.runs[run].phase = .idle
    tools.runs[run].stamp &+= 1
    let administration = Int(tools.runs[run].administration)
    if !tools.states[administration].isRemote {
      ledger.stop(Ledger.Process(Int(hosts[Int(tools.runs[run].host)].toolHolder)))
    }
  }

  /// The key of the ledger under which a service's registry key is counted.
  func registryKey(of name: Int) -> Ledger.Key { Ledger.Key(Keys.registry + name) }

  mutating func scheduleActivities(_ queue: inout BoundedQueue) throws(Halt) {
    for number in 0..<activities.states.count { try scheduleActivity(number, &queue) }
  }

  private mutating func scheduleActivity(
    _ number: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    guard let time = activities.states[number].arrivals.next(by: activities.profiles, number),
      time.ticks <= horizon
    else { return }
    try queue.schedule(Payload(.activityDue, number).word, at: time)
  }

  mutating func activityDue(_ number: Int, _ queue: inout BoundedQueue) throws(Halt) {
    try scheduleActivity(number, &queue)
    var stream = activities.states[number].stream
    var traits: UInt64 = 0
    for trait in 0..<Int(activities.states[number].traitCount)
    where stream.next() < activities.states[number].traits[trait] {
      traits |= 1 << UInt64(trait)
    }
    activities.states[number].stream = stream
    let process = Int(activities.states[number].process)
    guard isRunning(process) else { return }
    _ = try occur(.activity, in: process, activity: number, traits: traits, &queue)
  }
}
