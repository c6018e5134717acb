import Kernel
import Plan

// agent ─► link (closed ─► opening ─► open ─► closed) ─► agent of the neighbour
//                 ▲          │
//                 └ retrying ◄┘

extension SiteWorld {
  /// A message goes to the next server on its way.
  mutating func putAtLink(
    _ copy: Int,
    from server: Int,
    towards target: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    let hop = routing.hop(from: server, to: target)
    guard hop.next != 0 else {
      return try sendBack(copy, .unreachable, from: MailPoint(.server(ServerID(server))), &queue)
    }
    let (place, isNew) = try mail.findOrMake(.link, server, Int(hop.next) - 1)
    if isNew {
      mail.work[place].process = servers[server].agent
      mail.work[place].connector = hop.connector
      mail.places[place].disk = servers[server].disk
      let first = servers[server].firstLink
      mail.places[place].nextOfOwner = first
      if first != 0 { mail.places[Int(first) - 1].previousOfOwner = UInt32(place) + 1 }
      servers[server].firstLink = UInt32(place) + 1
    }
    put(copy, at: place)
    switch LinkState(rawValue: mail.work[place].state)! {
    case .closed: try openLink(place, &queue)
    case .open: try widenLink(place, &queue)
    case .opening, .retrying: break
    }
  }

  /// A further association where many wait, and whatever the open ones can take.
  private mutating func widenLink(_ place: Int, _ queue: inout BoundedQueue) throws(Halt) {
    let server = Int(mail.places[place].owner)
    let workers = mail.work[place].workers
    if workers < WorldConstants.mostAssociations,
      mail.places[place].count > UInt32(workers) * servers[server].furtherAt, takeBlock(server)
    {
      mail.work[place].workers += 1
    }
    try kick(place, &queue)
  }

  private mutating func takeBlock(_ server: Int) -> Bool {
    let wanted = servers[server].blocks + 1
    guard ledger.setLevel(servers[server].blockAccount, to: wanted) == nil else { return false }
    servers[server].blocks = wanted
    return true
  }

  mutating func giveBlocks(_ count: Int, _ server: Int) {
    servers[server].blocks -= count
    _ = ledger.setLevel(servers[server].blockAccount, to: servers[server].blocks)
  }

  /// Tries to open the first association of a link.
  mutating func openLink(_ place: Int, _ queue: inout BoundedQueue) throws(Halt) {
    let server = Int(mail.places[place].owner)
    guard isRunning(Int(servers[server].agent)) else { return }
    mail.places[place].restamp()
    guard takeBlock(server) else {
      write(.noControlBlocks, on: Int(servers[server].host), place)
      mail.work[place].state = LinkState.retrying.rawValue
      return try later(
        .linkStep,
        place,
        stamp: mail.places[place].stamp,
        after: servers[server].openInterval,
        &queue
      )
    }
    mail.work[place].state = LinkState.opening.rawValue
    try later(
      .linkStep,
      place,
      stamp: mail.places[place].stamp,
      after: 3 * linkLatency(place),
      &queue
    )
  }

  /// An association is open or not, or is no longer needed.
  mutating func linkStep(_ place: Int, _ stamp: UInt32, _ queue: inout BoundedQueue) throws(Halt) {
    guard mail.places[place].stamp & Payload.stampMask == stamp else { return }
    let server = Int(mail.places[place].owner)
    switch LinkState(rawValue: mail.work[place].state)! {
    case .closed: break
    case .retrying: try openLink(place, &queue)
    case .opening:
      let isReached = reaches(place)
      // What was given back can be lost.
      if !isReached { giveBlocks(1, server) }
      _ = try occur(
        .mtaOpen,
        in: Int(servers[server].agent),
        link: place,
        isReached ? .succeeded : .noAnswer,
        &queue
      )
      guard isRunning(Int(servers[server].agent)) else { return }
      if isReached {
        mail.work[place].state = LinkState.open.rawValue
        mail.work[place].attempts = 0
        mail.work[place].workers = 1
        try kick(place, &queue)
      } else {
        try openingFailed(place, &queue)
      }
    case .open:
      if mail.places[place].isEmpty { try closeLink(place, &queue) }
    }
  }

  private mutating func openingFailed(_ place: Int, _ queue: inout BoundedQueue) throws(Halt) {
    let server = Int(mail.places[place].owner)
    mail.work[place].attempts += 1
    mail.work[place].state = LinkState.retrying.rawValue
    mail.places[place].restamp()
    write(.associationFailed, on: Int(servers[server].host), place)
    let isHopeless = mail.work[place].attempts >= servers[server].openRetries
    if isHopeless { mail.work[place].attempts = 0 }
    try returnExpired(place, all: isHopeless, &queue)
    try later(
      .linkStep,
      place,
      stamp: mail.places[place].stamp,
      after: servers[server].openInterval,
      &queue
    )
  }

  /// Sends back what has waited for too long, or everything.
  private mutating func returnExpired(
    _ place: Int,
    all: Bool,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    let server = Int(mail.places[place].owner)
    var link = mail.places[place].head
    while link != 0 {
      let copy = Int(link) - 1
      link = mail.copies[copy].next
      let limit = servers[server].expiry[priority(of: copy)]
      guard all || now - mail.copies[copy].since >= limit else { continue }
      mail.remove(copy)
      try sendBack(
        copy,
        all ? .congestion : .expired,
        from: MailPoint(.server(ServerID(server))),
        &queue
      )
    }
  }

  /// A message has been transferred, if the neighbour is still there.
  mutating func linkDone(_ copy: Int, _ place: Int, _ queue: inout BoundedQueue) throws(Halt) {
    let server = Int(mail.places[place].owner)
    let neighbour = Int(mail.places[place].key)
    guard reaches(place) else {
      // The association is lost, and with it its block's use; what it carried goes again.
      put(copy, at: place)
      return try dropLink(place, &queue)
    }
    let connector = Int(mail.work[place].connector)
    let isX400 = connector != 0 && plan.connectors[connector - 1].kind == .x400
    if isX400, try !passes(.mtaConvert, copy, place, &queue) { return }
    guard try passes(.mtaTransfer, copy, place, &queue) else { return }
    try putAtAgent(copy, neighbour, &queue)
    if mail.places[place].isEmpty {
      mail.places[place].restamp()
      try later(
        .linkStep,
        place,
        stamp: mail.places[place].stamp,
        after: servers[server].disconnect,
        &queue
      )
    }
  }

  /// Whether a message goes on after something happens to it on a link: a defect may keep it, or stop the
  /// agent.
  private mutating func passes(
    _ event: EventKind,
    _ copy: Int,
    _ place: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) -> Bool {
    let agent = Int(servers[Int(mail.places[place].owner)].agent)
    let response = try occur(event, in: agent, copy, link: place, &queue)
    if keep(copy, at: place, response) { return false }
    guard isRunning(agent) else {
      put(copy, at: place)
      return false
    }
    return true
  }

  /// The neighbour is gone: all associations end, and another is tried after a while.
  private mutating func dropLink(_ place: Int, _ queue: inout BoundedQueue) throws(Halt) {
    let server = Int(mail.places[place].owner)
    mail.putBack(place)
    giveBlocks(Int(mail.work[place].workers), server)
    mail.work[place].workers = 0
    mail.work[place].state = LinkState.retrying.rawValue
    mail.places[place].restamp()
    _ = try occur(
      .mtaClose,
      in: Int(servers[server].agent),
      link: place,
      reason: .dropped,
      &queue
    )
    guard isRunning(Int(servers[server].agent)) else { return }
    var circumstances = Circumstances()
    setLink(place, &circumstances)
    let answer = try decide(
      .mtaAssociationRecovers,
      in: Int(servers[server].agent),
      circumstances,
      &queue
    )
    // Where it does not come back, only the agent's next start opens another.
    guard isRunning(Int(servers[server].agent)), answer == 0 else { return }
    try later(
      .linkStep,
      place,
      stamp: mail.places[place].stamp,
      after: servers[server].transferInterval,
      &queue
    )
  }

}
