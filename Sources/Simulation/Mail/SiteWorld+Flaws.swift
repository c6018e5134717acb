import Kernel
import Plan

// What cannot be done with a message is decided where that is found out: it is set aside or returned, or
// by a defect stops the process, or is tried again and again.

extension SiteWorld {
  /// Whether the Internet Mail Service or the interchange cannot convert a message.
  mutating func isUnconvertible(_ copy: Int) -> Bool {
    hasTrait(flows.states[mail.copies[copy].flow].unconvertible, copy)
  }

  /// Whether the address of a message cannot be.
  mutating func isUnaddressable(_ copy: Int) -> Bool {
    hasTrait(flows.states[mail.copies[copy].flow].unaddressable, copy)
  }

  @inline(__always)
  private mutating func hasTrait(_ traits: UInt8, _ copy: Int) -> Bool {
    traits != 0 && !mail.copies[copy].has(.report) && mail.copies[copy].traits & UInt64(traits) != 0
  }

  /// The sizes of a message's largest header and of all of them: they grow with the recipients that they
  /// name.
  mutating func headerSizes(_ copy: Int) -> (largest: Int, all: Int) {
    let named = 40 * Int(mail.copies[copy].recipients)
    let all = min(Int(mail.copies[copy].size), 400 + named)
    return (min(all, named + 40), all)
  }

  /// Whether the Internet Mail Service cannot convert a message, of which a reason may be its headers.
  mutating func isRefusedByConversion(_ copy: Int) -> Bool {
    if isUnconvertible(copy) { return true }
    let (largest, all) = headerSizes(copy)
    let limits = MessageFlaw.headerLimitsBytes
    return largest > limits.each && all > limits.all
  }

  /// A message that the Internet Mail Service cannot convert, and that is in no list.
  mutating func conversionFailed(
    _ copy: Int,
    _ server: Int,
    _ direction: Direction,
    at here: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    let process = Int(services[server].process)
    var circumstances = message(copy)
    circumstances.set(.direction, direction.rawValue)
    let decision = try settle(.imsConversionFailure, in: process, circumstances, &queue)
    guard isRunning(process) else { return put(copy, at: here) }
    switch decision.answer {
    case 1:
      var response = Response()
      response.keepsItem = true
      response.isPoison = true
      try poison(process, copy, by: decision.site, &queue)
      _ = keep(copy, at: here, response)
    case 2: try tryAgain(copy, at: here, after: services[server].retries[0], &queue)
    default:
      write(.setAside, on: Int(servers[server].host), copy)
      setAside(copy)
    }
  }

  /// A message that the interchange cannot process, and that is in no list.
  mutating func interchangeFailed(
    _ copy: Int,
    _ server: Int,
    _ direction: Direction,
    at here: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    let process = Int(servers[server].interchange) - 1
    var circumstances = message(copy)
    circumstances.set(.direction, direction.rawValue)
    circumstances.set(.address, isUnaddressable(copy) ? 1 : 0)
    let answer = try decide(.interchangeFailure, in: process, circumstances, &queue)
    guard isRunning(process) else { return put(copy, at: here) }
    if answer == 1 {
      return try tryAgain(copy, at: here, after: servers[server].transferInterval, &queue)
    }
    write(.connectorReturn, on: Int(servers[server].host), copy)
    countReturn(at: Int(servers[server].office) - 1)
    try sendBack(copy, .unprocessed, from: MailPoint(.server(ServerID(server))), &queue)
  }

  /// Somebody sets a message aside, and its recipients never get it. It is in no list.
  mutating func setAside(_ copy: Int) {
    flows.states[statisticsFlow(of: copy)].lost += UInt64(mail.copies[copy].recipients)
    note(.removed, copy, Int(mail.copies[copy].place))
    liftOff(copy)
    mail.end(copy)
  }

  /// A message that is in no list waits where it is until it is tried once more, or its time is over.
  private mutating func tryAgain(
    _ copy: Int,
    at here: Int,
    after interval: UInt64,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    var response = Response()
    response.keepsItem = true
    _ = keep(copy, at: here, response)
    let end = endOfStay(copy) ?? .max
    mail.copies[copy].restamp()
    try later(
      .copyDue,
      copy,
      stamp: mail.copies[copy].stamp,
      after: min(interval, end > now ? end - now : 0),
      &queue
    )
  }
}
