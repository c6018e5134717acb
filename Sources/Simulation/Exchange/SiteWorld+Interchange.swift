import Kernel
import Plan

//  agent ─► interchange out ─► connector post office's mailbags ─► movers
//  agent ◄─ interchange in  ◄─ connector post office's INQUEUE3 ◄─ movers

extension SiteWorld {
  /// A message from the connector's post office has been converted, or moved on within it.
  mutating func interchangeInDone(
    _ copy: Int,
    _ office: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    let server = Int(offices.states[office].server) - 1
    let interchange = Int(servers[server].interchange) - 1
    let target = mail.copies[copy].target
    let isTransit = target.kind == .postOffice && target.index != office
    let here = inQueue(of: office)
    let direction: Direction = isTransit ? .transit : .inbound
    let response = try occur(
      .interchangeConvert,
      in: interchange,
      copy,
      direction: direction,
      &queue
    )
    if keep(copy, at: here, response) { return }
    guard isRunning(interchange) else { return put(copy, at: here) }
    if isUnconvertible(copy) || isUnaddressable(copy) {
      return try interchangeFailed(copy, server, direction, at: here, &queue)
    }
    note(.converted, copy, server)
    if target.kind == .postOffice {
      // What is for the connector's own post office, which has no mailboxes, is for nobody.
      guard isTransit else {
        countReturn(at: office)
        return try sendBack(copy, .unreachable, from: MailPoint(.server(ServerID(server))), &queue)
      }
      if servers[server].isTransitShort {
        return try putInMailbag(copy, at: office, &queue)
      }
    }
    servers[server].interchangeIn += 1
    try putAtAgent(copy, server, &queue)
  }

  /// A message for MS Mail has been converted: it goes into a mailbag of the connector's post office.
  mutating func interchangeOutDone(
    _ copy: Int,
    _ server: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    let interchange = Int(servers[server].interchange) - 1
    let here = place(.interchangeOut, of: server)
    let isTransit = mail.copies[copy].source.kind == .postOffice
    let direction: Direction = isTransit ? .transit : .outbound
    let response = try occur(
      .interchangeConvert,
      in: interchange,
      copy,
      direction: direction,
      &queue
    )
    if keep(copy, at: here, response) { return }
    guard isRunning(interchange) else { return put(copy, at: here) }
    if isUnconvertible(copy) || isUnaddressable(copy) {
      return try interchangeFailed(copy, server, direction, at: here, &queue)
    }
    servers[server].interchangeOut += 1
    try putInMailbag(copy, at: Int(servers[server].office) - 1, &queue)
  }

  mutating func interchangeStarted(_ server: Int, _ queue: inout BoundedQueue) throws(Halt) {
    try kick(place(.interchangeOut, of: server), &queue)
    try kick(inQueue(of: Int(servers[server].office) - 1), &queue)
  }

  mutating func interchangeStopped(_ server: Int) {
    mail.putBack(place(.interchangeOut, of: server))
    mail.putBack(inQueue(of: Int(servers[server].office) - 1))
  }
}
