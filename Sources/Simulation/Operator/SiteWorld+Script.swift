import Kernel
import Plan
import Record

extension SiteWorld {
  mutating func scheduleScript(_ queue: inout BoundedQueue) throws(Halt) {
    for (number, action) in plan.script.enumerated() {
      switch action.when {
      case .at(let time), .every(_, let time):
        if time.ticks <= horizon {
          try queue.schedule(Payload(.scriptDue, number).word, at: time)
        }
      case .condition: break
      }
    }
  }

  /// An action is due.
  mutating func scriptDue(
    _ number: Int,
    _ stamp: UInt32,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    switch plan.script[number].when {
    case .at: break
    case .every(let interval, _):
      if now + interval.ticks <= horizon {
        try later(.scriptDue, number, after: interval.ticks, &queue)
      }
    case .condition:
      guard script.states[number].stamp & Payload.stampMask == stamp else { return }
      script.states[number].isNoticed = false
      script.states[number].since = .max
    }
    var routes = Int(script.states[number].firstRoutes)
    for step in 0..<plan.script[number].steps.count {
      try perform(plan.script[number].steps[step], of: number, &routes, &queue)
    }
  }

  private mutating func perform(
    _ step: ScriptedAction.Step,
    of number: Int,
    _ routes: inout Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    switch step {
    case .start(let process): try start(process.index, &queue)
    case .stop(let process): try askToStop(process.index, &queue)
    case .restart(let process):
      // Those that stop with it start with it.
      let index = process.index
      let wasRunning = processes[index].state == .running
      try askToStop(index, &queue)
      guard processes[index].state == .stopped else { return }
      try start(index, &queue)
      if wasRunning { try startDependents(of: index, &queue) }
    case .reboot(let host): try reboot(host.index, &queue)
    case .install(let host, _, let facts): install(host.index, facts)
    case .route(let office, _):
      offices.states[office.index].routes = UInt32(offices.scriptedList(routes))
      routes += 1
    case .removeItems(let process): removeItems(of: process.index)
    case .fail(let fault): try begin(fault, number, &queue)
    }
  }

  private mutating func askToStop(_ process: Int, _ queue: inout BoundedQueue) throws(Halt) {
    guard !processes[process].endsWithHost, processes[process].isStoppable else { return }
    try stop(process, .asked, &queue)
  }

  private mutating func startDependents(
    of process: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    for index in dependencies.after(process) {
      let dependent = dependencies.process(index)
      // Those that somebody had stopped before stay so: they stopped at another moment.
      guard processes[dependent].state == .stopped, processes[dependent].since == now else {
        continue
      }
      try start(dependent, &queue)
      try startDependents(of: dependent, &queue)
    }
  }

  /// Something fails, for a while or for good.
  private mutating func begin(
    _ fault: FaultPlan,
    _ number: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    switch fault.target {
    case .mailHost(let host, let manner):
      mailHosts[host.index].manner = manner
      mailHosts[host.index].faultShare = FlowTable.threshold(fault.billionths)
      mailHosts[host.index].fault = UInt32(number) + 1
    case .postOffice(let office): offices.states[office.index].faults += 1
    case .connector(let connector): connectorFaults[connector.index] += 1
    case .disk(let disk, let free):
      let taken = max(disks[disk.index + 1].free - free, 0)
      script.states[number].taken = taken
      disks[disk.index + 1].free -= taken
      hasLowDisk = true
    case .process(let process): try stop(process.index, .unexpected, &queue)
    case .host(let host):
      try reboot(host.index, offFor: fault.lasting?.ticks ?? horizon, &queue)
      return
    }
    if let lasting = fault.lasting {
      try later(.faultOver, number, after: lasting.ticks, &queue)
    }
  }

  mutating func faultOver(
    _ number: Int,
    _ stamp: UInt32,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    for case .fail(let fault) in plan.script[number].steps {
      switch fault.target {
      case .mailHost(let host, _):
        // Another fault may have begun since, and goes on.
        guard mailHosts[host.index].fault == UInt32(number) + 1 else { continue }
        mailHosts[host.index].manner = mailHosts[host.index].usualManner
        mailHosts[host.index].faultShare = .max
      case .postOffice(let office):
        offices.states[office.index].faults -= 1
      case .connector(let connector):
        connectorFaults[connector.index] -= 1
      case .disk(let disk, _):
        disks[disk.index + 1].free += script.states[number].taken
        script.states[number].taken = 0
        hasLowDisk = true
      case .process, .host: break
      }
    }
  }

  /// Looks at conditions: whoever notices acts after a while, in the hours of work.
  mutating func lookAtConditions(_ queue: inout BoundedQueue) throws(Halt) {
    for number in 0..<plan.script.count {
      guard
        case .condition(let condition, let lasting, let after, let hours) = plan.script[number].when
      else { continue }
      guard holds(condition) else {
        script.states[number].since = .max
        continue
      }
      if script.states[number].since == .max { script.states[number].since = now }
      guard !script.states[number].isNoticed, now - script.states[number].since >= lasting.ticks
      else { continue }
      if let hours, plan.busyness(hours, at: now) < 1_000 { continue }
      script.states[number].isNoticed = true
      script.states[number].stamp &+= 1
      try later(
        .scriptDue,
        number,
        stamp: script.states[number].stamp,
        after: after.ticks,
        &queue
      )
    }
  }

  private mutating func holds(_ condition: ScriptedAction.Condition) -> Bool {
    switch condition {
    case .above(let path, let value):
      return probes.number(of: path).flatMap { self.value(ofProbe: $0) }.map { $0 > value } ?? false
    case .below(let path, let value):
      return probes.number(of: path).flatMap { self.value(ofProbe: $0) }.map { $0 < value } ?? false
    case .stopped(let process): return processes[process.index].state == .stopped
    case .logged(let host, let source, let id):
      return log.count(host: host.index, source: source, id: id) > 0
    }
  }

  /// Looks at disks that are nearly full: who depends on them takes nothing more in, or ends.
  mutating func settleDisks(_ queue: inout BoundedQueue) throws(Halt) {
    hasLowDisk = false
    for server in 0..<servers.count {
      let free = disks[Int(servers[server].disk)].free
      let agent = Int(servers[server].agent)
      if free < servers[server].lowDisk {
        if isRunning(agent), !servers[server].isOutOfDisk {
          servers[server].isOutOfDisk = true
          write(.agentOutOfDisk, on: Int(servers[server].host), server)
          try stop(agent, .exhausted, &queue)
        }
      } else {
        servers[server].isOutOfDisk = false
      }
      guard servers[server].internetMail != 0 else { continue }
      let isLow = free < services[server].lowDisk
      guard isLow != services[server].isOutOfDisk else { continue }
      services[server].isOutOfDisk = isLow
      services[server].isFlushing = isLow || plan.servers[server].internetMail?.mode == .flush
      write(.diskLow, on: Int(servers[server].host), server)
      mail.places[place(.conversionOut, of: server)].isClosed = services[server].isFlushing
      if !isLow { try kick(place(.conversionOut, of: server), &queue) }
    }
  }
}
