import Kernel

extension SiteWorld {
  /// The first message of each flow.
  mutating func scheduleMail(_ queue: inout BoundedQueue) throws(Halt) {
    for flow in 0..<flows.reports { try scheduleNextMessage(flow, &queue) }
  }

  private mutating func scheduleNextMessage(
    _ flow: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    let profile = Int(flows.states[flow].profile)
    guard let time = flows.states[flow].arrivals.next(by: flows.profiles, profile) else { return }
    if time.ticks > horizon { return }
    try queue.schedule(Payload(.mailWritten, flow).word, at: time)
  }

  /// Somebody of a flow writes a message.
  mutating func writeMail(_ flow: Int, _ queue: inout BoundedQueue) throws(Halt) {
    try scheduleNextMessage(flow, &queue)
    // The same number of draws for each message, so that each has its own whatever becomes of others.
    var stream = flows.states[flow].stream
    let source = drawEnd(
      from: Int(flows.states[flow].firstSource),
      stream.next(),
      stream.next()
    )
    let target = drawEnd(
      from: Int(flows.states[flow].firstTarget),
      stream.next(),
      stream.next()
    )
    let size = flows.states[flow].sizes.draw(from: &stream)
    var traits: UInt64 = 0
    for trait in 0..<Int(flows.states[flow].traitCount)
    where stream.next() < flows.states[flow].traits[trait] {
      traits |= 1 << UInt64(trait)
    }
    flows.states[flow].stream = stream
    flows.states[flow].messages += 1
    let recipients = flows.states[flow].recipients
    flows.states[flow].sent += UInt64(recipients)
    for promise in Int(flows.states[flow].firstPromise)..<Int(flows.states[flow].lastPromise)
    where flows.promises[promise].covers(now) {
      flows.promises[promise].sent += UInt64(recipients)
    }

    let copy = try mail.make()
    let number = flows.states[flow].messages & 0xffff_ffff
    mail.copies[copy].identity = UInt64(flow) << 40 | traits << 32 | number
    mail.copies[copy].written = now
    mail.copies[copy].since = now
    mail.copies[copy].due = 0
    mail.copies[copy].size = UInt32(min(max(size, 64), 0x1p30))
    mail.copies[copy].source = source
    mail.copies[copy].target = target
    mail.copies[copy].recipients = recipients
    mail.copies[copy].place = 0
    note(.written, copy, Int(source.raw))
    try begin(copy, &queue)
  }

  /// A message, or the report that one did not arrive, begins its way where its sender is.
  private mutating func begin(_ copy: Int, _ queue: inout BoundedQueue) throws(Halt) {
    let source = mail.copies[copy].source
    switch source.kind {
    case .postOffice: try writeAtOffice(copy, source.index, &queue)
    case .server: try submit(copy, source.index, &queue)
    case .domain: try offer(copy, source.index, &queue)
    }
  }

  private mutating func drawEnd(from first: Int, _ which: UInt64, _ member: UInt64) -> MailPoint {
    var entry = first
    while which > flows.shares[entry].upTo { entry += 1 }
    let share = flows.shares[entry]
    if share.members == 1 { return share.first }
    let offset = member.multipliedFullWidth(by: UInt64(share.members)).high
    return MailPoint(raw: share.first.raw + UInt32(offset))
  }
}
