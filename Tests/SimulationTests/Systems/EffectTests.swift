import Kernel
import Plan
import Record
import Testing

@Suite("What defects do, to the piece")
struct EffectTests {
  private static func defect(_ id: String, _ trigger: String, _ effect: String) -> String {
    """
      \(id):
        title: \(id)
        trigger: { \(trigger) }
        effect: [ { \(effect) } ]
        shows: []
        frees: []
        fixed: []

    """
  }

  private static let site = """
    title: A server
    run: { duration: 12h, seed: 3, sample: 1h }
    hosts: { HUB: { os: NT 4.0 Server SP4 } }
    exchange: { HUB: { version: 5.5 SP4, mailboxes: 10, internet-mail: { domain: f.example } } }
    internet:
      a.example: { hosts: { mx.a.example: {} } }
      old.example: { hosts: { mx.old.example: { manner: rejects-ehlo } } }

    """

  @Test("What comes every hour comes every hour while its process runs, and counts from its start")
  func every() throws {
    let stage = try Stage(
      Self.site
        + """
        changes: { restart: { at: 330m, host: HUB, does: [ { restart: MSExchangeIMC } ] } }
        defects:

        """
        + Self.defect("Q900001", "every: 1h", "leak: handles, amount: 1, holder: msexcimc.exe")
    )
    try stage.go(to: .minutes(320))
    #expect(stage.triggers("Q900001", on: "HUB") == 5)
    try stage.go(to: .minutes(389))
    #expect(stage.triggers("Q900001", on: "HUB") == 5)
    try stage.go(to: .hours(12))
    #expect(stage.triggers("Q900001", on: "HUB") == 11)
    #expect(stage.held("handles", by: "Q900001", on: "HUB") == 6)
  }

  @Test("What comes when a host has run for so long comes anew after it has started again")
  func uptimeOfHost() throws {
    let stage = try Stage(
      Self.site
        + """
        changes: { boot: { at: 5h, host: HUB, does: [ { reboot: HUB } ] } }
        defects:

        """
        + Self.defect(
          "Q900001",
          "uptime: 2h, of: host",
          "leak: handles, amount: 1, holder: msexcimc.exe"
        )
    )
    for (minute, count) in [(119, 0), (121, 1), (419, 1), (450, 2), (719, 2)] as [(UInt64, Int)] {
      try stage.go(to: .minutes(minute))
      #expect(stage.triggers("Q900001", on: "HUB") == count, "\(minute)")
    }
  }

  @Test(
    "What nothing undoes stays shut when the host starts again",
    arguments: ["never", "reboot"]
  )
  func never(reset: String) throws {
    let stage = try Stage(
      Self.site
        + """
        mail: { m: { from: HUB, to: a.example, volume: 2400/day } }
        changes: { boot: { at: 3h, host: HUB, does: [ { reboot: HUB } ] } }
        defects:

        """
        + Self.defect("Q900001", "uptime: 1h, of: process", "latch: ims.outbound, until: \(reset)")
    )
    try stage.go(to: .minutes(65))
    let before = try stage.flow("m").delivered
    #expect(before > 50)
    try stage.go(to: .minutes(179))
    #expect(try stage.flow("m").delivered == before)
    // What has run for an hour again shuts it again.
    try stage.go(to: .minutes(235))
    #expect(try (stage.flow("m").delivered > before + 100) == (reset == "reboot"))
  }

  @Test("Of each kilobyte that a message has begun something is taken")
  func kilobytes() throws {
    for (size, pieces) in [("1536 B", 2), ("1 KiB", 1), ("100 B", 1), ("1025 B", 2)] {
      let stage = try Stage(
        Self.site
          + """
          mail:
            m: { from: HUB, to: a.example, volume: 480/day, size: { median: \(size), p95: \(size) } }
          defects:

          """
          + Self.defect(
            "Q900001",
            "event: ims.transfer",
            "leak: handles, amount: { value: 1, taken: per-kilobyte }"
          )
      )
      try stage.go(to: .hours(12))
      let count = stage.triggers("Q900001", on: "HUB")
      #expect(count > 100)
      #expect(stage.held("handles", by: "Q900001", on: "HUB") == pieces * count, "\(size)")
    }
  }

  @Test("One item stops its process at each start, until somebody removes it")
  func poison() throws {
    let text =
      Self.site
        + """
        mail: { bad: { from: HUB, to: a.example, volume: 3/day } }
        changes:
          one: { at: 8h, host: HUB, does: [ { start: MSExchangeIMC } ] }
          two: { at: 9h, host: HUB, does: [ { start: MSExchangeIMC } ] }
          gone: { at: 10h, host: HUB, does: [ { remove-items: MSExchangeIMC }, { start: MSExchangeIMC } ] }
        defects:

        """ + Self.defect("Q900001", "event: ims.convert", "poison: process")
    // One message is enough, and must be the only one.
    for seed in 1...30 as ClosedRange<UInt64> {
      let stage = try Stage(text, seed: seed)
      try stage.go(to: .hours(7))
      guard try stage.flow("bad").messages == 1 else { continue }
      try stage.go(to: .minutes(595))
      let stopped = try stage.process("MSExchangeIMC", on: "HUB")
      #expect(stopped.stopCount == 3 && stopped.state == .stopped)
      try stage.go(to: .minutes(620))
      guard try stage.flow("bad").messages == 1 else { continue }
      let started = try stage.process("MSExchangeIMC", on: "HUB")
      #expect(started.stopCount == 3 && started.state == .running)
      #expect(stage.triggers("Q900001", on: "HUB") == 1)
      return
    }
    Issue.record("no seed with one message")
  }

  @Test("A greeting by HELO is one where EHLO was not understood, and only there")
  func hello() throws {
    for (domain, phase, isMet) in [
      ("old.example", "helo", true), ("a.example", "helo", false), ("a.example", "ehlo", true),
    ] {
      let stage = try Stage(
        Self.site
          + """
          mail: { m: { from: HUB, to: \(domain), volume: 480/day } }
          defects:

          """
          + Self.defect(
            "Q900001",
            "event: ims.reply, when: { phase: \(phase) }",
            "leak: handles, amount: 1"
          )
      )
      try stage.go(to: .hours(6))
      #expect(try stage.flow("m").delivered > 50)
      #expect((stage.triggers("Q900001", on: "HUB") > 50) == isMet, "\(domain) \(phase)")
    }
  }
}
