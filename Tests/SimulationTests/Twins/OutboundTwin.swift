/// The sending side of an Internet Mail Service, written once more from what the articles say: plain
/// arrays that are searched from end to end at each step. It shares nothing with the simulation.
///
/// Each domain has one mail host, which never takes a message. Times are in whole ticks.
struct OutboundTwin {
  /// What becomes of an attempt: after how long it fails, and whether its connection stays.
  struct Manner {
    var from: Int
    var lasts: Int
    var isLost: Bool
  }

  struct Message: Equatable {
    var domain: Int
    var written: Int
    var failures: [Int] = []
    var returned: Int? = nil
    /// When it is due; meaningless while it is on a connection.
    var due: Int
    /// When its attempt fails.
    var until: Int? = nil
    /// Whether the connection of that attempt will never be counted down.
    var isLost = false
  }

  var hostLimit: Int
  var totalLimit: Int
  var retries: [Int]
  var expiry: Int
  /// The manners of each domain's host, by time.
  var manners: [[Manner]]
  /// When the service is stopped and runs again.
  var restarts: [(stop: Int, start: Int)]
  var messages: [Message]
  /// Connections that are lost, for each domain.
  var lost: [Int]
  var end: Int

  private var isDown = false

  init(
    hostLimit: Int,
    totalLimit: Int,
    retries: [Int],
    expiry: Int,
    manners: [[Manner]],
    restarts: [(stop: Int, start: Int)],
    arrivals: [(domain: Int, time: Int)],
    end: Int
  ) {
    self.hostLimit = hostLimit
    self.totalLimit = totalLimit
    self.retries = retries
    self.expiry = expiry
    self.manners = manners
    self.restarts = restarts
    messages = arrivals.map { Message(domain: $0.domain, written: $0.time, due: $0.time) }
    lost = Array(repeating: 0, count: manners.count)
    self.end = end
  }

  mutating func run() {
    var now = 0
    while now <= end {
      stopAndStart(now)
      fail(now)
      expire(now)
      send(now)
      guard let next = nextTime(after: now) else { return }
      now = next
    }
  }

  private mutating func stopAndStart(_ now: Int) {
    for restart in restarts {
      if restart.stop == now {
        isDown = true
        lost = lost.map { _ in 0 }
        for index in messages.indices where messages[index].until != nil {
          messages[index].until = nil
          messages[index].due = now
        }
      }
      if restart.start == now {
        isDown = false
        for index in messages.indices where messages[index].written <= now {
          if messages[index].returned == nil { messages[index].due = now }
        }
      }
    }
  }

  private mutating func fail(_ now: Int) {
    if isDown { return }
    for index in messages.indices where messages[index].until == now {
      let number = messages[index].failures.count
      if messages[index].isLost { lost[messages[index].domain] += 1 }
      messages[index].until = nil
      messages[index].failures.append(now)
      messages[index].due = now + retries[min(number, retries.count - 1)]
      if now >= messages[index].written + expiry { messages[index].returned = now }
    }
  }

  private mutating func expire(_ now: Int) {
    if isDown { return }
    for index in messages.indices {
      let message = messages[index]
      if message.until == nil, message.returned == nil, now >= message.written + expiry {
        messages[index].returned = now
      }
    }
  }

  private mutating func send(_ now: Int) {
    if isDown { return }
    while true {
      var chosen: Int?
      for index in messages.indices {
        let message = messages[index]
        if message.returned != nil || message.until != nil || message.due > now { continue }
        if message.written > now || open(message.domain) >= hostLimit { continue }
        if let other = chosen, messages[other].due <= message.due { continue }
        chosen = index
      }
      guard let chosen, manners.indices.reduce(0, { $0 + open($1) }) < totalLimit else { return }
      let manner = manners[messages[chosen].domain].last { $0.from <= now }!
      messages[chosen].until = now + manner.lasts
      messages[chosen].isLost = manner.isLost
    }
  }

  private func open(_ domain: Int) -> Int {
    lost[domain] + messages.filter { $0.domain == domain && $0.until != nil }.count
  }

  private func nextTime(after now: Int) -> Int? {
    var times: [Int] = restarts.flatMap { [$0.stop, $0.start] }
    for message in messages where message.returned == nil {
      times += [message.written, message.due, message.written + expiry]
      if let until = message.until { times.append(until) }
    }
    return times.filter { $0 > now }.min()
  }
}
