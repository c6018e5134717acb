import Kernel
import Plan

// the Internet ─► sessions ─► IN ─► conversion ─► MTS-IN ─► agent
//                                       │
//                                       └─► OUT, where it is rerouted

extension SiteWorld {
  /// Somebody on the Internet has a message for us, or for a domain whose mail comes through us.
  mutating func offer(
    _ copy: Int,
    _ domain: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    guard receiver(of: copy) != nil else { return try sendBackAtOnce(copy, .unknownHost) }
    put(copy, at: foreignPlace(of: domain))
    try offerNow(copy, &queue)
  }

  /// The server that takes a message from the Internet.
  private mutating func receiver(of copy: Int) -> Int? {
    let target = mail.copies[copy].target
    switch target.kind {
    case .server: return routing.receiver(for: target.index)
    case .postOffice: return routing.receiver(for: nil)
    case .domain:
      for place in exchangesOfDomains(target.index) {
        let server = Int(mailHosts[Int(exchangeList[place].host)].server)
        if server != 0 { return server - 1 }
      }
      return nil
    }
  }

  private mutating func offerNow(_ copy: Int, _ queue: inout BoundedQueue) throws(Halt) {
    guard let server = receiver(of: copy) else { return }
    let place = Int(mail.copies[copy].place)
    let session = try sessions.make()
    sessions.sessions[session].isInbound = true
    sessions.sessions[session].server = UInt32(server)
    sessions.sessions[session].place = UInt32(place)
    sessions.sessions[session].phase = .connecting
    sessions.sessions[session].host = firstHost(of: Int(mail.places[place].owner))
    sessions.messageNames[session] = mail.copies[copy].identity
    mail.take(copy)
    mail.copies[copy].restamp()
    sessions.sessions[session].copy = UInt32(copy) + 1
    link(session, to: server)
    try step(session, after: 2 * latency(session), &queue)
  }

  /// One more than the first mail host of a domain; 0 where it has none.
  private mutating func firstHost(of domain: Int) -> UInt32 {
    let exchanges = exchangesOfDomains(domain)
    return exchanges.isEmpty ? 0 : exchangeList[exchanges.lowerBound].host + 1
  }

  /// The sender tries again.
  mutating func offerAgain(_ copy: Int, _ queue: inout BoundedQueue) throws(Halt) {
    try offerNow(copy, &queue)
  }

  mutating func inboundStep(
    _ session: Int,
    _ server: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    let process = Int(services[server].process)
    guard isRunning(process) else {
      // The connection is answered by nobody, or has just been cut.
      return try cutInbound(session, server, &queue)
    }
    let turn = 2 * latency(session)
    switch sessions.sessions[session].phase {
    case .resolving, .connecting: try accept(session, server, &queue)
    case .banner: try inboundCommand(session, server, "EHLO", .hello, turn, &queue)
    case .hello: try inboundCommand(session, server, "MAIL", .sender, turn, &queue)
    case .sender: try inboundCommand(session, server, "RCPT", .recipients, turn, &queue)
    case .recipients:
      let copy = Int(sessions.sessions[session].copy) - 1
      if mail.copies[copy].size > services[server].sizeIn {
        mail.release(copy)
        sessions.sessions[session].copy = 0
        services[server].returnsOfInbound += 1
        try sendBackAtOnce(copy, .tooLarge)
        return try inboundCommand(session, server, "QUIT", .quit, turn, &queue)
      }
      try inboundCommand(session, server, "DATA", .data, turn, &queue)
    case .data:
      let copy = Int(sessions.sessions[session].copy) - 1
      let host = Int(sessions.sessions[session].host)
      let perKilobyte = host == 0 ? 0 : mailHosts[host - 1].ticksPerKilobyte
      sessions.sessions[session].phase = .body
      try step(session, after: turn + (UInt64(mail.copies[copy].size) * perKilobyte) >> 10, &queue)
    case .body:
      let copy = Int(sessions.sessions[session].copy) - 1
      mail.release(copy)
      sessions.sessions[session].copy = 0
      try acceptMessage(copy, server, &queue)
      try inboundCommand(session, server, "QUIT", .quit, turn, &queue)
    case .quit: try endInbound(session, server, .finished, &queue)
    }
  }

  private mutating func accept(
    _ session: Int,
    _ server: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    let process = Int(services[server].process)
    let isTaken =
      services[server].receives && !services[server].isFlushing
      && services[server].inbound < services[server].mostInbound
    _ = try occur(
      .imsAccept,
      in: process,
      session: session,
      outcome: isTaken ? .succeeded : .refused,
      &queue
    )
    guard isRunning(process) else { return }
    guard isTaken else {
      services[server].totalRejected += 1
      return try cutInbound(session, server, &queue)
    }
    let terms = Account.Terms(
      Resources.sockets,
      by: Resources.sound,
      holder: Ledger.Process(process)
    )
    sessions.sessions[session].socket = try ledger.take(terms, 1).lease ?? .ended
    sessions.sessions[session].isConnected = true
    sessions.sessions[session].since = now
    services[server].inbound += 1
    services[server].totalInbound += 1
    sessions.sessions[session].phase = .banner
    try step(session, after: 2 * latency(session) + WorldConstants.greetingTicks, &queue)
  }

  private mutating func inboundCommand(
    _ session: Int,
    _ server: Int,
    _ verb: String,
    _ next: Session.Phase,
    _ ticks: UInt64,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    let process = Int(services[server].process)
    let response = try occur(.imsCommand, in: process, session: session, verb: next, &queue)
    guard isRunning(process) else { return }
    keepRow(session, response)
    sessions.sessions[session].phase = next
    try step(session, after: ticks, &queue)
  }

  /// An inbound connection ends in good order.
  private mutating func endInbound(
    _ session: Int,
    _ server: Int,
    _ reason: DisconnectReason,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    let process = Int(services[server].process)
    ledger.giveBack(sessions.sessions[session].socket)
    sessions.sessions[session].socket = .ended
    let response = try occur(.imsDisconnect, in: process, session: session, &queue)
    guard isRunning(process) else { return }
    if sessions.sessions[session].isConnected { services[server].inbound -= 1 }
    sessions.sessions[session].isConnected = false
    keepRow(session, response)
    if !sessions.sessions[session].isLeaked { endSession(session, server) }
  }

  /// An inbound connection does not come about, or is cut: the sender keeps its message for later.
  mutating func cutInbound(
    _ session: Int,
    _ server: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    ledger.giveBack(sessions.sessions[session].socket)
    if sessions.sessions[session].isConnected, services[server].inbound > 0 {
      services[server].inbound -= 1
    }
    let copy = Int(sessions.sessions[session].copy) - 1
    endSession(session, server)
    guard copy >= 0 else { return }
    mail.release(copy)
    let retries = WorldConstants.foreignRetries
    let number = min(Int(mail.copies[copy].attempts), retries.count - 1)
    mail.copies[copy].attempts = min(mail.copies[copy].attempts, 250) + 1
    guard now - mail.copies[copy].written < WorldConstants.foreignExpiry else {
      return try sendBackAtOnce(copy, .expired)
    }
    put(copy, at: Int(mail.copies[copy].place))
    mail.copies[copy].restamp()
    try later(.copyDue, copy, stamp: mail.copies[copy].stamp, after: retries[number], &queue)
  }

  /// The connections of others are cut in the order in which they came: so they come again.
  mutating func cutAllInbound(_ server: Int, _ queue: inout BoundedQueue) throws(Halt) {
    var oldest = services[server].firstSession
    while oldest != 0, sessions.sessions[Int(oldest) - 1].next != 0 {
      oldest = sessions.sessions[Int(oldest) - 1].next
    }
    while oldest != 0 {
      let session = Int(oldest) - 1
      oldest = sessions.sessions[session].previous
      guard sessions.sessions[session].isInbound, !sessions.sessions[session].isLeaked else {
        continue
      }
      try cutInbound(session, server, &queue)
    }
  }
}
