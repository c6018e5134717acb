import Kernel
import Plan

extension SiteWorld {
  /// An attempt has failed: the message waits for the next, if its time is not over.
  mutating func attemptFailed(
    _ copy: Int,
    _ server: Int,
    phase: Session.Phase,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    let process = Int(services[server].process)
    let place = Int(mail.copies[copy].place)
    services[server].queuedByDomain -= 1
    let isForwarded = mail.copies[copy].has(.forwarded)
    let isCounted =
      try decide(
        .imsRetryCounted,
        in: process,
        Circumstances(.phase, phase.word).with(.forwarding, isForwarded ? 1 : 0),
        &queue
      ) == 0
    let end = expiry(of: copy, server)
    let expires =
      try decide(.imsExpires, in: process, Circumstances(.waitingFor, 0), &queue) == 0
    let retries = services[server].retryCount
    if expires, now >= end || retries == 0 {
      return try returnOutbound(copy, server, .expired, &queue)
    }
    let number = min(mail.copies[copy].attempts, retries == 0 ? 0 : retries - 1)
    let interval = retries == 0 ? Interval.hours(1).ticks : services[server].retries[Int(number)]
    if isCounted { mail.copies[copy].attempts = min(mail.copies[copy].attempts, 250) + 1 }
    // Which queue it was in is found again by its key when it is due.
    mail.copies[copy].due = UInt64(mail.places[place].key)
    note(.delayed, copy, Int(interval / 10_000_000))
    put(copy, at: self.place(.waiting, of: server))
    mail.copies[copy].restamp()
    let next = expires ? min(now + interval, end) : now + interval
    try later(.copyDue, copy, stamp: mail.copies[copy].stamp, after: next - now, &queue)
  }

  /// A waiting message is due again, or its time is over.
  mutating func copyDue(_ copy: Int, _ stamp: UInt32, _ queue: inout BoundedQueue) throws(Halt) {
    guard mail.copies[copy].stamp == stamp, mail.copies[copy].has(.used) else { return }
    if mail.copies[copy].has(.stranded) { return try strandedDue(copy, &queue) }
    let place = Int(mail.copies[copy].place)
    let server = Int(mail.places[place].owner)
    switch mail.places[place].kind {
    case .foreign: try offerAgain(copy, &queue)
    case .waiting:
      guard isRunning(Int(services[server].process)) else { return }
      mail.remove(copy)
      if try expired(copy, server, &queue) { return }
      try putOut(copy, server, key: Int(mail.copies[copy].due), &queue)
    default: break
    }
  }

  mutating func returnOutbound(
    _ copy: Int,
    _ server: Int,
    _ reason: ReturnReason,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    services[server].returnsOfOutbound += 1
    write(.notDelivered, on: Int(servers[server].host), copy)
    try sendBack(copy, reason, from: MailPoint(.server(ServerID(server))), &queue)
  }

  /// A queue of which nothing is left is forgotten.
  mutating func forgetIfDone(_ place: Int, _ server: Int) {
    guard mail.places[place].isEmpty, !mail.places[place].isClosed, mail.work[place].attempts == 0
    else { return }
    delistReady(place, server)
    mail.forget(place)
  }
}
