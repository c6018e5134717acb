import Kernel
import Plan

// submit ─► store ─┬─► mailboxes
//   (and from      └─► transfer agent
//    the agent)

extension SiteWorld {
  /// Somebody with a mailbox sends a message.
  mutating func submit(
    _ copy: Int,
    _ server: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    guard hasRoom(Int(servers[server].disk), for: Int(mail.copies[copy].size)) else {
      return try sendBackAtOnce(copy, .diskFull)
    }
    // While the store is down the client keeps it in its outbox, which is this queue too.
    try putAndKick(copy, at: place(.store, of: server), &queue)
  }

  /// The sender sees at once that it cannot be sent, and no report is made.
  mutating func sendBackAtOnce(_ copy: Int, _ reason: ReturnReason) throws(Halt) {
    let flow = statisticsFlow(of: copy)
    let recipients = UInt64(mail.copies[copy].recipients)
    flows.states[flow].returnedSum += recipients
    flows.returned[flow * ReturnReason.allCases.count + reason.rawValue] += recipients
    note(.returned, copy, reason.rawValue)
    liftOff(copy)
    mail.end(copy)
  }

  /// The store has worked on a message: it is for a mailbox here, or for others.
  mutating func storeDone(
    _ copy: Int,
    _ server: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    let store = Int(servers[server].store)
    let target = mail.copies[copy].target
    let isHere = target.kind == .server && target.index == server
    let here = place(.store, of: server)
    if mail.copies[copy].source.kind == .server, mail.copies[copy].source.index == server {
      let response = try occur(.storeSubmit, in: store, copy, &queue)
      if keep(copy, at: here, response) { return }
      guard isRunning(store) else { return put(copy, at: here) }
      if !isHere { return try putAtAgent(copy, server, &queue) }
    }
    let response = try occur(.storeDeliver, in: store, copy, &queue)
    if keep(copy, at: here, response) { return }
    guard isRunning(store) else { return put(copy, at: here) }
    servers[server].storeDelivered += UInt64(mail.copies[copy].recipients)
    deliver(copy)
  }

  mutating func storeStarted(_ server: Int, _ queue: inout BoundedQueue) throws(Halt) {
    try kick(place(.store, of: server), &queue)
  }

  mutating func storeStopped(_ server: Int, _ queue: inout BoundedQueue) throws(Halt) {
    mail.putBack(place(.store, of: server))
    try endLogons(of: server, &queue)
  }
}
