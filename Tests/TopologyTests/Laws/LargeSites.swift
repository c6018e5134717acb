import Testing

/// Generated topologies of any size.
enum LargeSites {
  struct Kind: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// How many of its units are the lesser size; the greater one has ten times as many.
    let count: Int
    let text: @Sendable (Int) -> String

    init(_ name: String, _ count: Int, _ text: @escaping @Sendable (Int) -> String) {
      (testDescription, self.count, self.text) = (name, count, text)
    }
  }

  private static let head = "title: T\nrun: { duration: 1d, memory: 64 GiB }\n"
  private static let hub =
    head
    + "hosts: { HUB1: { os: NT 4.0 SP5 } }\nexchange: { HUB1: { version: 5.5 SP3, mailboxes: 5 } }\n"

  private static func lines(_ count: Int, _ line: (Int) -> String) -> String {
    (0..<count).map { "  " + line($0) + "\n" }.joined()
  }

  private static func offices(_ count: Int) -> String {
    """
    \(head)hosts: { HUB1: { os: NT 4.0 SP5 } }
    exchange:
      HUB1:
        version: 5.5 SP3
        mailboxes: 5
        msmail-connector:
          post-office: HQ/SHADOW
          instances: { P: { serves: [\((0..<count).map { "N/P\($0)" }.joined(separator: ", "))] } }
    post-offices:\n
    """
      + lines(count) {
        "N/P\($0): { mailboxes: 5, routes: { HQ/SHADOW: direct, others: via HQ/SHADOW } }"
      }
  }

  private static func servers(_ count: Int, site: (Int) -> String = { _ in "A" }) -> String {
    head + "hosts:\n" + lines(count) { "S\($0): { os: NT 4.0 SP5 }" } + "exchange:\n"
      + lines(count) { "S\($0): { version: 5.5 SP3, mailboxes: 5, site: \(site($0)) }" }
  }

  static func group(_ count: Int) -> String {
    """
    \(head)hosts: { HUB1: { os: NT 4.0 SP5 } }
    exchange:
      HUB1:
        version: 5.5 SP3
        mailboxes: 5
        msmail-connector: { post-office: HQ/SHADOW, instances: { P: { serves: [BR/PO######] } } }
    post-offices:
      BR/PO######: { mailboxes: 5, count: \(count), routes: { HQ/SHADOW: direct, others: via HQ/SHADOW } }
    mail: { m: { from: BR/PO######, to: { BR/PO######: 70%, HUB1: 30% }, volume: 2/mailbox/day } }
    """
  }

  static let kinds = [
    Kind("post offices in a group", 1_000, group),
    Kind("post offices written out, each with a flow", 60) {
      offices($0) + "mail:\n" + lines($0) { "m\($0): { from: N/P\($0), to: HUB1, volume: 2/day }" }
    },
    Kind("flows to post offices through one of many instances", 60) { count in
      offices(1).replacing(
        "{ P: { serves: [N/P0] } }",
        with: "{ " + (0..<count).map { "P\($0): { serves: [N/Q\($0)] }" }.joined(separator: ", ")
          + " }"
      ) + lines(count) { "N/Q\($0): { mailboxes: 5, routes: { HQ/SHADOW: direct } }" } + "mail:\n"
        + lines(count) { "m\($0): { from: HUB1, to: N/Q\($0), volume: 2/day }" }
    },
    Kind("servers of one site with flows", 40) { count in
      servers(count) + "mail:\n"
        + lines(count) { "m\($0): { from: S\($0), to: S\(count - 1 - $0), volume: 2/day }" }
    },
    Kind("servers with connectors of post offices, and flows to them", 40) { count in
      head + "hosts:\n" + lines(count) { "S\($0): { os: NT 4.0 SP5 }" } + "exchange:\n"
        + lines(count) {
          "S\($0): { version: 5.5 SP3, mailboxes: 5, msmail-connector: { post-office: C/S\($0),"
            + " instances: { P: { serves: [N/P\($0)] } } } }"
        } + "post-offices:\n"
        + lines(count) { "N/P\($0): { mailboxes: 5, routes: { C/S\($0): direct } }" } + "mail:\n"
        + lines(count) { "m\($0): { from: S0, to: N/P\($0), volume: 2/day }" }
        + lines(count) { "n\($0): { from: N/P\($0), to: S0, volume: 2/day }" }
    },
    Kind("sites that connectors join in pairs", 40) { count in
      servers(count) { "X\($0)" } + "connectors:\n"
        + lines(count / 2) { "C\($0): { between: [S\(2 * $0), S\(2 * $0 + 1)] }" } + "mail:\n"
        + lines(count) { "m\($0): { from: S\($0), to: S\($0 ^ 1), volume: 2/day }" }
    },
    Kind("hosts", 60) { head + "hosts:\n" + lines($0) { "H\($0): { os: NT 4.0 SP5 }" } },
    Kind("counters and expectations of many hosts", 60) { count in
      servers(count) + "observe:\n" + lines(count) { "- 'S\($0)\\Process(store)\\Handle Count'" }
        + lines(count) { "- 'S0\\MSExchangeMTA Connections(S\($0 + 1))\\Queue Length'" }
        + "expect:\n"
        + lines(count) { "- { service: 'S\($0)\\MSExchangeIS', state: running }" }
        + lines(count) { _ in "- { reproduces: Q260554 }" }
    },
    Kind("activities, each in a process of its own", 60) { count in
      hub + "activities:\n"
        + lines(count) { "a\($0): { host: HUB1, process: p\($0).exe, rate: 1/day }" }
        + "observe:\n" + lines(count) { "- 'HUB1\\Process(p\($0))\\Handle Count'" }
    },
    Kind("changes, faults and operators", 120) { count in
      hub + "changes:\n"
        + lines(count) {
          "c\($0): { at: 1h, does: [ { install: 5.5 SP4 }, { stop: MSExchangeIS } ] }"
        }
        + "faults:\n" + lines(count) { "f\($0): { host: HUB1, from: 1h }" } + "operators:\n"
        + lines(count) { "o\($0): { every: 1h, does: [ { reboot: HUB1 } ] }" }
    },
    Kind("flows that are expected, of populations and tools", 60) { count in
      hub + "mail:\n" + lines(count) { "m\($0): { from: HUB1, to: HUB1, volume: 2/day }" }
        + "expect:\n"
        + lines(count) { "- { mail: m\($0), delivered: 99% }" } + "pop3:\n"
        + lines(count) { "P\($0): { server: HUB1, users: 5 }" } + "administrators:\n"
        + lines(count) { "A\($0): { tool: srvinfo, against: [HUB1], every: 1h }" }
    },
    Kind("domains with mail hosts", 60) { count in
      hub.replacing("mailboxes: 5", with: "mailboxes: 5, internet-mail: { domain: example.com }")
        + "internet:\n" + lines(count) { "d\($0).net: { hosts: { mx.d\($0).net: {} } }" }
        + "mail:\n"
        + lines(count) { "m\($0): { from: HUB1, to: d\($0).net, volume: 2/day }" }
        + lines(count) { "n\($0): { from: d\($0).net, to: HUB1, volume: 2/day }" }
    },
    Kind("one post office with many routes", 60) { count in
      hub + "post-offices:\n  A/A: { mailboxes: 5, routes: { "
        + (0..<count).map { "N/P\($0): \($0 == 0 ? "direct" : "via N/P0")" }.joined(separator: ", ")
        + " } }\n" + lines(count) { "N/P\($0): { mailboxes: 5, routes: {} }" }
    },
    Kind("references that are misspelt", 60) { count in
      servers(count) + "mail:\n"
        + lines(count) { "m\($0): { from: T\($0), to: U\($0), volume: 2/day }" }
        + "faults:\n" + lines(count) { "f\($0): { host: V\($0) }" } + "observe:\n"
        + lines(count) { "- 'S\($0)\\Process(sttore)\\Handle Count'" } + "connectors:\n"
        + lines(count) { "c\($0): { between: [W\($0), S\($0)] }" }
    },
    Kind("flows that get stuck", 60) { count in
      offices(count) + "mail:\n"
        + lines(count) { "m\($0): { from: N/P\($0), to: HUB2, volume: 2/day }" }
        + lines(count) { "n\($0): { from: { HUB1: 50%, N/P\($0): 40% }, to: HUB1, volume: 2/day }" }
    },
    Kind("own defects", 20) { count in
      hub + "defects:\n"
        + lines(count) {
          """
          Q\(100_000 + $0):
              title: T
              affects: [ { component: store.exe, from: 5.5.1960 } ]
              trigger: { event: store.logoff }
              effect: [ { leak: handles, amount: { value: 1, source: text } } ]
              shows: []
              frees: []
              fixed: []
          """
        } + "expect:\n" + lines(count) { "- { not: Q\(100_000 + $0) }" }
    },
  ]
}
