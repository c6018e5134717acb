import Kernel
import Plan
import Record

// connect ─► USER ─► PASS ─────────────► reading ─► QUIT
//        └─► AUTH NTLM ─► challenge ─► response ─┘      failed: once more after a while, so often

extension SiteWorld {
  mutating func scheduleLogons(_ queue: inout BoundedQueue) throws(Halt) {
    for population in 0..<logons.populations.count { try scheduleLogon(population, &queue) }
  }

  private mutating func scheduleLogon(
    _ population: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    guard
      let time = logons.populations[population].arrivals.next(by: logons.profiles, population),
      time.ticks <= horizon
    else { return }
    try queue.schedule(Payload(.logonDue, population).word, at: time)
  }

  /// Somebody looks for mail. The password that is wrong stays wrong when it is tried again.
  mutating func logonDue(_ population: Int, _ queue: inout BoundedQueue) throws(Halt) {
    try scheduleLogon(population, &queue)
    var stream = logons.populations[population].stream
    let isBad = stream.next() < logons.populations[population].badPassword
    logons.populations[population].stream = stream
    guard let session = logons.make(population) else { return }
    logons.sessions[session].isBad = isBad
    try beginLogon(session, &queue)
  }

  private mutating func beginLogon(_ session: Int, _ queue: inout BoundedQueue) throws(Halt) {
    logons.sessions[session].phase = .connecting
    try step(logon: session, after: WorldConstants.logonTurn, &queue)
  }

  private mutating func step(
    logon session: Int,
    after ticks: UInt64,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    logons.sessions[session].stamp &+= 1
    try later(
      .logonStep,
      session,
      stamp: logons.sessions[session].stamp,
      after: ticks,
      &queue
    )
  }

  mutating func logonStep(
    _ session: Int,
    _ stamp: UInt32,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    guard logons.sessions[session].stamp & Payload.stampMask == stamp else { return }
    let population = Int(logons.sessions[session].population)
    let server = Int(logons.populations[population].server)
    let store = Int(servers[server].store)
    let isNTLM = logons.populations[population].usesNTLM
    let turn = WorldConstants.logonTurn
    switch logons.sessions[session].phase {
    case .idle: break
    case .waiting: try beginLogon(session, &queue)
    case .connecting:
      guard isRunning(store), !turnsAway(Int(servers[server].host)) else {
        // Nobody answers, so nothing is taken. The client tells its user, who tries again later.
        logons.populations[population].refused += 1
        return try retry(session, population, &queue)
      }
      let terms = Account.Terms(
        Resources.sockets,
        by: Resources.sound,
        holder: Ledger.Process(store)
      )
      logons.sessions[session].socket = try ledger.take(terms, 1).lease ?? .ended
      logons.sessions[session].since = now
      servers[server].logonCount += 1
      _ = try occur(.pop3Connect, in: store, &queue)
      guard isRunning(store) else { return }
      logons.sessions[session].phase = .naming
      try step(logon: session, after: turn, &queue)
    case .naming:
      logons.sessions[session].phase = isNTLM ? .challenged : .proving
      try step(logon: session, after: turn, &queue)
    case .challenged:
      logons.sessions[session].phase = .proving
      try step(logon: session, after: turn, &queue)
    case .proving: try proved(session, population, server, isNTLM, &queue)
    case .reading: try endLogon(session, population, server, .finished, &queue)
    }
  }

  /// The server knows whether the password is right.
  private mutating func proved(
    _ session: Int,
    _ population: Int,
    _ server: Int,
    _ isNTLM: Bool,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    let store = Int(servers[server].store)
    let isGood = !logons.sessions[session].isBad
    logons.populations[population].attempts += 1
    if isNTLM, let holder = credentialHolder(of: store) {
      // The security provider lives in services.exe; what it hands out belongs to the store (Q143380).
      let terms = Account.Terms(
        Resources.handles,
        by: Resources.sound,
        holder: holder,
        owner: Ledger.Process(store)
      )
      logons.sessions[session].credential = try ledger.take(terms, 1).lease ?? .ended
      if !isGood {
        ledger.giveBack(logons.sessions[session].credential)
        logons.sessions[session].credential = .ended
      }
    }
    _ = try occur(
      .pop3Logon,
      in: store,
      mechanism: isNTLM ? .ntlm : .basic,
      outcome: isGood ? .succeeded : .failed,
      &queue
    )
    guard isRunning(store) else { return }
    guard isGood else {
      logons.populations[population].failures += 1
      servers[server].logonFailures += 1
      write(.logonFailed, on: Int(servers[server].host), population)
      try disconnect(session, population, server, .finished, &queue)
      guard isRunning(store) else { return }
      return try retry(session, population, &queue)
    }
    _ = try occur(.storeLogon, in: store, protocol: .pop3, &queue)
    guard isRunning(store) else { return }
    logons.sessions[session].phase = .reading
    try step(logon: session, after: logons.populations[population].length, &queue)
  }

  /// Who holds the handles of the security provider on a store's host.
  private mutating func credentialHolder(of store: Int) -> Ledger.Process? {
    let holder = credentialHolders[Int(processes[store].host)]
    return holder == 0 ? nil : Ledger.Process(Int(holder) - 1)
  }

  private mutating func retry(
    _ session: Int,
    _ population: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    guard logons.sessions[session].attempts < logons.populations[population].retries else {
      return logons.end(session)
    }
    logons.sessions[session].attempts += 1
    logons.sessions[session].phase = .waiting
    try step(logon: session, after: logons.populations[population].retryAfter, &queue)
  }

  private mutating func disconnect(
    _ session: Int,
    _ population: Int,
    _ server: Int,
    _ reason: DisconnectReason,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    ledger.giveBack(logons.sessions[session].socket)
    ledger.giveBack(logons.sessions[session].credential)
    logons.sessions[session].socket = .ended
    logons.sessions[session].credential = .ended
    servers[server].logonCount -= 1
    _ = try occur(
      .pop3Disconnect,
      in: Int(servers[server].store),
      mechanism: logons.populations[population].usesNTLM ? .ntlm : .basic,
      reason: reason,
      &queue
    )
  }

  private mutating func endLogon(
    _ session: Int,
    _ population: Int,
    _ server: Int,
    _ reason: DisconnectReason,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    let store = Int(servers[server].store)
    guard isRunning(store) else { return }
    _ = try occur(.storeLogoff, in: store, protocol: .pop3, &queue)
    guard isRunning(store) else { return }
    try disconnect(session, population, server, reason, &queue)
    guard isRunning(store) else { return }
    logons.end(session)
  }

  /// The store stops: all its sessions are gone, with what they held.
  mutating func endLogons(of server: Int, _ queue: inout BoundedQueue) throws(Halt) {
    servers[server].logonCount = 0
    for session in 0..<logons.bound {
      let phase = logons.sessions[session].phase
      guard phase != .idle, phase != .waiting, phase != .connecting,
        Int(logons.populations[Int(logons.sessions[session].population)].server) == server
      else { continue }
      logons.end(session)
    }
  }
}
