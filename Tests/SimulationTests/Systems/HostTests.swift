import Kernel
import Plan
import Record
import Testing

@Suite("Hosts and their services")
struct HostTests {
  private static let site = """
    title: A host
    run: { duration: 12h, seed: 3, sample: 1h }
    hosts: { HUB: { os: NT 4.0 Server SP4 } }
    exchange: { HUB: { version: 5.5 SP4, mailboxes: 10, internet-mail: { domain: f.example } } }

    """

  /// Something that takes nearly all handles of a process after an hour.
  private static func hunger(_ id: String, _ image: String) -> String {
    """
      \(id):
        title: \(id)
        trigger: { uptime: 1h, of: process }
        effect: [ { leak: handles, amount: 9300, holder: \(image), owner: \(image) } ]
        shows: []
        frees: []
        fixed: []

    """
  }

  @Test("A host is slow and busy as long as one of several limits is nearly met")
  func severalLimits() throws {
    func stage(_ defects: String) throws -> Stage {
      try Stage(
        Self.site
          + """
          pop3:
            P: { server: HUB, users: 20, mechanism: basic, check: 10m, hours: always, bad-passwords: 100%, retries: 0 }
          changes:
            first: { at: 2h, host: HUB, does: [ { restart: MSExchangeIMC } ] }
            second: { at: 150m, host: HUB, does: [ { restart: MSExchangeIMC } ] }

          """ + defects
      )
    }
    func pause(_ stage: Stage, _ number: Int) throws -> Interval {
      let stop = try stage.process("MSExchangeIMC", on: "HUB").stops[number]
      return try #require(stop.restarted) - stop.time
    }
    let (sound, hungry) = (
      try stage(""),
      try stage(
        "defects:\n" + Self.hunger("Q900001", "msexcimc.exe") + Self.hunger("Q900002", "store.exe")
      )
    )
    for stage in [sound, hungry] { try stage.go(to: .minutes(165)) }
    #expect(hungry.held("handles", by: "Q900001", on: "HUB") == 0)
    #expect(hungry.held("handles", by: "Q900002", on: "HUB") == 9_300)
    for number in 0..<2 {
      #expect(try pause(hungry, number) > pause(sound, number))
    }
    func refused(_ stage: Stage) throws -> Int {
      try stage.go(to: .minutes(170))
      let path = #"MSExchange Internet Protocols\POP3 Logon Failures"#
      let before = try #require(try stage.counter(path, on: "HUB"))
      try stage.go(to: .hours(4))
      return try #require(try stage.counter(path, on: "HUB")) - before
    }
    let (all, some) = (try refused(sound), try refused(hungry))
    #expect(some < all * 2 / 3, "\(some) of \(all)")
  }

  @Test("What depends on a service stops with it, and starts again with it")
  func dependents() throws {
    let stage = try Stage(
      Self.site
        + "changes: { again: { at: 1h, host: HUB, does: [ { restart: MSExchangeDS } ] } }"
    )
    try stage.go(to: .hours(2))
    for name in ["MSExchangeDS", "MSExchangeIS", "MSExchangeMTA", "MSExchangeIMC"] {
      let process = try stage.process(name, on: "HUB")
      #expect(process.stopCount == 1 && process.state == .running, "\(name)")
    }
  }

  @Test("An operator acts when it has lasted as long as is said, and not before")
  func lasting() throws {
    let stage = try Stage(
      Self.site.replacing("sample: 1h", with: "sample: 1m")
        + """
        changes: { down: { at: 1h, host: HUB, does: [ { stop: MSExchangeIMC } ] } }
        operators:
          o:
            when: { stopped: MSExchangeIMC, lasting: 90m }
            notices-after: 1m
            host: HUB
            does: [ { start: MSExchangeIMC } ]
        """
    )
    try stage.go(to: .minutes(149))
    #expect(try stage.process("MSExchangeIMC", on: "HUB").state == .stopped)
    try stage.go(to: .minutes(170))
    #expect(try stage.process("MSExchangeIMC", on: "HUB").state == .running)
  }

  @Test("Tools run in the hours of work, and what a local one leaks ends with it")
  func tools() throws {
    for (place, holder) in [("remotely", "winlogon.exe"), ("locally", "caller")] {
      let stage = try Stage(
        Self.site
          + """
          administrators:
            A: { tool: srvinfo, runs: \(place), against: [HUB], every: 10m, hours: day }
          hours: { day: { monday-to-friday: 6 am to 9 am, rest: 0% } }
          defects:
            Q900001:
              title: t
              trigger: { event: registry.connect }
              effect: [ { leak: handles, amount: 1, holder: \(holder), owner: \(holder) } ]
              shows: []
              frees: []
              fixed: []
          """
      )
      try stage.go(to: .minutes(359))
      #expect(stage.triggers("Q900001", on: "HUB") == 0)
      try stage.go(to: .hours(12))
      let count = stage.triggers("Q900001", on: "HUB")
      #expect((18...19).contains(count))
      #expect(stage.held("handles", by: "Q900001", on: "HUB") == (place == "locally" ? 0 : count))
    }
  }

  @Test("A promise is kept by what arrives at its last moment")
  func promise() throws {
    let text =
      Self.site
      + "mail: { m: { from: HUB, to: HUB, volume: 48/day, size: { median: 1 KiB, p95: 1 KiB } } }\n"
    let stage = try Stage(text)
    try stage.go(to: .hours(12))
    let time = try #require(try stage.flow("m").latency).longest
    try #require(time > 0)
    func kept(_ milliseconds: UInt64) throws -> (kept: UInt64, of: UInt64) {
      let stage = try Stage(
        text + "expect: [ { mail: m, delivered: 99%, within: \(milliseconds)ms } ]"
      )
      try stage.go(to: .hours(12))
      let counts = try #require(try stage.flow("m").withinCounts.first)
      return (counts.delivered, try stage.flow("m").delivered)
    }
    let (exact, early) = (try kept(time), try kept(time - 1))
    #expect(exact.kept == exact.of && exact.of > 10, "\(exact)")
    #expect(early.kept == 0, "\(early)")
  }
}
