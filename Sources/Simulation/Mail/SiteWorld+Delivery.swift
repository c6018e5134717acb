import Kernel

extension SiteWorld {
  /// Moves a copy that is in no list to the end of those that wait at a place.
  ///
  /// It lies on the disk of that place from now on. What must be woken is woken by the caller.
  @inline(__always)
  mutating func put(_ copy: Int, at place: Int) {
    let old = mail.places[Int(mail.copies[copy].place)].disk
    let new = mail.places[place].disk
    if old != new { moveBytes(Int(mail.copies[copy].size), from: Int(old), to: Int(new)) }
    mail.append(copy, to: place)
  }

  /// Takes a copy that is in no list off the disk that it lay on.
  @inline(__always)
  mutating func liftOff(_ copy: Int) {
    let old = mail.places[Int(mail.copies[copy].place)].disk
    if old != 0 { moveBytes(Int(mail.copies[copy].size), from: Int(old), to: 0) }
    mail.copies[copy].place = 0
  }

  /// A copy is with its recipients. It is in no list.
  mutating func deliver(_ copy: Int) {
    let record = mail.copies[copy]
    let flow = statisticsFlow(of: copy)
    let taken = now - record.written
    let recipients = UInt64(record.recipients)
    flows.states[flow].delivered += recipients
    flows.latencies.record(taken / 10_000, in: Int(flows.states[flow].histogram))
    var promise = Int(flows.states[flow].firstPromise)
    while promise < Int(flows.states[flow].lastPromise) {
      let asked = flows.promises[promise]
      if taken <= asked.limit, now <= asked.deadline, asked.covers(record.written) {
        flows.promises[promise].delivered += recipients
      }
      promise += 1
    }
    note(.delivered, copy, Int(record.target.raw))
    liftOff(copy)
    mail.end(copy)
  }

  /// The flow that a copy counts with: its own, or that of reports.
  @inline(__always)
  func statisticsFlow(of copy: Int) -> Int {
    mail.copies[copy].has(.report) ? flows.reports : mail.copies[copy].flow
  }

  /// A message cannot be delivered: its sender is told, from the server or post office where it is.
  ///
  /// It is in no list. A report that cannot be delivered begets no other.
  mutating func sendBack(
    _ copy: Int,
    _ reason: ReturnReason,
    from here: MailPoint,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    let flow = statisticsFlow(of: copy)
    let recipients = UInt64(mail.copies[copy].recipients)
    flows.states[flow].returnedSum += recipients
    flows.returned[flow * ReturnReason.allCases.count + reason.rawValue] += recipients
    note(.returned, copy, reason.rawValue)
    if mail.copies[copy].has(.report) {
      liftOff(copy)
      mail.end(copy)
      return
    }
    try occurReturn(copy, reason, &queue)
    liftOff(copy)
    mail.copies[copy].restamp()
    mail.copies[copy].clearFlags()
    mail.copies[copy].set(.used)
    mail.copies[copy].set(.report)
    mail.copies[copy].target = mail.copies[copy].source
    mail.copies[copy].source = here
    mail.copies[copy].recipients = 1
    // A report quotes the message's head.
    mail.copies[copy].size = min(mail.copies[copy].size, 2_048) + 1_024
    mail.copies[copy].attempts = 0
    mail.copies[copy].hops = 0
    mail.copies[copy].written = now
    mail.copies[copy].since = now
    flows.states[flows.reports].messages += 1
    flows.states[flows.reports].sent += 1
    switch here.kind {
    case .postOffice:
      // The connector's post office has nobody who writes: its server tells the sender.
      let server = Int(offices.states[here.index].server)
      if server != 0 { return try putAtAgent(copy, server - 1, &queue) }
      try writeAtOffice(copy, here.index, &queue)
    case .server: try putAtAgent(copy, here.index, &queue)
    // A mail host of the Internet tells its own people without us.
    case .domain: deliver(copy)
    }
  }
}
