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
    /// When the service took it over, from when on its time runs.
    var taken: Int
    /// When it stood in line for the first time.
    var queued: Int
    var failures: [Int] = []
    var returned: Int? = nil
    /// When it is due; meaningless while it is on a connection.
    var due: Int
    /// Its place among those that are due since the same time.
    var rank = 0
    /// When its attempt fails.
    var until: Int? = nil
    /// Whether the connection of that attempt will never be counted down.
    var isLost = false
  }

  /// How long it takes to look a host up, which counts for the attempt; then its manner shows.
  var lookUp: Int
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

  /// Whether messages for two domains have been due since the same tick: whose turn it is, nothing says.
  private(set) var isUndecided = false

  private var isDown = false
  private var ranks = 0

  init(
    lookUp: Int,
    hostLimit: Int,
    totalLimit: Int,
    retries: [Int],
    expiry: Int,
    manners: [[Manner]],
    restarts: [(stop: Int, start: Int)],
    arrivals: [(domain: Int, taken: Int, queued: Int)],
    end: Int
  ) {
    self.lookUp = lookUp
    self.hostLimit = hostLimit
    self.totalLimit = totalLimit
    self.retries = retries
    self.expiry = expiry
    self.manners = manners
    self.restarts = restarts
    messages = arrivals.map {
      Message(domain: $0.domain, taken: $0.taken, queued: $0.queued, due: $0.queued)
    }
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
        }
      }
      if restart.stop == now { line(now) }
      if restart.start == now {
        isDown = false
        for index in messages.indices where messages[index].queued <= now {
          messages[index].due = now
        }
      }
    }
  }

  /// The line in which all stand at the next start: those that were due in front, then those that
  /// waited, by when they failed.
  private mutating func line(_ now: Int) {
    let line = messages.indices.filter { messages[$0].queued <= now }.map { index in
      let message = messages[index]
      let isDue = message.due <= now
      return (index, isDue ? 0 : 1, isDue ? message.due : message.failures.last!, message.rank)
    }
    .sorted { ($0.1, $0.2, $0.3, $0.0) < ($1.1, $1.2, $1.3, $1.0) }
    for entry in line { messages[entry.0].rank = nextRank() }
  }

  private mutating func fail(_ now: Int) {
    if isDown { return }
    // Who began first fails first where several fail at once, and is first in line again.
    let failing = messages.indices.filter { messages[$0].until == now }
      .sorted { messages[$0].rank < messages[$1].rank }
    for index in failing {
      messages[index].rank = nextRank()
      let number = messages[index].failures.count
      if messages[index].isLost { lost[messages[index].domain] += 1 }
      messages[index].until = nil
      messages[index].failures.append(now)
      messages[index].due = now + retries[min(number, retries.count - 1)]
      if now >= messages[index].taken + expiry { messages[index].returned = now }
    }
  }

  private mutating func expire(_ now: Int) {
    if isDown { return }
    for index in messages.indices {
      let message = messages[index]
      if message.until == nil, message.returned == nil, now >= message.taken + expiry {
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
        if message.queued > now || open(message.domain) >= hostLimit { continue }
        if let other = chosen.map({ messages[$0] }), other.due == message.due {
          isUndecided = isUndecided || other.domain != message.domain
        }
        if let other = chosen.map({ messages[$0] }),
          (other.due, other.rank) <= (message.due, message.rank)
        {
          continue
        }
        chosen = index
      }
      guard let chosen, manners.indices.reduce(0, { $0 + open($1) }) < totalLimit else { return }
      let manner = manners[messages[chosen].domain].last { $0.from <= now + lookUp }!
      messages[chosen].until = now + manner.lasts
      messages[chosen].rank = nextRank()
      messages[chosen].isLost = manner.isLost
    }
  }

  private mutating func nextRank() -> Int {
    ranks += 1
    return ranks
  }

  private func open(_ domain: Int) -> Int {
    lost[domain] + messages.filter { $0.domain == domain && $0.until != nil }.count
  }

  private func nextTime(after now: Int) -> Int? {
    var times: [Int] = restarts.flatMap { [$0.stop, $0.start] }
    for message in messages where message.returned == nil {
      times += [message.queued, message.due, message.taken + expiry]
      if let until = message.until { times.append(until) }
    }
    return times.filter { $0 > now }.min()
  }
}
