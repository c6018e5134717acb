import Kernel
import Plan
import Schema
import Testing

@Suite("Capacities")
struct CapacityTests {
  static func capacities(
    volume: String = "100/day",
    duration: String = "2d",
    recipients: Int = 1,
    priority: String = "normal",
    retries: Int = 3,
    cycle: String = "5m",
    sample: String = "5m"
  ) throws -> Capacities {
    let compiled = Compiled(
      """
      run: { duration: \(duration), sample: \(sample), memory: 1 TiB }
      hosts: { MTA1: { os: NT 4.0 SP5 } }
      post-offices:
        HQ/A: { mailboxes: 5, routes: { others: direct } }
        HQ/B: { mailboxes: 5, routes: { others: direct } }
      external: { E1: { host: MTA1, serves: [HQ/A, HQ/B], retries: \(retries), cycle: \(cycle) } }
      mail:
        m: { from: HQ/A, to: HQ/B, volume: \(volume), recipients: \(recipients), priority: \(priority) }
      """
    )
    return try #require(compiled.plan, "\(compiled.report)").capacities
  }

  @Test("more mail, more recipients and longer waits never take less")
  func monotone() throws {
    var series: [[Capacities]] = []
    series.append(
      try ["1/day", "100/day", "10000/day", "1000000/day"].map { try Self.capacities(volume: $0) }
    )
    series.append(
      try ["1h", "6h", "1d", "9d"].map { try Self.capacities(volume: "90000/day", duration: $0) }
    )
    series.append(try [1, 2, 50, 3_000].map { try Self.capacities(recipients: $0) })
    series.append(try [0, 3, 90].map { try Self.capacities(volume: "90000/day", retries: $0) })
    series.append(
      try ["5m", "20m", "1h"].map { try Self.capacities(volume: "90000/day", cycle: $0) }
    )
    for capacities in series {
      for (less, more) in zip(capacities, capacities.dropFirst()) {
        #expect(less.copies <= more.copies)
        #expect(less.events <= more.events)
        #expect(less.budget.total <= more.budget.total)
      }
      #expect(capacities[0].budget.total < capacities.last!.budget.total)
    }
  }

  @Test(
    "What is installed in a run may open a gate, alone or with what came before, and hold mail up"
  )
  func installs() throws {
    func copies(_ gate: String, _ installs: String...) throws -> Int {
      let changes = installs.enumerated().map { number, what in
        "  c\(number): { at: \(number + 1)h, host: HUB1, does: [ { install: \(what) } ] }\n"
      }
      let compiled = Compiled(
        """
        run: { duration: 30d, memory: 1 TiB }
        hosts: { HUB1: { os: NT 4.0 SP4 } }
        exchange: { HUB1: { version: 5.5 SP2, mailboxes: 5 } }
        mail: { m: { from: HUB1, to: HUB1, volume: 900/day } }
        changes:
        \(changes.joined())
        defects:
          Q900001:
            title: Stops
            affects: [ { component: store.exe, from: 5.5.2653 } ]
            \(gate)
            trigger: { event: store.submit }
            effect: [ { stop: store.exe } ]
            shows: []
            frees: []
            fixed: []
        """
      )
      return try #require(compiled.plan, "\(compiled.report)").capacities.copies
    }
    let none = try copies("", "5.5 SP3")
    #expect(try copies("", "5.5 SP4") > none)
    #expect(try copies("needs: [ { os: NT 4.0, from: SP6 } ]", "5.5 SP4") == none)
    #expect(try copies("needs: [ { os: NT 4.0, from: SP6 } ]", "NT 4.0 SP6", "5.5 SP4") > none)
    // Before the other, which comes later or at another time.
    #expect(try copies("needs: [ { os: NT 4.0, below: SP6 } ]", "NT 4.0 SP6", "5.5 SP4") > none)
  }

  @Test("the copies are three times what arrives in the longest stay, and 64, for each recipient")
  func copies() throws {
    // An hour at least, and four cycles with three retries; and all of it may be a backlog.
    #expect(try Self.capacities(volume: "240/day").copies == 3 * 10 + 64 + 540)
    #expect(try Self.capacities(volume: "240/day", cycle: "1h").copies == 3 * 40 + 64 + 540)
    let many = try Self.capacities(volume: "240/day", recipients: 7)
    #expect(many.copies == (3 * 10 + 64 + 540) * 7)
    #expect(try Self.capacities(volume: "240/day", duration: "30m").copies == 3 * 5 + 64 + 5)
    let priorities = ["urgent": 2, "normal": 7, "non-urgent": 10]
    for (priority, days) in priorities {
      let compiled = Compiled(
        """
        run: { duration: 30d }
        hosts: { HUB1: { os: NT 4.0 SP5 } }
        exchange: { HUB1: { version: 5.5 SP3, mailboxes: 5 } }
        mail: { m: { from: HUB1, to: HUB1, volume: 24/day, priority: \(priority) } }
        """
      )
      #expect(compiled.plan?.capacities.copies == 3 * 24 * days + 64, "\(compiled.report)")
    }
  }

  @Test("where something is held up, all that comes is counted, or what there is room for")
  func held() throws {
    func copies(volume: String, _ more: String, memory: String = "1 TiB") throws -> Int {
      let compiled = Compiled(
        """
        run: { duration: 10d, memory: \(memory) }
        hosts: { MTA1: { os: NT 4.0 SP5 } }
        post-offices:
          HQ/A: { mailboxes: 5, routes: { others: direct } }
          HQ/B: { mailboxes: 5, routes: { others: direct } }
        external: { E1: { host: MTA1, serves: [HQ/A, HQ/B], retries: 3, cycle: 5m } }
        mail: { m: { from: HQ/A, to: HQ/B, volume: \(volume) } }
        \(more)
        """
      )
      return try #require(compiled.plan, "\(compiled.report)").capacities.copies
    }
    let sound = try copies(volume: "2400/day", "")
    let backlog = 24_000 * 9 / 8
    #expect(sound == 3 * 100 + 64 + backlog)
    // With less memory there is less room for a backlog, and nothing is refused for it.
    let least = try copies(volume: "2400/day", "", memory: "5 MiB")
    #expect(least >= 3 * 100 + 64 && least < sound)
    // Two hours more, or as long as the run lasts.
    let brief = "faults: { share: { post-office: HQ/B, from: 1h, for: 2h } }"
    #expect(try copies(volume: "2400/day", brief) == 3 * 100 + 64 + backlog)
    let lasting = "faults: { share: { post-office: HQ/B, from: 1h } }"
    #expect(try copies(volume: "240/day", lasting) == 300 / 10 + 64 + 2_400 * 9 / 8)
    // More than disks and mailbags hold is not counted.
    #expect(try copies(volume: "9000000/day", lasting) < 90_000_000)
  }

  @Test("a counter with a star is counted for each that it means")
  func stars() throws {
    func series(_ path: String) throws -> Int {
      let compiled = Compiled(
        """
        run: { duration: 10d }
        hosts: { WEB#: { count: 7, os: NT 4.0 SP5, disks: { C: { size: 1 GiB }, D: { size: 1 GiB } } } }
        observe: ['\(path)']
        """
      )
      return try #require(compiled.plan, "\(compiled.report)").capacities.series
    }
    let one = try series(#"WEB3\Memory\Committed Bytes"#)
    #expect(try series(#"*\Memory\Committed Bytes"#) == one + 6)
    #expect(try series(#"WEB3\LogicalDisk(*)\Free Megabytes"#) == one + 1)
    #expect(try series(#"*\LogicalDisk(*)\Free Megabytes"#) == one + 13)
  }

  @Test("the longest stay is the longest that any service of a server allows")
  func longestStay() throws {
    for (agent, service, days) in [(2, 9, 9), (9, 2, 9), (3, 3, 3), (1, 2, 2)] {
      let compiled = Compiled(
        """
        run: { duration: 30d }
        hosts: { HUB1: { os: NT 4.0 SP5 } }
        exchange:
          HUB1:
            version: 5.5 SP3
            mailboxes: 5
            transfer-agent: { expiry: { urgent: 1h, normal: \(agent)d, non-urgent: 1h } }
            internet-mail: { domain: example.com, expiry: { urgent: 1h, normal: \(service)d, non-urgent: 1h } }
        mail: { m: { from: HUB1, to: HUB1, volume: 24/day } }
        """
      )
      #expect(compiled.plan?.capacities.copies == 3 * 24 * days + 64, "\(compiled.report)")
    }
  }

  @Test("the budget is the sum of its lines")
  func budget() throws {
    for volume in ["1/day", "100000/day"] {
      let budget = try Self.capacities(volume: volume).budget
      #expect(budget.lines.reduce(0) { $0 + $1.bytes } == budget.total)
      #expect(budget.lines.allSatisfy { $0.bytes > 0 })
    }
  }

  @Test("there is room for all events and all timers at once")
  func queue() throws {
    for volume in ["1/day", "100000/day"] {
      let capacities = try Self.capacities(volume: volume)
      let line = try #require(capacities.budget.lines.first { $0.name.hasPrefix("events") })
      let (events, timers) = (capacities.events, capacities.timers)
      #expect(line.bytes == BoundedQueue.bytes(capacity: events + timers, timers: timers))
      #expect(line.bytes > BoundedQueue.bytes(capacity: events, timers: timers))
    }
  }

  @Test("a finer sample takes more, up to the most bins")
  func bins() throws {
    #expect(try Self.capacities(duration: "1d", sample: "1h").binsEach == 26)
    #expect(try Self.capacities(duration: "1d", sample: "1s").binsEach == Capacities.mostBins)
  }

  @Test("a run that does not fit is told what fits", arguments: ["", ", memory: 2 MiB"])
  func memory(given: String) throws {
    func site(_ run: String) -> Compiled {
      Compiled(
        """
        run: { duration: 30d\(run) }
        hosts: { HUB1: { os: NT 4.0 SP5 } }
        exchange: { HUB1: { version: 5.5 SP3, mailboxes: 5 } }
        mail: { m: { from: HUB1, to: HUB1, volume: 9000000/day } }
        """
      )
    }
    let compiled = site(given)
    #expect(compiled.codes == ["memory"], "\(compiled.report)")
    let diagnostic = try #require(compiled.reading.diagnostics.first)
    let words = given.isEmpty ? diagnostic.label : diagnostic.fixes.joined()
    let number = try #require(words.split(separator: " ").compactMap { Int($0) }.first, "\(words)")
    let fitting = site(", memory: \(number) GiB")
    #expect(fitting.report == "")
    let budget = try #require(fitting.plan).capacities.budget
    // What is offered is the next whole number of GiB, and one less is too little.
    #expect(budget.total <= number << 30)
    #expect(site(", memory: \(number - 1) GiB").codes == ["memory"])
    for line in budget.lines {
      #expect(diagnostic.notes.contains { $0.hasSuffix("for \(line.name)") })
    }
  }

  @Test("nothing is offered that cannot be given")
  func tooMuch() {
    let compiled = Compiled(
      """
      run: { duration: 3000d, memory: 1 GiB }
      hosts: { HUB1: { os: NT 4.0 SP5 } }
      exchange: { HUB1: { version: 5.5 SP3, mailboxes: 5 } }
      mail: { m: { from: HUB1, to: HUB1, volume: 900000000/day, recipients: 30000 } }
      """
    )
    #expect(compiled.codes == ["memory"])
    #expect(compiled.reading.diagnostics.first?.fixes == [])
  }
}
