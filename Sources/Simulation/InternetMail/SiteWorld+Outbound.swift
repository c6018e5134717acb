import Kernel
import Plan

// agent ─► MTS-OUT ─► conversion ─► OUT ─┬─► due, by domain ─► sessions ─► the Internet
//                                        └─◄ waiting until it is due again ◄─ failed attempts

extension SiteWorld {
  /// A message for the Internet is handed over by the transfer agent.
  mutating func putAtConversion(
    _ copy: Int,
    _ server: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    mail.copies[copy].since = now
    mail.copies[copy].attempts = 0
    mail.copies[copy].silentHosts = 0
    services[server].enteredOut += 1
    note(.accepted, copy, server)
    try putAndKick(copy, at: place(.conversionOut, of: server), &queue)
  }

  mutating func convertedOut(
    _ copy: Int,
    _ server: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    let process = Int(services[server].process)
    let here = place(.conversionOut, of: server)
    let response = try occur(.imsConvert, in: process, copy, direction: .outbound, &queue)
    if keep(copy, at: here, response) { return }
    guard isRunning(process) else { return put(copy, at: here) }
    if isRefusedByConversion(copy) {
      return try conversionFailed(copy, server, .outbound, at: here, &queue)
    }
    services[server].leftOut += 1
    if mail.copies[copy].size > services[server].sizeOut {
      return try returnOutbound(copy, server, .tooLarge, &queue)
    }
    try putOut(copy, server, key: domainKey(copy, server), &queue)
  }

  /// Where mail for a domain goes from a server.
  private mutating func domainKey(_ copy: Int, _ server: Int) -> Int {
    if services[server].forwardKey != 0 { return Int(services[server].forwardKey) }
    let target = mail.copies[copy].target
    // A report to somebody of our own who wrote from elsewhere cannot come here.
    return DomainKey.domain(target.index)
  }

  /// A message is due: it goes out as soon as a connection can be made for it.
  mutating func putOut(
    _ copy: Int,
    _ server: Int,
    key: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    let (place, isNew) = try mail.findOrMake(.domain, server, key)
    if isNew {
      mail.work[place].process = services[server].process
      mail.places[place].disk = servers[server].disk
    }
    mail.copies[copy].due = now
    services[server].queuedByDomain += 1
    put(copy, at: place)
    if mail.places[place].count == 1 { enlistReady(place, server) }
    note(.queued, copy, place)
    try openSessions(server, &queue)
    if mail.copies[copy].place == UInt32(place), !mail.copies[copy].has(.served),
      mail.copies[copy].has(.used)
    {
      try watchExpiry(of: place, until: expiry(of: copy, server), &queue)
    }
  }

  mutating func enlistReady(_ place: Int, _ server: Int) {
    let first = services[server].firstReady
    mail.places[place].nextOfOwner = first
    mail.places[place].previousOfOwner = 0
    mail.work[place].state = 1
    if first != 0 { mail.places[Int(first) - 1].previousOfOwner = UInt32(place) + 1 }
    services[server].firstReady = UInt32(place) + 1
  }

  mutating func delistReady(_ place: Int, _ server: Int) {
    guard mail.work[place].state == 1 else { return }
    mail.work[place].state = 0
    let (next, previous) = (mail.places[place].nextOfOwner, mail.places[place].previousOfOwner)
    if previous == 0 {
      services[server].firstReady = next
    } else {
      mail.places[Int(previous) - 1].nextOfOwner = next
    }
    if next != 0 { mail.places[Int(next) - 1].previousOfOwner = previous }
  }

  /// Makes connections as long as there is mail that is due and slots for it: that first which has been
  /// due the longest.
  mutating func openSessions(_ server: Int, _ queue: inout BoundedQueue) throws(Halt) {
    let process = Int(services[server].process)
    guard isRunning(process), services[server].sends else { return }
    let used = ledger.amount(at: .process(Resources.connectionSlots, Ledger.Process(process)))
    var room = Int(services[server].mostOutbound) - used
    while room > 0 {
      var best: Int?
      var link = services[server].firstReady
      while link != 0 {
        let place = Int(link) - 1
        link = mail.places[place].nextOfOwner
        guard !mail.places[place].isClosed, !mail.work[place].isFull else { continue }
        let due = mail.copies[Int(mail.places[place].head) - 1].due
        if best.map({ due < mail.copies[Int(mail.places[$0].head) - 1].due }) ?? true {
          best = place
        }
      }
      guard let place = best else { return }
      guard try openSession(server, place, &queue) else { continue }
      room -= 1
    }
  }

  /// Makes a connection for the first message of a place; not where its domain has all that it may have.
  private mutating func openSession(
    _ server: Int,
    _ place: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) -> Bool {
    let process = Int(services[server].process)
    let terms = Account.Terms(
      Resources.connectionSlots,
      by: Resources.sound,
      holder: Ledger.Process(process),
      key: Ledger.Key(Int(mail.places[place].key))
    )
    guard let slot = try ledger.take(terms, 1).lease else {
      mail.work[place].isFull = true
      return false
    }
    let session = try sessions.make()
    let copy = Int(mail.places[place].head) - 1
    sessions.sessions[session].server = UInt32(server)
    sessions.sessions[session].place = UInt32(place)
    sessions.sessions[session].slot = slot
    mail.work[place].attempts += 1
    link(session, to: server)
    takeUp(copy, session, place, server)
    try step(session, after: WorldConstants.resolveTicks, &queue)
    return true
  }

  /// A session carries a message from now on.
  mutating func takeUp(_ copy: Int, _ session: Int, _ place: Int, _ server: Int) {
    mail.copies[copy].restamp()
    mail.take(copy)
    if mail.places[place].head == 0 { delistReady(place, server) }
    sessions.sessions[session].copy = UInt32(copy) + 1
    sessions.sessions[session].greetsPlainly =
      !services[server].speaksEHLO || mail.copies[copy].has(.greetsPlainly)
    sessions.messageNames[session] = mail.copies[copy].identity
  }

  mutating func link(_ session: Int, to server: Int) {
    let first = services[server].firstSession
    sessions.sessions[session].next = first
    if first != 0 { sessions.sessions[Int(first) - 1].previous = UInt32(session) + 1 }
    services[server].firstSession = UInt32(session) + 1
  }

  /// The session goes on after a while.
  @inline(__always)
  mutating func step(
    _ session: Int,
    after ticks: UInt64,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    sessions.sessions[session].stamp &+= 1
    try later(
      .sessionStep,
      session,
      stamp: sessions.sessions[session].stamp,
      after: ticks,
      &queue
    )
  }

}
