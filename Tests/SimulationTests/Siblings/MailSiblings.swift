import Kernel
import Plan
import Record

/// Siblings that show in the mail: queues, connectors, the Internet Mail Service.
enum MailSiblings {
  static let all = internetMail + connectors

  private static func internet(_ version: String, _ service: String = "", mail: String) -> String {
    """
    run: { duration: 3d, seed: 21, sample: 1h }
    hosts:
      HUB1: { os: NT 4.0 Server SP4 }
    exchange:
      HUB1: { version: \(version), mailboxes: 50, internet-mail: { domain: firm.example\(service) } }
    internet:
      first.example:
        hosts:
          mx1.first.example: { preference: 10, manner: silent }
          mx2.first.example: { preference: 20 }
      gone.example: { hosts: { mx.gone.example: { manner: unreachable } } }
      sound.example: { hosts: { mx.sound.example: {} } }
    mail:
      \(mail)
    """
  }

  private static let internetMail = [
    // The silent host is preferred: a sound service goes on to the other one.
    Sibling(
      "Q182821",
      at: .hours(20),
      shown: 0...0,
      sound: 150...400,
      control: [("5.0 SP2", "5.5 SP1")],
      site: internet("5.0 SP2", mail: "out: { from: HUB1, to: first.example, volume: 10/hour }"),
      sign: { Int(try $0.flow("out").delivered) }
    ),
    // Three things at once, each of which can be missing.
    Sibling(
      "Q239816",
      at: .hours(12),
      shown: 1...1,
      control: [
        ("5.5 SP2", "5.5 SP4"), ("logging: maximum", "logging: medium"),
        ("gone.example, volume", "sound.example, volume"), ("percent-in-subject: 5%", "other: 5%"),
      ],
      site: internet(
        "5.5 SP2",
        ", logging: maximum",
        mail:
          "out: { from: HUB1, to: gone.example, volume: 20/hour, traits: { percent-in-subject: 5% } }"
      ),
      sign: { try $0.process("MSExchangeIMC", on: "HUB1").state == .stopped ? 1 : 0 }
    ),
    Sibling(
      "Q232279",
      at: .hours(30),
      // At once, and at each of three starts.
      shown: 4...4,
      control: [("5.5 SP2", "5.5 SP3"), ("malformed: 2%", "other: 2%")],
      site: internet(
        "5.5 SP2",
        mail:
          "in: { from: sound.example, to: HUB1, volume: 20/hour, traits: { malformed: 2% } }"
      ) + """

        changes:
          first: { at: 24h, host: HUB1, does: [ { start: MSExchangeIMC } ] }
          second: { at: 25h, host: HUB1, does: [ { start: MSExchangeIMC } ] }
          third: { at: 26h, host: HUB1, does: [ { start: MSExchangeIMC } ] }
        """,
      sign: { Int(try $0.process("MSExchangeIMC", on: "HUB1").stopCount) }
    ),
    Sibling(
      "Q155036",
      at: .hours(48),
      // All ten threads are lost, and everything stands in the queue.
      shown: 100...960,
      sound: 0...1,
      control: [("4.0 SP4", "4.0 SP5"), ("binhex: 5%", "other: 5%")],
      site: internet(
        "4.0 SP4",
        mail: "in: { from: sound.example, to: HUB1, volume: 20/hour, traits: { binhex: 5% } }"
      ),
      sign: { try $0.counter(#"MSExchangeIMC\Queued Inbound"#, on: "HUB1") ?? -1 }
    ),
    Sibling(
      "Q258319",
      at: .hours(12),
      shown: 0...1,
      sound: 2_000...4_000,
      control: [("5.5 SP3", "5.5 SP4"), ("long-dbcs-name: 5%", "other: 5%")],
      site: internet(
        "5.5 SP3",
        mail:
          "out: { from: HUB1, to: sound.example, volume: 20/hour, traits: { long-dbcs-name: 5% } }"
      ),
      sign: { try $0.counter(#"LogicalDisk(C:)\Free Megabytes"#, on: "HUB1") ?? -1 }
    ),
    Sibling(
      "Q188341",
      at: .hours(12),
      shown: 1...1,
      control: [("5.5 RTM", "5.5 SP1"), ("authentication-out-of-turn: 10%", "other: 10%")],
      site: internet("5.5 RTM", mail: "out: { from: HUB1, to: sound.example, volume: 10/hour }")
        + """

        activities:
          PEERS: { host: HUB1, process: msexcimc.exe, rate: 5/hour, traits: { authentication-out-of-turn: 10% } }
        """,
      sign: { try $0.process("MSExchangeIMC", on: "HUB1").state == .stopped ? 1 : 0 }
    ),
    Sibling(
      "Q193862",
      at: .hours(48),
      shown: 1...20,
      sound: 0...0,
      control: [("5.5 RTM", "4.0 SP5"), ("from: sound.example, to: HUB1", "from: HUB1, to: HUB1")],
      site: internet("5.5 RTM", mail: "in: { from: sound.example, to: HUB1, volume: 400/hour }"),
      sign: { try $0.counter(#"MSExchangeIMC\Queued MTS-IN"#, on: "HUB1") ?? -1 }
    ),
  ]

  private static func sites(_ version: String, kind: String, volume: String) -> String {
    """
    run: { duration: 2d, seed: 22, sample: 1h }
    hosts:
      ONE: { os: NT 4.0 Server SP4 }
      TWO: { os: NT 4.0 Server SP4 }
    exchange:
      ONE: { version: \(version), site: NORTH, mailboxes: 50, transfer-agent: { control-blocks: 20 } }
      TWO: { version: \(version), site: SOUTH, mailboxes: 50 }
    connectors:
      BETWEEN: { between: [ONE, TWO], kind: \(kind) }
    mail:
      across: { from: ONE, to: TWO, volume: \(volume) }
    """
  }

  private static let connectors = [
    // A short fault, and mail never passes again.
    Sibling(
      "Q232602",
      at: .hours(48),
      shown: 500...4_000,
      sound: 0...5,
      control: [("5.5 SP2", "5.5 SP3"), ("from: 24h, for: 30m", "from: 47h, for: 1s")],
      site: sites("5.5 SP2", kind: "site", volume: "100/hour")
        + "\nfaults: { line: { connector: BETWEEN, from: 24h, for: 30m } }",
      sign: { Int(try $0.flow("across").waiting) }
    ),
    Sibling(
      "Q194750",
      at: .hours(24),
      shown: 1...20,
      sound: 0...0,
      control: [("5.5 SP1", "5.5 SP2"), ("kind: x400", "kind: site")],
      site: sites("5.5 SP1", kind: "x400", volume: "200/hour"),
      // What is younger than an hour may be on its way; what sticks is older.
      sign: { stage in
        let old = stage.record.queues.filter { stage.record.end - $0.oldest > .hours(1) }
        return old.reduce(0) { $0 + Int($1.count) }
      }
    ),
    Sibling(
      "Q200259",
      at: .hours(20),
      // All but the listener's block are lost.
      shown: 19...19,
      control: [("5.5 SP2", "5.5 SP4"), ("kind: x400", "kind: site")],
      site: sites("5.5 SP2", kind: "x400", volume: "100/hour")
        + "\nfaults: { line: { connector: BETWEEN, from: 1h, for: 15h } }",
      sign: { stage in
        // With none left, each further attempt stands in the event log.
        let isSaid = stage.logged("MSExchangeMTA", 9_156, on: "ONE") > 0
        return isSaid ? stage.held("control-blocks", by: "Q200259", on: "ONE") : 0
      }
    ),
    Sibling(
      "Q277831",
      at: .hours(48),
      shown: 0...0,
      sound: 100...2_000,
      control: [
        ("mailboxes: 20\n", "mailboxes: 20\n    hotfixes: [Q277831]\n")
      ],
      site: """
        run: { duration: 3d, seed: 23, sample: 1h }
        hosts:
          HUB1: { os: NT 4.0 Server SP6 }
        exchange:
          HUB1:
            version: 5.5 SP4
            mailboxes: 20
            msmail-connector:
              post-office: HQ/SHADOW
              enforce-retry-limits: true
              instances: { PCMTA-LAN: { serves: [HQ/SALES], poll: 5m } }
        post-offices:
          HQ/SALES: { mailboxes: 50, routes: { HQ/SHADOW: direct } }
        mail:
          out: { from: HUB1, to: HQ/SALES, volume: 10/hour }
        faults: { share: { post-office: HQ/SALES, from: 1h } }
        """,
      sign: { Int(try $0.flow("out").returned.reduce(0) { $0 + $1.count }) }
    ),
    Sibling(
      "Q114124",
      at: .hours(20),
      // Of 245 blocks two go with each call: at the 123rd there is only one left.
      shown: 123...123,
      control: [("version: 3.2.5", "version: 3.2.6"), ("link: x25", "link: async")],
      site: """
        run: { duration: 2d, seed: 24, sample: 1h }
        hosts:
          MTA1: { os: NT 4.0 Workstation SP3 }
        post-offices:
          HQ/ONE: { mailboxes: 50, routes: { HQ/TWO: direct } }
          HQ/TWO: { mailboxes: 50, routes: { HQ/ONE: direct } }
        external:
          EXT: { host: MTA1, version: 3.2.5, serves: [HQ/ONE, HQ/TWO], link: x25, cycle: 5m }
        mail:
          between: { from: HQ/ONE, to: HQ/TWO, volume: 12/hour }
        """,
      sign: { stage in
        let external = try stage.process("external.exe", on: "MTA1")
        return external.state == .hanging ? stage.triggers("Q114124", on: "MTA1") : 0
      }
    ),
  ]
}
