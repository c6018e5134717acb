import Kernel
import Plan
import Record

// Each of these is what happens with what is to be known of it. Nothing is put together where no defect
// waits for it, so that an event costs two loads and a comparison.

extension SiteWorld {
  mutating func occur(
    _ event: EventKind,
    in process: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) -> Response {
    let range = watches(event.slot, process)
    guard !range.isEmpty else { return Response() }
    return try respond(range, in: process, Circumstances(), &queue)
  }

  mutating func occur(
    _ event: EventKind,
    in process: Int,
    reason: ProcessRecord.Reason,
    _ queue: inout BoundedQueue
  ) throws(Halt) -> Response {
    let range = watches(event.slot, process)
    guard !range.isEmpty else { return Response() }
    let word: DisconnectReason = reason == .asked ? .stopped : .dropped
    return try respond(range, in: process, Circumstances(.reason, word.rawValue), &queue)
  }

  /// A message is worked on.
  mutating func occur(
    _ event: EventKind,
    in process: Int,
    _ copy: Int,
    direction: Direction? = nil,
    _ queue: inout BoundedQueue
  ) throws(Halt) -> Response {
    let range = watches(event.slot, process)
    guard !range.isEmpty else { return Response() }
    var circumstances = message(copy)
    if let direction { circumstances.set(.direction, direction.rawValue) }
    circumstances.set(.forwarding, mail.copies[copy].has(.forwarded) ? 1 : 0)
    circumstances.set(.address, isUnaddressable(copy) ? 1 : 0)
    return try respond(range, in: process, circumstances, &queue)
  }

  /// A message passes a link between transfer agents.
  mutating func occur(
    _ event: EventKind,
    in process: Int,
    _ copy: Int,
    link place: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) -> Response {
    let range = watches(event.slot, process)
    guard !range.isEmpty else { return Response() }
    var circumstances = message(copy)
    setLink(place, &circumstances)
    return try respond(range, in: process, circumstances, &queue)
  }

  mutating func occur(
    _ event: EventKind,
    in process: Int,
    link place: Int,
    _ outcome: Outcome,
    _ queue: inout BoundedQueue
  ) throws(Halt) -> Response {
    let range = watches(event.slot, process)
    guard !range.isEmpty else { return Response() }
    var circumstances = Circumstances(.outcome, outcome.rawValue)
    setLink(place, &circumstances)
    return try respond(range, in: process, circumstances, &queue)
  }

  mutating func occur(
    _ event: EventKind,
    in process: Int,
    link place: Int,
    reason: DisconnectReason,
    _ queue: inout BoundedQueue
  ) throws(Halt) -> Response {
    let range = watches(event.slot, process)
    guard !range.isEmpty else { return Response() }
    var circumstances = Circumstances(.reason, reason.rawValue)
    setLink(place, &circumstances)
    return try respond(range, in: process, circumstances, &queue)
  }

  /// A mover opens a post office.
  mutating func occur(
    _ event: EventKind,
    in process: Int,
    mover: Int,
    office: Int,
    _ outcome: Outcome,
    _ queue: inout BoundedQueue
  ) throws(Halt) -> Response {
    let range = watches(event.slot, process)
    guard !range.isEmpty else { return Response() }
    var circumstances = Circumstances(.outcome, outcome.rawValue)
    circumstances.set(.link, Int(movers.states[mover].link))
    circumstances.key = Keys.office + office
    return try respond(range, in: process, circumstances, &queue)
  }

  /// A mover moves a message from or to a post office.
  mutating func occur(
    _ event: EventKind,
    in process: Int,
    _ copy: Int,
    mover: Int,
    office: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) -> Response {
    let range = watches(event.slot, process)
    guard !range.isEmpty else { return Response() }
    var circumstances = message(copy)
    circumstances.set(.link, Int(movers.states[mover].link))
    circumstances.set(.outcome, 0)
    circumstances.key = Keys.office + office
    circumstances.place = Int(mail.copies[copy].place)
    let (source, target) = (mail.copies[copy].source, mail.copies[copy].target)
    var isTransit = source.kind == .postOffice && target.kind == .postOffice
    if isTransit, movers.states[mover].server != 0,
      mail.places[circumstances.place].kind == .mailbag
    {
      // What goes straight from one of its post offices to another is not in transit through Exchange.
      let own = servers[Int(movers.states[mover].server) - 1].office - 1
      let mailbag = mail.places[circumstances.place]
      isTransit = mailbag.owner == own || mailbag.key == own
    }
    circumstances.set(.transit, isTransit && !mail.copies[copy].has(.report) ? 1 : 0)
    let server = Int(movers.states[mover].server)
    if isTransit, server != 0 {
      // Asked of the pair that the message passes between.
      let own = Int(servers[server - 1].office) - 1
      let (one, other) = (source.index, target.index)
      let areDirect =
        offices.isDirect(from: one, to: own) && offices.isDirect(from: other, to: own)
      let areIndirect =
        !offices.isDirect(from: one, to: other) && !offices.isDirect(from: other, to: one)
      circumstances.set(.bothDirect, areDirect ? 1 : 0)
      circumstances.set(.indirectToEachOther, areIndirect ? 1 : 0)
    }
    return try respond(range, in: process, circumstances, &queue)
  }

  /// Something in a session of the Internet Mail Service.
  mutating func occur(
    _ event: EventKind,
    in process: Int,
    session: Int,
    outcome: Outcome? = nil,
    replyClass: Int? = nil,
    verb: Session.Phase? = nil,
    _ queue: inout BoundedQueue
  ) throws(Halt) -> Response {
    let range = watches(event.slot, process)
    guard !range.isEmpty else { return Response() }
    let record = sessions.sessions[session]
    var circumstances = record.copy == 0 ? Circumstances() : message(Int(record.copy) - 1)
    if record.copy != 0 {
      let isForwarded = mail.copies[Int(record.copy) - 1].has(.forwarded)
      circumstances.set(.forwarding, isForwarded ? 1 : 0)
    }
    let isExchange =
      record.peer != 0 || record.host != 0 && mailHosts[Int(record.host) - 1].isExchange
    circumstances.set(.peer, isExchange ? 0 : 1)
    let isPlain = record.phase == .hello && record.greetsPlainly
    circumstances.set(.phase, isPlain ? 3 : record.phase.word)
    circumstances.set(.direction, record.isInbound ? 0 : 1)
    circumstances.set(.reason, record.phase == .quit ? 0 : 3)
    if let outcome { circumstances.set(.outcome, outcome.rawValue) }
    if let replyClass { circumstances.set(.replyClass, replyClass) }
    if let verb { circumstances.set(.verb, Self.verb(verb)) }
    if !record.isInbound {
      circumstances.key = Keys.domain + Int(mail.places[Int(record.place)].key)
      circumstances.place = Int(record.place)
    }
    return try respond(range, in: process, circumstances, &queue)
  }

  /// A logon by POP3, or its end.
  mutating func occur(
    _ event: EventKind,
    in process: Int,
    mechanism: Mechanism,
    outcome: Outcome? = nil,
    reason: DisconnectReason? = nil,
    _ queue: inout BoundedQueue
  ) throws(Halt) -> Response {
    let range = watches(event.slot, process)
    guard !range.isEmpty else { return Response() }
    var circumstances = Circumstances(.mechanism, mechanism.rawValue)
    if let outcome { circumstances.set(.outcome, outcome.rawValue) }
    if let reason { circumstances.set(.reason, reason.rawValue) }
    return try respond(range, in: process, circumstances, &queue)
  }

  mutating func occur(
    _ event: EventKind,
    in process: Int,
    protocol word: LogonProtocol,
    _ queue: inout BoundedQueue
  ) throws(Halt) -> Response {
    let range = watches(event.slot, process)
    guard !range.isEmpty else { return Response() }
    return try respond(range, in: process, Circumstances(.protocol, word.rawValue), &queue)
  }
}
