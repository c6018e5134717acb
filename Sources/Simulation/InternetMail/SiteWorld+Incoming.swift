import Kernel
import Plan

extension SiteWorld {
  /// A message is ours from now on: it lies in IN.
  mutating func acceptMessage(
    _ copy: Int,
    _ server: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    mail.copies[copy].since = now
    mail.copies[copy].attempts = 0
    mail.copies[copy].silentHosts = 0
    mail.copies[copy].set(.sentAgain, false)
    mail.copies[copy].set(.forwarded, false)
    mail.copies[copy].hops &+= 1
    services[server].messagesIn += 1
    services[server].bytesIn += UInt64(mail.copies[copy].size)
    note(.accepted, copy, server)
    try putAndKick(copy, at: place(.conversionIn, of: server), &queue)
  }

  mutating func convertedIn(
    _ copy: Int,
    _ server: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    let process = Int(services[server].process)
    let here = place(.conversionIn, of: server)
    let target = mail.copies[copy].target
    let route = target.kind == .domain ? reroutes(of: server, target.index) : nil
    if route != nil { mail.copies[copy].set(.forwarded) }
    let response = try occur(.imsConvert, in: process, copy, direction: .inbound, &queue)
    if keep(copy, at: here, response) { return }
    guard isRunning(process) else { return put(copy, at: here) }
    if isRefusedByConversion(copy) {
      return try conversionFailed(copy, server, .inbound, at: here, &queue)
    }
    guard target.kind == .domain else {
      return try putAndKick(copy, at: place(.deliveryIn, of: server), &queue)
    }
    guard let route, mail.copies[copy].hops < 100 else {
      services[server].returnsOfInbound += 1
      return try sendBack(
        copy,
        route == nil ? .unreachable : .hopCount,
        from: MailPoint(.server(ServerID(server))),
        &queue
      )
    }
    if route == 0 {
      // The domain is one of our own: its people have their mailboxes here.
      mail.copies[copy].set(.forwarded, false)
      return try putAndKick(copy, at: place(.deliveryIn, of: server), &queue)
    }
    mail.copies[copy].since = now
    try putOut(copy, server, key: route - 1, &queue)
  }

  mutating func deliveredIn(
    _ copy: Int,
    _ server: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    services[server].enteredIn += 1
    if mail.copies[copy].target.kind == .domain {
      // Rerouted into the site: to the mailboxes of this server.
      servers[server].storeDelivered += UInt64(mail.copies[copy].recipients)
      return deliver(copy)
    }
    try putAtAgent(copy, server, &queue)
  }
}
