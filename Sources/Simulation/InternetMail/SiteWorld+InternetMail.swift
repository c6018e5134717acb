import Kernel
import Plan

extension SiteWorld {
  mutating func internetMailStarted(
    _ server: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    try returnExpiredAtStart(server, &queue)
    // All queued mail is due at once; how often each has failed is kept.
    let waiting = place(.waiting, of: server)
    while mail.places[waiting].head != 0 {
      let copy = Int(mail.places[waiting].head) - 1
      mail.remove(copy)
      mail.copies[copy].restamp()
      if try expired(copy, server, &queue) { continue }
      try putOut(copy, server, key: Int(mail.copies[copy].due), &queue)
    }
    try openSessions(server, &queue)
    if !services[server].isFlushing { try kick(place(.conversionOut, of: server), &queue) }
    try kick(place(.conversionIn, of: server), &queue)
    try kick(place(.deliveryIn, of: server), &queue)
  }

  private mutating func returnExpiredAtStart(
    _ server: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    var ready = services[server].firstReady
    while ready != 0 {
      let place = Int(ready) - 1
      ready = mail.places[place].nextOfOwner
      mail.work[place].isFull = false
      var link = mail.places[place].head
      while link != 0 {
        let copy = Int(link) - 1
        link = mail.copies[copy].next
        mail.remove(copy)
        if mail.places[place].head == 0 { delistReady(place, server) }
        if try expired(copy, server, &queue) {
          services[server].queuedByDomain -= 1
          continue
        }
        mail.copies[copy].due = now
        // In its old place: those after it follow it.
        if link == 0 { put(copy, at: place) } else { mail.insert(copy, before: Int(link) - 1) }
        if mail.places[place].count == 1 { enlistReady(place, server) }
        try watchExpiry(of: place, until: expiry(of: copy, server), &queue)
      }
    }
  }

  mutating func internetMailStopped(
    _ server: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    mail.putBack(place(.conversionOut, of: server))
    mail.putBack(place(.conversionIn, of: server))
    mail.putBack(place(.deliveryIn, of: server))
    try cutAllInbound(server, &queue)
    while services[server].firstSession != 0 {
      let session = Int(services[server].firstSession) - 1
      let place = Int(sessions.sessions[session].place)
      letGoOfConnection(session)
      let copy = Int(sessions.sessions[session].copy) - 1
      if !sessions.sessions[session].isLeaked {
        mail.work[place].attempts -= 1
        if copy >= 0 {
          mail.release(copy)
          mail.copies[copy].restamp()
          mail.prepend(copy, to: place)
          if mail.places[place].count == 1 { enlistReady(place, server) }
        }
        forgetIfDone(place, server)
      }
      endSession(session, server)
    }
    services[server].inbound = 0
    for session in 0..<sessions.bound
    where sessions.sessions[session].peer == UInt32(server) + 1
      && sessions.sessions[session].isConnected && !sessions.sessions[session].isInbound
    {
      sessions.sessions[session].isCut = true
    }
    var ready = services[server].firstReady
    while ready != 0 {
      mail.work[Int(ready) - 1].isFull = false
      ready = mail.places[Int(ready) - 1].nextOfOwner
    }
  }
}
