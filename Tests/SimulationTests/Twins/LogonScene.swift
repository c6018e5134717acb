import Kernel
import Plan
import Record
import Simulation

/// A random site whose people read mail by POP3, run by the simulation and by its twin.
struct LogonScene {
  private static let minute = 600_000_000
  private static let second = 10_000_000
  private static let failures = #"MSExchange Internet Protocols\POP3 Logon Failures"#

  let text: String
  let twin: LogonTwin
  /// Whether all of one kind were busy while it was watched who comes, so that some may be unknown.
  let isBlurred: Bool
  /// What differs; nil where nothing does.
  let problem: String?

  /// What can be chosen for a site.
  private struct Setting {
    var version: String
    var badPasswords: Int
    var people: [LogonTwin.People]
    var checks: [Int]
    var changes: String
    let seed: UInt64

    var text: String {
      var text = """
        title: Logons, seed \(seed)
        run: { duration: 4h, seed: \(seed), sample: 1h }
        hosts: { MAIL1: { os: NT 4.0 Server SP4 } }
        exchange: { MAIL1: { version: \(version), mailboxes: 5, cache: 0 MiB } }
        pop3:

        """
      for (number, who) in people.enumerated() {
        text +=
          "  P\(number): { server: MAIL1, users: \(who.count), check: \(checks[number])m,"
          + " mechanism: \(who.usesNTLM ? "ntlm" : "basic"), hours: always,"
          + " bad-passwords: \(badPasswords)%, retries: \(who.retries),"
          + " retry-after: \(who.retryAfter / second)s, session: \(who.session / second)s }\n"
      }
      return text + changes
    }
  }

  init(seed: UInt64) {
    var chance = Chance(seed)
    // Whether it forgets handles at first, and after an installation.
    let (version, isDefective, isCured) = chance.pick([
      ("5.0 RTM", true, false), ("5.0 SP2", true, false), ("5.0 SP2", true, true),
      ("5.0 SP2, hotfixes: [Q214573]", false, false), ("5.5 RTM", false, false),
    ])
    let people = (0..<2).map { _ in
      LogonTwin.People(
        count: 3 + chance.below(5),
        usesNTLM: !chance.once(in: 4),
        retries: chance.below(4),
        retryAfter: (1 + chance.below(1_200)) * Self.second,
        session: (1 + chance.below(chance.once(in: 2) ? 60 : 1_800)) * Self.second
      )
    }
    let patch = 30 + chance.below(60)
    let restarts = (0..<chance.below(3)).map { 95 + 60 * $0 + chance.below(50) }
    var changes = ""
    for (number, time) in restarts.enumerated() {
      changes += "  r\(number): { at: \(time)m, host: MAIL1, does: [ { "
      changes += chance.pick(["restart: MSExchangeIS", "reboot: MAIL1", "restart: MSExchangeDS"])
      changes += " } ] }\n"
    }
    if chance.once(in: 2) {
      changes += "  away: { at: 20m, host: MAIL1, does: [ { stop: MSExchangeIS } ] }\n"
      changes +=
        "  back: { at: \(22 + chance.below(7))m, host: MAIL1, does: [ { start: MSExchangeIS } ] }\n"
    }
    if isCured {
      changes += "  cure: { at: \(patch)m, host: MAIL1, does: [ { install: Q214573 } ] }\n"
    }
    let setting = Setting(
      version: version,
      badPasswords: chance.pick([10, 50, 100]),
      people: people,
      checks: (0..<2).map { _ in 8 + chance.below(30) },
      changes: changes.isEmpty ? "" : "changes:\n" + changes,
      seed: seed
    )
    text = setting.text

    let (visits, isBlurred) = Self.visits(setting)
    self.isBlurred = isBlurred
    let (sights, record) = Self.sights(setting)
    let store = record.processes.first { $0.image == "store.exe" }!
    var lives: [LogonTwin.Life] = []
    var from = 0
    for stop in store.stops {
      let isForgetful = isDefective && !(isCured && from >= patch * Self.minute)
      lives.append(.init(from: from, until: Self.ticks(stop.time), isDefective: isForgetful))
      from = stop.restarted.map(Self.ticks) ?? Int.max
    }
    let isForgetful = isDefective && !(isCured && from >= patch * Self.minute)
    lives.append(.init(from: from, until: Int.max, isDefective: isForgetful))
    var twin = LogonTwin(
      people: people,
      lives: lives,
      visits: visits,
      turn: Self.turn,
      end: 240 * Self.minute
    )
    twin.run()
    self.twin = twin
    problem = Self.difference(twin.sights, sights)
  }

  /// What is seen before the first difference.
  private static func difference(
    _ mine: [(time: Int, sight: LogonTwin.Sight)],
    _ theirs: [(time: Int, sight: LogonTwin.Sight)]
  ) -> String? {
    for (one, other) in zip(mine, theirs) where one != other {
      return "the twin sees \(one), the site \(other)"
    }
    if mine.count == theirs.count { return nil }
    return "the twin sees \(mine.count) changes, the site \(theirs.count)"
  }

  /// Who comes, and whether with a wrong password: seen where all stay a second and nobody tries again.
  private static func visits(
    _ setting: Setting
  ) -> (visits: [(people: Int, time: Int, hasWrongPassword: Bool)], isBlurred: Bool) {
    var setting = setting
    setting.version = "5.5 SP4"
    setting.changes = ""
    for index in setting.people.indices {
      setting.people[index].retries = 0
      setting.people[index].session = second
    }
    var visits: [(people: Int, time: Int, hasWrongPassword: Bool)] = []
    var there: Set<Guest> = []
    var isBlurred = false
    watch(setting.text) { time, snapshot, _ in
      let now = Set(snapshot.connections.map(Guest.init))
      for guest in there.subtracting(now) {
        let stay = time - guest.since
        visits.append((guest.people, guest.since - turn, stay < second))
      }
      for (people, who) in setting.people.enumerated()
      where now.filter({ $0.people == people }).count + 1 >= who.count { isBlurred = true }
      there = now
    }
    // Whoever is still there when it ends has not come early enough to be told from the others.
    visits += there.map { ($0.people, $0.since - turn, false) }
    return (visits.sorted { $0.time < $1.time }, isBlurred)
  }

  /// Somebody who is connected.
  private struct Guest: Hashable {
    let people: Int
    let since: Int

    init(_ row: Snapshot.ConnectionRow) {
      people = Int(String(row.foreign.dropFirst().prefix(1)))!
      since = ticks(row.since)
    }
  }

  /// What is to be seen of the site, from which time on. The handles of services.exe are those that it
  /// has more than where the same people do not use NTLM.
  private static func sights(
    _ setting: Setting
  ) -> ([(time: Int, sight: LogonTwin.Sight)], RunRecord) {
    var basic = setting
    for index in basic.people.indices { basic.people[index].usesNTLM = false }
    guard let other = try? Stage(basic.text) else { fatalError("too large") }
    var sights: [(time: Int, sight: LogonTwin.Sight)] = [(0, .init())]
    let record = watch(setting.text) { time, snapshot, forgotten in
      try? other.go(to: Interval(ticks: UInt64(time)))
      let handles = services(snapshot) - ((try? other.snapshot(of: "MAIL1")).map(services) ?? 0)
      let failed = snapshot.counters.first { $0.name == failures }?.value ?? 0
      let sight = LogonTwin.Sight(
        failures: Int(failed),
        connections: snapshot.connections.count,
        needed: handles - forgotten,
        forgotten: forgotten
      )
      if sight != sights.last!.sight { sights.append((time, sight)) }
    }
    return (sights, record)
  }

  private static func services(_ snapshot: Snapshot) -> Int {
    Int(snapshot.processes.first { $0.image == "services.exe" }?.handles ?? 0)
  }

  /// What a message and its answer take, seen once at somebody who fails.
  private static let turn: Int = {
    let people = LogonTwin.People(
      count: 1,
      usesNTLM: false,
      retries: 0,
      retryAfter: second,
      session: second
    )
    let setting = Setting(
      version: "5.5 SP4",
      badPasswords: 100,
      people: [people],
      checks: [30],
      changes: "",
      seed: 1
    )
    var since: Int?
    var stay: Int?
    watch(setting.text) { time, snapshot, _ in
      if let row = snapshot.connections.first {
        since = ticks(row.since)
      } else if let since, stay == nil {
        stay = time - since
      }
    }
    return stay! / 2
  }()

  /// Looks at the site after all that happens at one time, with what defects have left in services.exe.
  @discardableResult
  private static func watch(
    _ text: String,
    _ look: (_ time: Int, _ snapshot: Snapshot, _ forgotten: Int) -> Void
  ) -> RunRecord {
    let plan = Trial.plan(text)
    guard var run = try? SiteRun(plan) else { fatalError("too large") }
    let request = StopRequest()
    let end = Instant.start + plan.run.duration
    while run.now < end, run.advance(until: end, events: 1, unless: request) == .budget {
      _ = run.advance(until: run.now, unless: request)
      let growing = run.progress.growing.first?.split(separator: " ")
      look(ticks(run.now), run.snapshot(of: HostID(0))!, growing.flatMap { Int($0[3]) } ?? 0)
    }
    return run.record(.complete, at: end)
  }

  private static func ticks(_ time: Instant) -> Int { Int((time - .start).ticks) }
}
