import Kernel
import Plan

extension SiteWorld {
  mutating func greeted(
    _ session: Int,
    _ server: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    let process = Int(services[server].process)
    switch sessions.sessions[session].manner {
    case .silent:
      let next = try decide(
        .imsNextExchange,
        in: process,
        Circumstances(.phase, Session.Phase.banner.word).with(
          .outcome,
          Outcome.noAnswer.rawValue
        ),
        &queue
      )
      guard isRunning(process) else { return }
      if next == 0 { passOver(session) }
      try breakOff(session, server, .imsBannerTimeout, &queue)
    case .hangsUp:
      try breakOff(session, server, .imsIOError, &queue)
    case .busy:
      _ = try occur(.imsReply, in: process, session: session, replyClass: 4, &queue)
      guard isRunning(process) else { return }
      try giveUp(session, server, &queue)
    default:
      _ = try occur(.imsReply, in: process, session: session, replyClass: 2, &queue)
      guard isRunning(process) else { return }
      try sayHello(session, server, &queue)
    }
  }

  mutating func sayHello(
    _ session: Int,
    _ server: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    sessions.sessions[session].phase = .hello
    try step(session, after: answerTicks(session, server), &queue)
  }

  /// How long the answer to a command takes, or its timer.
  mutating func answerTicks(_ session: Int, _ server: Int) -> UInt64 {
    let timer = services[server].commandTimer
    return switch sessions.sessions[session].manner {
    case .silentAfterBanner: timer
    case .slow: timer - min(timer, Interval.seconds(1).ticks)
    default: min(2 * latency(session), timer)
    }
  }

  mutating func answeredHello(
    _ session: Int,
    _ server: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    let process = Int(services[server].process)
    let isPlain = sessions.sessions[session].greetsPlainly
    switch sessions.sessions[session].manner {
    case .silentAfterBanner:
      try giveUp(session, server, &queue)
    case .dropsAfterEHLO where !isPlain:
      try greetAgain(session, process, &queue)
    case .rejectsEHLO where !isPlain:
      _ = try occur(.imsReply, in: process, session: session, replyClass: 5, &queue)
      guard isRunning(process) else { return }
      sessions.sessions[session].greetsPlainly = true
      try sayHello(session, server, &queue)
    default:
      _ = try occur(.imsReply, in: process, session: session, replyClass: 2, &queue)
      guard isRunning(process) else { return }
      sessions.sessions[session].phase = .sender
      try step(session, after: answerTicks(session, server), &queue)
    }
  }

  /// The connection is gone. What is sound is to try once more at once, with HELO (Q197142).
  private mutating func greetAgain(
    _ session: Int,
    _ process: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    letGoOfConnection(session)
    _ = try occur(.imsIOError, in: process, session: session, &queue)
    guard isRunning(process) else { return }
    sessions.sessions[session].isCut = false
    sessions.sessions[session].greetsPlainly = true
    try connect(session, &queue)
  }

  /// The server on the other side has ended meanwhile.
  mutating func cutOutbound(
    _ session: Int,
    _ server: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    switch sessions.sessions[session].phase {
    case .quit: try answeredQuit(session, server, &queue)
    case .hello where !sessions.sessions[session].greetsPlainly:
      try greetAgain(session, Int(services[server].process), &queue)
    default: try breakOff(session, server, .imsIOError, &queue)
    }
  }
}
