import Kernel
import Plan
import Record

/// Siblings that show on a host: handles, memory, threads, pools, counters.
enum HostSiblings {
  static let all = remote + stores + activities

  private static func watched(_ system: String, _ tool: String, every: String) -> String {
    """
    run: { duration: 2d, seed: 31, sample: 1h }
    hosts:
      WEB1: { os: \(system), memory: 256 MiB, installed: [SMTPSVC, SNMP] }
    administrators:
      WATCH: { tool: \(tool), runs: remotely, against: [WEB1], every: \(every) }
    """
  }

  private static let remote = [
    // Newer is not always better: the service pack brings the leak.
    Sibling(
      "Q259042",
      at: .minutes(601),
      shown: 60...60,
      control: [
        ("NT 4.0 Server SP6", "NT 4.0 Server SP5"), ("runs: remotely", "runs: locally"),
        ("NT 4.0 Server SP6", "Windows 2000 Server SP1"),
      ],
      site: watched("NT 4.0 Server SP6", "regedt32", every: "10m"),
      sign: { $0.held("handles", by: "Q259042", on: "WEB1") }
    ),
    Sibling(
      "Q193090",
      at: .minutes(601),
      shown: 60 * 4_096...60 * 4_096,
      control: [
        ("NT 4.0 Server SP3", "NT 4.0 Server SP4"), ("SMTPSVC, SNMP", "SMTPSVC"),
        ("runs: remotely", "runs: locally"), ("tool: srvinfo", "tool: regedt32"),
      ],
      site: watched("NT 4.0 Server SP3", "srvinfo", every: "10m"),
      sign: { $0.held("private-bytes", by: "Q193090", on: "WEB1") }
    ),
    // A key that is opened again and again, 1,000 times at each visit: at the 66th the count wraps.
    Sibling(
      "Q179827",
      at: .minutes(665),
      shown: 1...1,
      control: [
        ("NT 4.0 Server SP3", "NT 4.0 Server SP4"), ("every: 10m", "every: 11m"),
        ("value: 1000", "value: 992"),
      ],
      site: watched("NT 4.0 Server SP3", "regedt32", every: "10m"),
      companion: """
          Q990003:
            title: A program that never closes its key
            affects: [ { os: NT 4.0 } ]
            trigger: { event: registry.connect, when: { tool: regedt32 } }
            effect: [ { leak: registry-opens, amount: { value: 1000, source: assumed } } ]
            shows: []
            frees: []
            fixed: []
        """,
      sign: { try $0.process("winlogon.exe", on: "WEB1").state == .hanging ? 1 : 0 }
    ),
    // More is promised than there is, and more is shown than is promised.
    Sibling(
      "Q191614",
      at: .hours(24),
      shown: 1...1,
      control: [("NT 4.0 Server SP3", "NT 4.0 Server SP4"), ("memory: 16 MiB", "memory: 24 MiB")],
      site: """
        run: { duration: 2d, seed: 32, sample: 1h }
        hosts:
          WEB1: { os: NT 4.0 Server SP3, memory: 16 MiB, pagefile: 2 MiB, installed: [SMTPSVC, SNMP] }
        """,
      sign: { stage in
        let shown = try stage.counter(#"Memory\Committed Bytes"#, on: "WEB1") ?? 0
        let limit = try stage.counter(#"Memory\Commit Limit"#, on: "WEB1") ?? 0
        return shown > limit ? 1 : 0
      }
    ),
  ]

  private static func server(_ version: String, rest: String) -> String {
    """
    run: { duration: 40d, seed: 33, sample: 1d }
    hosts:
      MAIL1: { os: NT 4.0 Server SP3 }
    exchange:
      MAIL1: { version: \(version), mailboxes: 50 }
    \(rest)
    """
  }

  private static let stores = [
    // Between two builds of one branch, and with the hotfix of another article.
    Sibling(
      "Q216259",
      at: .hours(10),
      shown: 700 * 4_096...900 * 4_096,
      control: [
        ("5.5 SP1, hotfixes: [Q193040]", "5.5 SP1"),
        ("5.5 SP1, hotfixes: [Q193040]", "5.5 SP2"),
        ("users: 40", "users: 40, bad-passwords: 100%"),
      ],
      site: server(
        "5.5 SP1, hotfixes: [Q193040]",
        rest:
          "pop3: { ROAD: { server: MAIL1, users: 40, check: 30m, hours: always } }"
      ),
      sign: { $0.held("address-space", by: "Q216259", on: "MAIL1") }
    ),
    Sibling(
      "Q176708",
      at: .hours(10),
      // Some two hundred messages at 128 to 1,024 bytes.
      shown: 80_000...160_000,
      control: [
        ("5.0 SP1", "5.0 SP2"), ("5.0 SP1", "5.5 RTM"), ("volume: 20/hour", "volume: 1/week"),
      ],
      site: server("5.0 SP1", rest: "mail: { in: { from: MAIL1, to: MAIL1, volume: 20/hour } }"),
      sign: { $0.held("private-bytes", by: "Q176708", on: "MAIL1") }
    ),
    // Nothing happens for thirty days but that they pass.
    Sibling(
      "Q236426",
      at: .days(31),
      shown: 1...1,
      control: [
        ("5.5 SP2", "5.5 SP3"),
        (
          "mail: { }",
          "changes: { monthly: { at: 29d, host: MAIL1, does: [ { restart: MSExchangeIS } ] } }"
        ),
      ],
      site: server("5.5 SP2", rest: "mail: { }"),
      sign: { try $0.process("MSExchangeIS", on: "MAIL1").state == .hanging ? 1 : 0 }
    ),
  ]

  private static func activity(_ process: String, _ trait: String) -> String {
    "activities: { DOES: { host: MAIL1, process: \(process), rate: 10/hour, traits: { \(trait): 100% } } }"
  }

  private static let activities = [
    // One thread more every ten seconds, from the first time on.
    Sibling(
      "Q270712",
      at: .hours(2),
      shown: 600...40_000,
      control: [("5.5 SP3", "5.5 SP4"), ("folder-not-deletable", "folder-deletable")],
      site: server("5.5 SP3", rest: activity("store.exe", "folder-not-deletable")),
      sign: { $0.held("threads", by: "Q270712", on: "MAIL1") }
    ),
    Sibling(
      "Q249148",
      at: .hours(5),
      shown: 30 * 20...80 * 200,
      control: [("5.5 SP3", "5.5 SP4"), ("5.5 SP3", "5.5 SP2")],
      site: server("5.5 SP3", rest: activity("mad.exe", "backup-with-relocated-library")),
      sign: { $0.held("handles", by: "Q249148", on: "MAIL1") }
    ),
    Sibling(
      "Q186401",
      at: .hours(10),
      shown: 60 * 1_024...140 * 4_096,
      control: [("NT 4.0 Server SP3", "NT 4.0 Server SP4")],
      site: server("5.5 SP3", rest: activity("services.exe", "down-level-logon")),
      sign: { $0.held("private-bytes", by: "Q186401", on: "MAIL1") }
    ),
    Sibling(
      "Q171996",
      at: .hours(10),
      shown: 60 * 64...140 * 512,
      control: [("NT 4.0 Server SP3", "NT 4.0 Server SP4")],
      site: server("5.5 SP3", rest: activity("tool.exe", "socket-loop")),
      sign: { $0.held("nonpaged-pool", by: "Q171996", on: "MAIL1") }
    ),
  ]
}
