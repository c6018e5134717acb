import Kernel
import Plan

// store ─►┐            ┌─► store
// IMS   ─►├─► agent ──┼─► link to another server ─► its agent
// MS Mail►┘            ├─► interchange ─► MS Mail
//                      └─► Internet Mail Service

extension SiteWorld {
  /// A message is handed to a server's transfer agent, whether that runs or not.
  mutating func putAtAgent(
    _ copy: Int,
    _ server: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    mail.copies[copy].since = now
    servers[server].agentIn += 1
    servers[server].agentBytesIn += UInt64(mail.copies[copy].size)
    note(.accepted, copy, server)
    try putAndKick(copy, at: place(.agent, of: server), &queue)
  }

  /// The agent has found out where a message goes next.
  mutating func agentDone(
    _ copy: Int,
    _ server: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    let agent = Int(servers[server].agent)
    let here = place(.agent, of: server)
    let response = try occur(.mtaAccept, in: agent, copy, &queue)
    if keep(copy, at: here, response) { return }
    guard isRunning(agent) else { return put(copy, at: here) }
    mail.copies[copy].hops &+= 1
    let target = mail.copies[copy].target
    let next: Int?
    switch target.kind {
    case .server: next = target.index
    case .postOffice: next = connector(from: server, to: target.index)
    case .domain: next = routing.sender(for: server)
    }
    guard let next, mail.copies[copy].hops < 200 else {
      return try sendBack(
        copy,
        next == nil ? .unreachable : .hopCount,
        from: MailPoint(.server(ServerID(server))),
        &queue
      )
    }
    servers[server].agentOut += 1
    servers[server].agentBytesOut += UInt64(mail.copies[copy].size)
    if next != server { return try putAtLink(copy, from: server, towards: next, &queue) }
    switch target.kind {
    case .server: try putAndKick(copy, at: place(.store, of: server), &queue)
    case .postOffice: try putAndKick(copy, at: place(.interchangeOut, of: server), &queue)
    case .domain: try putAtConversion(copy, server, &queue)
    }
  }

  /// The server whose connector leads to a post office: this one if it does, or else the first.
  mutating func connector(from server: Int, to office: Int) -> Int? {
    var first: Int?
    for index in 0..<routing.connectors.count {
      let candidate = Int(routing.connectors[index])
      guard offices.route(from: Int(servers[candidate].office) - 1, to: office) != nil else {
        continue
      }
      if candidate == server { return candidate }
      if first == nil { first = candidate }
    }
    return first
  }

  mutating func agentStarted(_ server: Int, _ queue: inout BoundedQueue) throws(Halt) {
    // The queues of links were kept on disk: each of them opens anew.
    var link = servers[server].firstLink
    while link != 0 {
      let place = Int(link) - 1
      link = mail.places[place].nextOfOwner
      if mail.places[place].head != 0 { try openLink(place, &queue) }
    }
    try kick(place(.agent, of: server), &queue)
  }

  mutating func agentStopped(_ server: Int, _ queue: inout BoundedQueue) throws(Halt) {
    try clearReservations(at: place(.agent, of: server), &queue)
    servers[server].blocks = 0
    var link = servers[server].firstLink
    while link != 0 {
      let place = Int(link) - 1
      link = mail.places[place].nextOfOwner
      try clearReservations(at: place, &queue)
      mail.work[place].state = LinkState.closed.rawValue
      mail.places[place].restamp()
      mail.work[place].workers = 0
    }
  }

  /// What the agent had in hand when it stopped is free again, or stays reserved on its disk for ever.
  private mutating func clearReservations(
    at place: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    let process = Int(mail.work[place].process)
    guard !watches(DecisionKind.mtaReservationCleared.slot, process).isEmpty else {
      return mail.putBack(place)
    }
    var response = Response()
    response.keepsItem = true
    response.isPoison = true
    while mail.places[place].inHand != 0 {
      let copy = Int(mail.places[place].inHand) - 1
      mail.release(copy)
      mail.copies[copy].restamp()
      let answer = try decide(.mtaReservationCleared, in: process, message(copy), &queue)
      if answer == 1 { _ = keep(copy, at: place, response) } else { mail.prepend(copy, to: place) }
    }
  }
}
