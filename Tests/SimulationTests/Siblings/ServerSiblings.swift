import Kernel
import Plan
import Record

/// Siblings that show where a server decides what becomes of a message, and at the keyboard.
enum ServerSiblings {
  static let all = [
    // Nine hundred recipients make one header of 35 KiB.
    Sibling(
      "Q193639",
      at: .hours(6),
      shown: 3...3,
      control: [("5.5 SP1", "5.5 SP2"), ("recipients: 900", "recipients: 100")],
      site: """
        run: { duration: 12h, seed: 31, sample: 1h }
        hosts: { HUB1: { os: NT 4.0 Server SP4 } }
        exchange: { HUB1: { version: 5.5 SP1, mailboxes: 50, internet-mail: { domain: firm.example } } }
        internet: { sound.example: { hosts: { mx.sound.example: {} } } }
        mail:
          out:
            from: HUB1
            to: sound.example
            volume: 10/hour
            recipients: 900
            size: { median: 60 KiB, p95: 61 KiB }
        changes:
          first: { at: 4h, host: HUB1, does: [ { start: MSExchangeIMC } ] }
          second: { at: 5h, host: HUB1, does: [ { start: MSExchangeIMC } ] }
        """,
      sign: { Int(try $0.process("MSExchangeIMC", on: "HUB1").stopCount) }
    ),
    Sibling(
      "Q237182",
      at: .hours(24),
      shown: 5...200,
      control: [("5.5 SP2", "5.5 SP3"), ("unconvertible: 10%", "other: 10%")],
      site: office("5.5 SP2", mail: "from: HUB1, to: HQ/SALES", traits: "unconvertible: 10%"),
      sign: old
    ),
    // The only worker for what comes from MS Mail is lost with the first such message.
    Sibling(
      "Q151791",
      at: .hours(24),
      shown: 50...1_000,
      control: [("5.0 RTM", "5.0 SP1"), ("invalid-address: 5%", "other: 5%")],
      site: office("5.0 RTM", mail: "from: HQ/SALES, to: HUB1", traits: "invalid-address: 5%"),
      sign: old
    ),
    Sibling(
      "Q164841",
      at: .hours(24),
      // At each restart some are on associations.
      shown: 1...200,
      control: [("4.0 SP3", "4.0 SP4"), ("restart: MSExchangeMTA", "restart: MSExchangeIS")],
      site: sites("4.0 SP3", volume: "60/hour")
        + "\noperators: { O: { every: 1h, host: ONE, does: [ { restart: MSExchangeMTA } ] } }",
      sign: old
    ),
    Sibling(
      "Q164124",
      at: .hours(24),
      shown: 100_000...100_000_000,
      control: [
        ("kind: x400", "kind: site"),
        ("ONE: { os: NT 4.0 Server SP4 }", "ONE: { os: Windows 2000 }"),
      ],
      site: sites("4.0 SP3", volume: "60/hour"),
      sign: { $0.held("private-bytes", by: "Q164124", on: "ONE") }
    ),
    // Who runs a tool at the keyboard logs on there and off again.
    Sibling(
      "Q191830",
      at: .hours(24),
      shown: 100...1_000,
      control: [("SP3", "SP4"), ("locally", "remotely")],
      site: """
        run: { duration: 2d, seed: 34, sample: 1h }
        hosts: { WEB1: { os: NT 4.0 Server SP3 } }
        administrators: { A: { tool: srvinfo, runs: locally, against: [WEB1], every: 10m } }
        """,
      sign: { $0.held("handles", by: "Q191830", on: "WEB1") }
    ),
  ]

  /// How much mail has been waiting where it is for more than an hour.
  @Sendable private static func old(_ stage: Stage) -> Int {
    let record = stage.record
    return record.queues.filter { record.end - $0.oldest > .hours(1) }.reduce(0) {
      $0 + Int($1.count)
    }
  }

  private static func office(_ version: String, mail: String, traits: String) -> String {
    """
    run: { duration: 2d, seed: 32, sample: 1h }
    hosts: { HUB1: { os: NT 4.0 Server SP4 } }
    exchange:
      HUB1:
        version: \(version)
        mailboxes: 20
        msmail-connector:
          post-office: HQ/SHADOW
          instances: { PCMTA-LAN: { serves: [HQ/SALES], poll: 5m } }
    post-offices: { HQ/SALES: { mailboxes: 50, routes: { HQ/SHADOW: direct } } }
    mail: { m: { \(mail), volume: 20/hour, traits: { \(traits) } } }
    """
  }

  private static func sites(_ version: String, volume: String) -> String {
    """
    run: { duration: 2d, seed: 33, sample: 1h }
    hosts:
      ONE: { os: NT 4.0 Server SP4 }
      TWO: { os: NT 4.0 Server SP4 }
    exchange:
      ONE: { version: \(version), site: NORTH, mailboxes: 50 }
      TWO: { version: \(version), site: SOUTH, mailboxes: 50 }
    connectors: { BETWEEN: { between: [ONE, TWO], kind: x400, bandwidth: 2 kbit/s } }
    mail: { across: { from: ONE, to: TWO, volume: \(volume) } }
    """
  }
}
