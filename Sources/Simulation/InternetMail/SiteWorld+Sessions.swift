import Kernel
import Plan

// resolve ─► connect ─► banner ─► EHLO ─► MAIL ─► RCPT ─► DATA ─► body ─┬─► MAIL …
//    ▲          │          │        │                                   └─► QUIT
//    └ next host┘     time-out   HELO, or once more with HELO

extension SiteWorld {
  /// A session goes on.
  mutating func sessionStep(
    _ session: Int,
    _ stamp: UInt32,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    guard sessions.sessions[session].stamp & Payload.stampMask == stamp else { return }
    let server = Int(sessions.sessions[session].server)
    if sessions.sessions[session].isInbound { return try inboundStep(session, server, &queue) }
    guard isRunning(Int(services[server].process)) else { return }
    if sessions.sessions[session].isCut { return try cutOutbound(session, server, &queue) }
    switch sessions.sessions[session].phase {
    case .resolving: try resolved(session, server, &queue)
    case .connecting: try connected(session, server, &queue)
    case .banner: try greeted(session, server, &queue)
    case .hello: try answeredHello(session, server, &queue)
    case .sender: try answeredSender(session, server, &queue)
    case .recipients: try answeredRecipients(session, server, &queue)
    case .data: try answeredData(session, server, &queue)
    case .body: try answeredBody(session, server, &queue)
    case .quit: try answeredQuit(session, server, &queue)
    }
  }

  private mutating func resolved(
    _ session: Int,
    _ server: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    let process = Int(services[server].process)
    let copy = Int(sessions.sessions[session].copy) - 1
    // Hosts that have not greeted it come last.
    sessions.sessions[session].tried = mail.copies[copy].silentHosts
    var hasHost = chooseHost(session)
    if !hasHost, mail.copies[copy].silentHosts != 0 {
      mail.copies[copy].silentHosts = 0
      sessions.sessions[session].tried = 0
      hasHost = chooseHost(session)
    }
    _ = try occur(
      .imsResolve,
      in: process,
      session: session,
      outcome: hasHost ? .succeeded : .failed,
      &queue
    )
    guard isRunning(process) else { return }
    guard hasHost else {
      write(.unresolved, on: Int(servers[server].host), session)
      return try giveUp(session, server, &queue)
    }
    try connect(session, &queue)
  }

  /// Takes the next mail host: the most preferred of those not tried, and of equals any.
  private mutating func chooseHost(_ session: Int) -> Bool {
    let (kind, index) = DomainKey.parts(
      Int(mail.places[Int(sessions.sessions[session].place)].key)
    )
    switch kind {
    case 2:
      let isFirst = sessions.sessions[session].tried == 0
      sessions.sessions[session].peer = UInt32(index) + 1
      sessions.sessions[session].tried = 1
      return isFirst
    case 1:
      let isFirst = sessions.sessions[session].tried == 0
      setHost(session, index)
      sessions.sessions[session].tried = 1
      return isFirst
    default: break
    }
    let exchanges = exchangesOfDomains(index)
    var best: Int?
    var equals: UInt64 = 0
    for place in exchanges
    where sessions.sessions[session].tried >> UInt64(place - exchanges.lowerBound) & 1 == 0 {
      guard place - exchanges.lowerBound < 64 else { break }
      if let chosen = best {
        guard exchangeList[place].preference == exchangeList[chosen].preference else { break }
        equals += 1
        // Each of the equals is as likely as the others, whichever comes first in the list.
        let draw = chance(of: Int(sessions.sessions[session].copy) - 1, purpose: UInt64(place))
        if draw.multipliedFullWidth(by: equals + 1).high == 0 { best = place }
      } else {
        best = place
      }
    }
    guard let best else { return false }
    sessions.sessions[session].tried |= 1 << UInt64(best - exchanges.lowerBound)
    setHost(session, Int(exchangeList[best].host))
    return true
  }

  private mutating func setHost(_ session: Int, _ host: Int) {
    sessions.sessions[session].host = UInt32(host) + 1
    sessions.sessions[session].peer = mailHosts[host].server
  }

  /// Tries to connect to the host that was chosen.
  mutating func connect(_ session: Int, _ queue: inout BoundedQueue) throws(Halt) {
    sessions.sessions[session].phase = .connecting
    let manner = currentManner(session)
    sessions.sessions[session].manner = manner
    let server = Int(sessions.sessions[session].server)
    let peer = Int(sessions.sessions[session].peer)
    let isOff = peer != 0 && hosts[Int(servers[peer - 1].host)].power != .up
    try step(
      session,
      after: manner == .unreachable || isOff
        ? services[server].connectTimer : 2 * latency(session),
      &queue
    )
  }

  /// How the other side behaves towards this connection.
  private mutating func currentManner(_ session: Int) -> MailHostManner {
    let host = Int(sessions.sessions[session].host)
    guard host != 0 else { return .sound }
    let state = mailHosts[host - 1]
    guard state.manner != state.usualManner, state.faultShare != .max else {
      return state.manner
    }
    let draw = chance(of: Int(sessions.sessions[session].copy) - 1, purpose: 0xfa17)
    return draw < state.faultShare ? state.manner : state.usualManner
  }

  @inline(__always)
  func latency(_ session: Int) -> UInt64 {
    let host = Int(sessions.sessions[session].host)
    return host == 0 ? WorldConstants.siteLatency : mailHosts[host - 1].latency
  }

  /// A number that hangs on a message, the attempt and the purpose alone.
  mutating func chance(of copy: Int, purpose: UInt64) -> UInt64 {
    var word = names.message(mail.copies[copy].identity) ^ seed &* 0xd6e8_feb8_6659_fd93
    word ^= (replication &+ 1) &* 0xa076_1d64_78bd_642f
    word ^= (UInt64(mail.copies[copy].attempts) &+ purpose << 8) &* 0xe703_7ed1_a0b4_28db
    word = (word ^ word >> 30) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
    return word ^ word >> 31
  }

  private mutating func connected(
    _ session: Int,
    _ server: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    let process = Int(services[server].process)
    let manner = sessions.sessions[session].manner
    var outcome = Outcome.succeeded
    if manner == .unreachable { outcome = .noAnswer }
    if manner == .refuses { outcome = .refused }
    let peer = Int(sessions.sessions[session].peer)
    if peer != 0, outcome == .succeeded { outcome = accept(session, at: peer - 1) }
    if outcome == .succeeded {
      let terms = Account.Terms(
        Resources.sockets,
        by: Resources.sound,
        holder: Ledger.Process(process)
      )
      sessions.sessions[session].socket = try ledger.take(terms, 1).lease ?? .ended
      sessions.sessions[session].isConnected = true
      sessions.sessions[session].since = now
      services[server].totalOutbound += 1
    }
    _ = try occur(.imsConnect, in: process, session: session, outcome: outcome, &queue)
    guard isRunning(process) else { return }
    guard outcome == .succeeded else {
      services[server].totalFailed += 1
      if services[server].logging > 0 {
        write(
          outcome == .refused ? .connectRefused : .connectFailed,
          on: Int(servers[server].host),
          session
        )
      }
      sessions.sessions[session].peer = 0
      let next = try decide(
        .imsNextExchange,
        in: process,
        Circumstances(.phase, Session.Phase.connecting.word).with(.outcome, outcome.rawValue),
        &queue
      )
      guard isRunning(process) else { return }
      if next == 1 {
        return try giveUp(session, server, &queue)
      }
      guard chooseHost(session) else { return try giveUp(session, server, &queue) }
      return try connect(session, &queue)
    }
    if services[server].logging > 0 { write(.connected, on: Int(servers[server].host), session) }
    sessions.sessions[session].phase = .banner
    let timer = services[server].bannerTimer
    let ticks: UInt64 =
      switch manner {
      case .silent: timer
      case .slow: timer - min(timer, Interval.seconds(1).ticks)
      case .hangsUp: latency(session)
      default: 2 * latency(session) + WorldConstants.greetingTicks
      }
    // A greeting at the very instant of the time-out is too late.
    if ticks >= timer { sessions.sessions[session].manner = .silent }
    try step(session, after: min(ticks, timer), &queue)
  }

  /// Another of our servers is asked for a connection.
  private mutating func accept(_ session: Int, at peer: Int) -> Outcome {
    let process = Int(services[peer].process)
    guard servers[peer].internetMail != 0, isRunning(process), services[peer].receives,
      !services[peer].isFlushing
    else { return hosts[Int(servers[peer].host)].power == .up ? .refused : .noAnswer }
    guard services[peer].inbound < services[peer].mostInbound else {
      services[peer].totalRejected += 1
      return .refused
    }
    services[peer].inbound += 1
    services[peer].totalInbound += 1
    return .succeeded
  }

  /// The host of a session is not to be the next one that is tried for its message.
  mutating func passOver(_ session: Int) {
    let (kind, index) = DomainKey.parts(
      Int(mail.places[Int(sessions.sessions[session].place)].key)
    )
    guard kind == 0 else { return }
    let exchanges = exchangesOfDomains(index)
    let copy = Int(sessions.sessions[session].copy) - 1
    for place in exchanges.prefix(8)
    where exchangeList[place].host + 1 == sessions.sessions[session].host {
      mail.copies[copy].silentHosts |= 1 << UInt64(place - exchanges.lowerBound)
    }
  }

}
