/// People who log on by POP3, written once more from what the articles say: plain arrays that are
/// searched from end to end at each step. It shares nothing with the simulation.
///
/// Times are in whole ticks. A wrong password stays wrong. An attempt while the Information Store is
/// down is refused: nobody counts it and it makes no handle, but its client tries again like others.
struct LogonTwin {
  /// People who behave alike.
  struct People {
    var count: Int
    var usesNTLM: Bool
    var retries: Int
    var retryAfter: Int
    var session: Int
  }

  /// How long a store process lives, and whether it forgets the handles of those who fail.
  struct Life {
    var from: Int
    var until: Int
    var isDefective: Bool
  }

  /// What somebody does at a time.
  enum Stage {
    case comes
    case connects
    case answers
    case leaves
    case over
  }

  /// Somebody who comes.
  struct Visit {
    var people: Int
    var hasWrongPassword: Bool
    var stage = Stage.comes
    /// When that is.
    var time: Int
    var attempts = 0
    var isConnected = false
    var hasHandle = false
  }

  /// What is to be seen from outside after all that happens at one time.
  struct Sight: Hashable {
    var failures = 0
    var connections = 0
    /// Handles in services.exe: of those whose session lasts, and those that nobody needs.
    var needed = 0
    var forgotten = 0
  }

  var people: [People]
  var lives: [Life]
  var visits: [Visit]
  /// What a message and its answer take.
  var turn: Int
  var end: Int

  /// What is seen from which time on.
  private(set) var sights: [(time: Int, sight: Sight)] = [(0, Sight())]
  private(set) var attempts = 0
  private(set) var refusals = 0

  init(
    people: [People],
    lives: [Life],
    visits: [(people: Int, time: Int, hasWrongPassword: Bool)],
    turn: Int,
    end: Int
  ) {
    self.people = people
    self.lives = lives
    self.visits = visits.map { Visit(people: $0.0, hasWrongPassword: $0.2, time: $0.1) }
    self.turn = turn
    self.end = end
  }

  mutating func run() {
    var sight = Sight()
    var now = 0
    while now <= end {
      if lives.contains(where: { $0.until == now }) { stop(&sight) }
      for index in visits.indices where visits[index].time == now { act(index, now, &sight) }
      sight.connections = visits.filter(\.isConnected).count
      sight.needed = visits.filter(\.hasHandle).count
      if sight != sights.last!.sight { sights.append((now, sight)) }
      guard let next = nextTime(after: now) else { return }
      now = next
    }
  }

  /// Whoever was connected is gone for good, and what was forgotten is freed. A new process counts
  /// from zero.
  private mutating func stop(_ sight: inout Sight) {
    sight.failures = 0
    sight.forgotten = 0
    for index in visits.indices where visits[index].isConnected {
      visits[index].isConnected = false
      visits[index].hasHandle = false
      visits[index].stage = .over
    }
  }

  private mutating func act(_ index: Int, _ now: Int, _ sight: inout Sight) {
    let who = people[visits[index].people]
    let life = lives.first { $0.from <= now && now < $0.until }
    switch visits[index].stage {
    case .comes:
      // Nobody comes twice at a time: it takes somebody who is not busy.
      let busy = visits.filter {
        $0.people == visits[index].people && $0.stage != .over && $0.stage != .comes
      }
      visits[index].stage = busy.count < who.count ? .connects : .over
      visits[index].time = now + turn
    case .connects:
      visits[index].attempts += 1
      if life == nil {
        refusals += 1
        again(index, now)
      } else {
        attempts += 1
        visits[index].isConnected = true
        visits[index].stage = .answers
        // USER and PASS; or AUTH and the messages of which the third is answered.
        visits[index].time = now + (who.usesNTLM ? 3 : 2) * turn
      }
    case .answers:
      if visits[index].hasWrongPassword {
        sight.failures += 1
        if who.usesNTLM, life!.isDefective { sight.forgotten += 1 }
        visits[index].isConnected = false
        again(index, now)
      } else {
        visits[index].hasHandle = who.usesNTLM
        visits[index].stage = .leaves
        visits[index].time = now + who.session
      }
    case .leaves:
      visits[index].isConnected = false
      visits[index].hasHandle = false
      visits[index].stage = .over
    case .over: break
    }
  }

  private mutating func again(_ index: Int, _ now: Int) {
    let who = people[visits[index].people]
    visits[index].stage = visits[index].attempts <= who.retries ? .connects : .over
    visits[index].time = now + who.retryAfter + turn
  }

  private func nextTime(after now: Int) -> Int? {
    var times = lives.flatMap { [$0.from, $0.until] }
    for visit in visits where visit.stage != .over { times.append(visit.time) }
    return times.filter { $0 > now }.min()
  }
}
