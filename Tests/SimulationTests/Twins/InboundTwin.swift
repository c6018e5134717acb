/// The receiving side of an Internet Mail Service, written once more from what the articles say: plain
/// arrays that are searched from end to end at each step. It shares nothing with the simulation.
///
/// Times are in whole ticks. What happens at one time happens in the order in which it was begun.
struct InboundTwin {
  /// How a mail host that sends to the service is reached, and how fast.
  struct Sender {
    var latency: Int
    /// How long a message of it takes on the line.
    var body: Int
    /// Whether its messages are larger than what the service takes.
    var isTooLarge = false
  }

  /// What the service and those who send to it are like.
  struct Setting {
    var senders: [Sender] = []
    /// How many sessions there can be at once.
    var limit = 1
    /// What the service takes to greet, beyond the way of the packets.
    var greeting = 0
    /// What it takes to have a message, beyond the way of the packets.
    var taking = 0
    /// After what times a sender tries again; the last one repeats.
    var retries: [Int] = []
    /// How long a sender tries.
    var patience = 0
    var end = 0
  }

  /// A message on its way to the service.
  struct Message {
    var sender: Int
    var written: Int
    /// When it is tried next, as long as nobody tries.
    var due: Int?
    var order: Int
    var failures = 0
    var taken: Int? = nil
    var returned: Int? = nil
  }

  enum Stage {
    case connecting
    case greeting
    case hello
    case sender
    case recipient
    case data
    case body
    case quit
  }

  struct Session {
    var message: Int
    var stage: Stage
    /// When the stage is over.
    var time: Int
    var order: Int
    /// Whether it has one of the service's slots.
    var isAccepted: Bool
  }

  let setting: Setting
  /// When the service stops and when it runs again.
  let pauses: [(stop: Int, start: Int?)]

  var messages: [Message]
  var sessions: [Session] = []
  /// How many connections it took, and how many it refused, since its last start.
  var accepted = 0
  var rejected = 0
  var isDown = false
  private var orders: Int

  init(
    _ setting: Setting,
    arrivals: [(sender: Int, written: Int)],
    pauses: [(stop: Int, start: Int?)]
  ) {
    self.setting = setting
    self.pauses = pauses
    messages = arrivals.enumerated().map {
      Message(sender: $1.sender, written: $1.written, due: $1.written, order: $0)
    }
    orders = arrivals.count
  }

  mutating func run() {
    var now = -1
    while let next = nextTime(after: now), next <= setting.end {
      now = next
      if pauses.contains(where: { $0.stop == now }) { stop(now) }
      if pauses.contains(where: { $0.start == now }) {
        isDown = false
        (accepted, rejected) = (0, 0)
      }
      while let event = nextEvent(at: now) {
        switch event {
        case .message(let index): tries(index, now)
        case .session(let index): stageOver(index, now)
        }
      }
    }
  }

  private enum Event {
    case message(Int)
    case session(Int)
  }

  private func nextTime(after now: Int) -> Int? {
    let times =
      pauses.flatMap { [$0.stop, $0.start].compactMap(\.self) }
      + messages.compactMap(\.due) + sessions.map(\.time)
    return times.filter { $0 > now }.min()
  }

  /// What of a time was begun first.
  private func nextEvent(at now: Int) -> Event? {
    var best: (order: Int, event: Event)?
    for (index, message) in messages.enumerated() where message.due == now {
      if message.order < best?.order ?? .max { best = (message.order, .message(index)) }
    }
    for (index, session) in sessions.enumerated() where session.time == now {
      if session.order < best?.order ?? .max { best = (session.order, .session(index)) }
    }
    return best?.event
  }

  private mutating func nextOrder() -> Int {
    orders += 1
    return orders
  }

  /// Its sender opens a connection for a message.
  private mutating func tries(_ index: Int, _ now: Int) {
    messages[index].due = nil
    let latency = setting.senders[messages[index].sender].latency
    sessions.append(
      Session(
        message: index,
        stage: .connecting,
        time: now + 2 * latency,
        order: nextOrder(),
        isAccepted: false
      )
    )
  }

  private mutating func stageOver(_ index: Int, _ now: Int) {
    let session = sessions[index]
    let sender = setting.senders[messages[session.message].sender]
    let exchange = 2 * sender.latency
    switch session.stage {
    case .connecting:
      if isDown { return fail(index, now) }
      guard sessions.count(where: \.isAccepted) < setting.limit else {
        rejected += 1
        return fail(index, now)
      }
      accepted += 1
      sessions[index].isAccepted = true
      go(index, .greeting, now + exchange + setting.greeting)
    case .greeting: go(index, .hello, now + exchange)
    case .hello: go(index, .sender, now + exchange)
    case .sender: go(index, .recipient, now + exchange)
    case .recipient:
      if sender.isTooLarge {
        messages[session.message].returned = now
        go(index, .quit, now + exchange)
      } else {
        go(index, .data, now + exchange)
      }
    case .data: go(index, .body, now + exchange + sender.body + setting.taking)
    case .body:
      messages[session.message].taken = now
      go(index, .quit, now + exchange)
    case .quit: sessions.remove(at: index)
    }
  }

  private mutating func go(_ index: Int, _ stage: Stage, _ time: Int) {
    sessions[index].stage = stage
    sessions[index].time = time
    sessions[index].order = nextOrder()
  }

  /// Its sender tries again after a while, or gives up if it has tried for long enough.
  private mutating func fail(_ index: Int, _ now: Int) {
    let message = sessions.remove(at: index).message
    if now >= messages[message].written + setting.patience {
      messages[message].returned = now
      return
    }
    let number = messages[message].failures
    messages[message].failures += 1
    messages[message].due = now + setting.retries[min(number, setting.retries.count - 1)]
    messages[message].order = nextOrder()
  }

  /// All sessions break, also those that are being made, the oldest first; what was not yet taken over is
  /// tried again.
  private mutating func stop(_ now: Int) {
    isDown = true
    while let oldest = sessions.first {
      if oldest.stage == .quit { sessions.removeFirst() } else { fail(0, now) }
    }
  }
}
