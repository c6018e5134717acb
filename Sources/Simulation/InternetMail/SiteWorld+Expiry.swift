import Kernel
import Plan

// Of all that stands in line for a domain only the time that is over first has an event: a message may
// stand there a thousand times before its time is over.

extension SiteWorld {
  /// Looks at a domain's line again when the first time there may be over.
  mutating func watchExpiry(
    of place: Int,
    until end: UInt64,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    guard end < mail.work[place].watched else { return }
    mail.work[place].watched = end
    try later(
      .placeDue,
      place,
      stamp: mail.places[place].stamp,
      after: end > now ? end - now : 0,
      &queue
    )
  }

  /// Sends back what stands in a domain's line and whose time is over.
  mutating func placeDue(_ place: Int, _ stamp: UInt32, _ queue: inout BoundedQueue) throws(Halt) {
    guard mail.places[place].stamp & Payload.stampMask == stamp, mail.work[place].watched <= now
    else { return }
    mail.work[place].watched = .max
    let server = Int(mail.places[place].owner)
    let process = Int(services[server].process)
    // What is over while the service is stopped is sent back at its start.
    guard isRunning(process) else { return }
    var next = UInt64.max
    var link = mail.places[place].head
    while link != 0 {
      let copy = Int(link) - 1
      link = mail.copies[copy].next
      let end = expiry(of: copy, server)
      if end > now {
        next = min(next, end)
        continue
      }
      guard try expires(in: process, &queue) else { continue }
      guard isRunning(process) else { return }
      mail.remove(copy)
      if mail.places[place].head == 0 { delistReady(place, server) }
      services[server].queuedByDomain -= 1
      try returnOutbound(copy, server, .expired, &queue)
      guard isRunning(process) else { return }
      // The report may have taken a way on which the next in line has gone.
      if link != 0,
        mail.copies[Int(link) - 1].place != UInt32(place)
          || mail.copies[Int(link) - 1].has(.served)
      {
        link = mail.places[place].head
      }
    }
    if next != .max { return try watchExpiry(of: place, until: next, &queue) }
    forgetIfDone(place, server)
  }

  mutating func expiry(of copy: Int, _ server: Int) -> UInt64 {
    mail.copies[copy].since + services[server].expiry[priority(of: copy)]
  }

  /// Sends a message back whose time is over; says whether it was.
  mutating func expired(
    _ copy: Int,
    _ server: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) -> Bool {
    guard now >= expiry(of: copy, server),
      try expires(in: Int(services[server].process), &queue)
    else { return false }
    try returnOutbound(copy, server, .expired, &queue)
    return true
  }

  private mutating func expires(
    in process: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) -> Bool {
    try decide(.imsExpires, in: process, Circumstances(.waitingFor, 0), &queue) == 0
  }
}
