/// The sending side of an Internet Mail Service, written once more from what the articles say: plain
/// arrays that are searched from end to end at each step. It shares nothing with the simulation.
///
/// Times are in whole ticks. What happens at one time happens in the order in which it was begun.
struct OutboundTwin {
  /// How a mail host behaves to those who connect.
  enum Manner: String, CaseIterable {
    case sound
    case silent
    case hangsUp = "hangs-up"
    case silentAfterBanner = "silent-after-banner"
    case dropsAfterEHLO = "drops-after-ehlo"
    case dropsAfterAnswer = "drops-after-answer"
    case rejectsEHLO = "rejects-ehlo"
    case refuses
    case unreachable
    case slow
    case busy
    case greylists
    case rejects
  }

  struct MailHost {
    var latency: Int
    /// From when on it behaves how.
    var manners: [(from: Int, manner: Manner)]
    var isExchange = false
  }

  /// A message at the service.
  struct Message {
    var domain: Int
    /// When the service took it over, from when on its time runs.
    var taken: Int
    /// When it stood in line for the first time.
    var queued: Int
    var isForwarded: Bool
    var place = Place.coming
    /// When it is due again; in line, since when it has been due.
    var due = 0
    var order = 0
    var failures: [Int] = []
    var isSentAgain = false
    /// Hosts that took the connection and said nothing.
    var silent: Set<Int> = []
    var returned: Int? = nil
    var delivered: Int? = nil
  }

  enum Place {
    case coming
    case inLine
    case waiting
    case onConnection
    case done
  }

  enum Stage {
    case lookingUp
    case connecting
    case greeting
    case hello
    case sender
    case recipient
    case data
    case body
    case quit
    /// Nobody uses it, and it is still counted.
    case lost
  }

  struct Connection {
    var domain: Int
    var message: Int?
    var stage = Stage.lookingUp
    /// When the stage is over.
    var time: Int
    var order: Int
    var host = -1
    var manner = Manner.sound
    var tried: Set<Int> = []
    var isPlain = false
    var sent = 0
  }

  /// What the service and its site are like.
  struct Setting {
    var lookUp = 0
    var greeting = 0
    var body = 0
    var greylisting = 0
    var hostLimit = 1
    var totalLimit = 1
    var messagesEach = 1
    var retries: [Int] = []
    var expiry = 0
    var connectTimer = 0
    var bannerTimer = 0
    var commandTimer = 0
    /// Silent hosts cost a connection for good (Q175982).
    var losesConnections = false
    /// A drop at EHLO ends it while it forwards to an Exchange server (Q197142).
    var breaksForwarding = false
    var hosts: [MailHost] = []
    /// The hosts of each domain, in groups of equals; those of a group are alike in all.
    var domains: [[[Int]]] = []
    var end = 0
  }

  let setting: Setting
  var messages: [Message]
  var connections: [Connection] = []
  /// When somebody stops the service, and when it runs again after each of its stops.
  let asked: [Int]
  let starts: [Int]

  var stops: [Int] = []
  var made = 0
  var failed = 0
  /// Whether messages for two domains have been due since the same tick: whose turn it is, nothing says.
  var isUndecided = false
  var isDown = false
  private var orders = 0

  init(
    _ setting: Setting,
    arrivals: [(domain: Int, taken: Int, queued: Int, isForwarded: Bool)],
    asked: [Int],
    starts: [Int]
  ) {
    self.setting = setting
    messages = arrivals.map {
      Message(domain: $0.domain, taken: $0.taken, queued: $0.queued, isForwarded: $0.isForwarded)
    }
    self.asked = asked
    self.starts = starts
  }

  mutating func run() {
    var now = 0
    while let next = nextTime(from: now), next <= setting.end {
      now = next
      if asked.contains(now), !isDown { stop(now) }
      if isDown, stops.count <= starts.count, starts[stops.count - 1] == now { start(now) }
      while let event = nextEvent(at: now) {
        switch event {
        case .message(let index): messageDue(index, now)
        case .connection(let index): stageOver(index, now)
        }
        send(now)
      }
    }
  }

  mutating func nextOrder() -> Int {
    orders += 1
    return orders
  }

  private enum Event {
    case message(Int)
    case connection(Int)
  }

  /// What of a time was begun first.
  private func nextEvent(at now: Int) -> Event? {
    if isDown { return nil }
    var best: (order: Int, event: Event)?
    for (index, message) in messages.enumerated() where happens(message) == now {
      if message.order < best?.order ?? .max { best = (message.order, .message(index)) }
    }
    for (index, connection) in connections.enumerated()
    where connection.stage != .lost && connection.time == now {
      if connection.order < best?.order ?? .max { best = (connection.order, .connection(index)) }
    }
    return best?.event
  }

  /// When something happens to a message that is on no connection.
  private func happens(_ message: Message) -> Int? {
    switch message.place {
    case .coming: message.queued
    case .inLine: max(message.taken + setting.expiry, message.due)
    case .waiting: min(message.due, message.taken + setting.expiry)
    case .onConnection, .done: nil
    }
  }

  private func nextTime(from now: Int) -> Int? {
    var times = asked
    if isDown {
      if stops.count <= starts.count { times.append(starts[stops.count - 1]) }
    } else {
      times += messages.compactMap(happens)
      times += connections.filter { $0.stage != .lost }.map(\.time)
    }
    return times.filter { $0 > now }.min()
  }

  private mutating func messageDue(_ index: Int, _ now: Int) {
    if messages[index].place != .coming, now >= messages[index].taken + setting.expiry {
      messages[index].place = .done
      messages[index].returned = now
    } else {
      line(index, now)
    }
  }

  /// A message stands in line, as the last one.
  mutating func line(_ index: Int, _ now: Int) {
    messages[index].place = .inLine
    messages[index].due = now
    messages[index].order = nextOrder()
  }

  /// All connections end, and what they carried is in front again: that first which went first.
  mutating func stop(_ now: Int) {
    stops.append(now)
    isDown = true
    let carried = connections.filter { $0.stage != .lost }.compactMap(\.message)
    connections = []
    let lined = inLine()
    for index in carried + lined {
      messages[index].place = .inLine
      messages[index].order = nextOrder()
    }
  }

  private mutating func start(_ now: Int) {
    isDown = false
    let waiting = messages.indices.filter { messages[$0].place == .waiting }
      .sorted { messages[$0].order < messages[$1].order }
    for index in inLine() + waiting {
      if now >= messages[index].taken + setting.expiry {
        messages[index].place = .done
        messages[index].returned = now
      } else {
        line(index, now)
      }
    }
    send(now)
  }

  private func inLine() -> [Int] {
    messages.indices.filter { messages[$0].place == .inLine }
      .sorted { messages[$0].order < messages[$1].order }
  }

  /// The first in line for a domain.
  func first(for domain: Int) -> Int? { inLine().first { messages[$0].domain == domain } }

  /// Makes connections while there are slots, for that first which has been due the longest.
  private mutating func send(_ now: Int) {
    while !isDown, connections.count < setting.totalLimit {
      let open = setting.domains.indices.filter { domain in
        connections.filter { $0.domain == domain }.count < setting.hostLimit
      }
      let candidates = open.compactMap { first(for: $0) }
      guard let due = candidates.map({ messages[$0].due }).min() else { return }
      let equals = candidates.filter { messages[$0].due == due }
      if equals.count > 1 { isUndecided = true }
      let chosen = equals.min { messages[$0].order < messages[$1].order }!
      var connection = Connection(
        domain: messages[chosen].domain,
        time: now + setting.lookUp,
        order: nextOrder()
      )
      connection.message = chosen
      messages[chosen].place = .onConnection
      connections.append(connection)
    }
  }
}
