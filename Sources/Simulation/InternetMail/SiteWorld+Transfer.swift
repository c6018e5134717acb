import Kernel
import Plan

extension SiteWorld {
  mutating func answeredSender(
    _ session: Int,
    _ server: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    let process = Int(services[server].process)
    if sessions.sessions[session].manner == .dropsAfterAnswer {
      return try breakOff(session, server, .imsIOError, &queue)
    }
    _ = try occur(.imsReply, in: process, session: session, replyClass: 2, &queue)
    guard isRunning(process) else { return }
    sessions.sessions[session].phase = .recipients
    let copy = Int(sessions.sessions[session].copy) - 1
    let each = answerTicks(session, server)
    try step(session, after: each &* UInt64(min(mail.copies[copy].recipients, 100)), &queue)
  }

  mutating func answeredRecipients(
    _ session: Int,
    _ server: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    let process = Int(services[server].process)
    let copy = Int(sessions.sessions[session].copy) - 1
    var replyClass = 2
    var reason = ReturnReason.rejected
    switch sessions.sessions[session].manner {
    case .greylists
    where now - mail.copies[copy].since < WorldConstants.greylistTicks: replyClass = 4
    case .rejects: replyClass = 5
    default: break
    }
    let peer = Int(sessions.sessions[session].peer)
    if peer != 0, mail.copies[copy].size > services[peer - 1].sizeIn {
      replyClass = 5
      reason = .tooLarge
    }
    _ = try occur(.imsReply, in: process, session: session, replyClass: replyClass, &queue)
    guard isRunning(process) else { return }
    switch replyClass {
    case 2:
      sessions.sessions[session].phase = .data
      try step(session, after: answerTicks(session, server), &queue)
    case 4: try giveUp(session, server, &queue)
    default:
      mail.release(copy)
      services[server].queuedByDomain -= 1
      sessions.sessions[session].copy = 0
      try returnOutbound(copy, server, reason, &queue)
      try nextMessage(session, server, &queue)
    }
  }

  mutating func answeredData(
    _ session: Int,
    _ server: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    sessions.sessions[session].phase = .body
    let copy = Int(sessions.sessions[session].copy) - 1
    let host = Int(sessions.sessions[session].host)
    let perKilobyte =
      host == 0 ? WorldConstants.siteSpeed.perKilobyte : mailHosts[host - 1].ticksPerKilobyte
    try step(
      session,
      after: 2 * latency(session) + (UInt64(mail.copies[copy].size) * perKilobyte) >> 10,
      &queue
    )
  }

  mutating func answeredBody(
    _ session: Int,
    _ server: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    let process = Int(services[server].process)
    let copy = Int(sessions.sessions[session].copy) - 1
    let place = Int(sessions.sessions[session].place)
    let response = try occur(
      .imsTransfer,
      in: process,
      session: session,
      outcome: .succeeded,
      &queue
    )
    guard isRunning(process) else { return }
    mail.release(copy)
    services[server].queuedByDomain -= 1
    sessions.sessions[session].copy = 0
    sessions.sessions[session].messages += 1
    services[server].messagesOut += 1
    services[server].bytesOut += UInt64(mail.copies[copy].size)
    let peer = Int(sessions.sessions[session].peer)
    if keep(copy, at: place, response) {
    } else if peer != 0 {
      try acceptMessage(copy, peer - 1, &queue)
    } else {
      deliver(copy)
    }
    try nextMessage(session, server, &queue)
  }

  /// The same connection serves for more that is due, so often; then it ends.
  private mutating func nextMessage(
    _ session: Int,
    _ server: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    let place = Int(sessions.sessions[session].place)
    if sessions.sessions[session].messages < services[server].messagesEach,
      mail.places[place].head != 0, !mail.places[place].isClosed
    {
      let wasPlain = sessions.sessions[session].greetsPlainly
      takeUp(Int(mail.places[place].head) - 1, session, place, server)
      sessions.sessions[session].greetsPlainly = wasPlain
      sessions.sessions[session].phase = .sender
    } else {
      sessions.sessions[session].phase = .quit
    }
    try step(session, after: answerTicks(session, server), &queue)
  }

  mutating func answeredQuit(
    _ session: Int,
    _ server: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    try breakOff(session, server, .imsDisconnect, &queue)
  }

  /// The attempt has come to nothing, for a reason that is no event of its own.
  mutating func giveUp(
    _ session: Int,
    _ server: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    try breakOff(session, server, .imsDisconnect, &queue)
  }

  /// A connection ends: what it held is given back, unless a defect keeps it, and what it carried has
  /// to wait.
  mutating func breakOff(
    _ session: Int,
    _ server: Int,
    _ event: EventKind,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    let process = Int(services[server].process)
    let phase = sessions.sessions[session].phase
    let isConnected = sessions.sessions[session].isConnected
    let place = Int(sessions.sessions[session].place)
    let server = Int(sessions.sessions[session].server)
    letGoOfConnection(session)
    ledger.giveBack(sessions.sessions[session].slot)
    sessions.sessions[session].slot = .ended
    if event != .imsDisconnect || isConnected {
      let response = try occur(event, in: process, session: session, &queue)
      guard isRunning(process) else { return }
      keepRow(session, response)
    }
    let copy = Int(sessions.sessions[session].copy) - 1
    mail.work[place].attempts -= 1
    mail.work[place].isFull = false
    if !sessions.sessions[session].isLeaked { endSession(session, server) }
    if copy >= 0 {
      sessions.sessions[session].copy = 0
      mail.release(copy)
      if event == .imsIOError, !mail.copies[copy].has(.sentAgain) {
        mail.copies[copy].set(.sentAgain)
        mail.copies[copy].due = now
        put(copy, at: place)
        if mail.places[place].count == 1 { enlistReady(place, server) }
        try watchExpiry(of: place, until: expiry(of: copy, server), &queue)
      } else {
        try attemptFailed(copy, server, phase: phase, &queue)
      }
    }
    forgetIfDone(place, server)
    try openSessions(server, &queue)
  }

  /// The connection itself is no longer there: its sockets on both sides are free.
  mutating func letGoOfConnection(_ session: Int) {
    ledger.giveBack(sessions.sessions[session].socket)
    sessions.sessions[session].socket = .ended
    guard sessions.sessions[session].isConnected else { return }
    sessions.sessions[session].isConnected = false
    let peer = Int(sessions.sessions[session].peer)
    guard !sessions.sessions[session].isCut else { return }
    if peer != 0, services[peer - 1].inbound > 0 { services[peer - 1].inbound -= 1 }
  }

  /// Where a defect keeps the socket, the connection stays to be seen until the service stops.
  mutating func keepRow(_ session: Int, _ response: Response) {
    guard response.withholds(.sockets), sessions.hasRoomForLeaks else { return }
    sessions.sessions[session].isLeaked = true
  }

  /// Takes a session out of its service's list, and ends it.
  mutating func endSession(_ session: Int, _ server: Int) {
    let (next, previous) = (sessions.sessions[session].next, sessions.sessions[session].previous)
    if previous == 0 {
      services[server].firstSession = next
    } else {
      sessions.sessions[Int(previous) - 1].next = next
    }
    if next != 0 { sessions.sessions[Int(next) - 1].previous = previous }
    sessions.end(session)
  }
}
