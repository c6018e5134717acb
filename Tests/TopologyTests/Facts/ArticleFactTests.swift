import Plan
import Testing

/// Whether each of the five articles is in force, from one topology for each in which a version, a
/// service pack, a role or a hotfix is another.
@Suite("Articles in force")
struct ArticleFactTests {
  enum Verdict: String {
    case open
    case nearly
    case shut
    /// Nothing there can trigger it.
    case absent
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let article: String
    let values: [String: String]
    let verdict: Verdict

    init(_ article: String, _ verdict: Verdict, _ values: [String: String] = [:]) {
      (self.article, self.verdict, self.values) = (article, verdict, values)
    }

    var testDescription: String {
      let values = values.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      return "\(article) is \(verdict) with \(values.joined(separator: ", "))"
    }
  }

  static let template = """
    hosts: { HUB1: { os: <os>, installed: [<installed>] } }
    exchange:
      HUB1:
        version: <version>
        hotfixes: [<hotfixes>]
        mailboxes: 5
        <connector>
        <internet>
    post-offices: { <offices> }
    internet: { example.net: { hosts: { mx.example.net: {} } } }
    """

  static let defaults = [
    "os": "NT 4.0 Server SP5", "installed": "", "hotfixes": "",
    "connector": "msmail-connector: { post-office: HQ/S, instances: { P: { serves: [HQ/A] } } }",
    "internet": "internet-mail: { domain: example.com }",
    "offices": "HQ/A: { mailboxes: 5, routes: { HQ/S: direct } }",
  ]

  static let rerouting = "internet-mail: { domain: example.com, reroute: { example.net: inbound } }"

  static let rows: [Row] =
    [
      ("4.0 SP5", Verdict.shut), ("5.0 RTM", .open), ("5.0 SP1", .open), ("5.0 SP2", .shut),
      ("5.5 RTM", .open), ("5.5 SP1", .shut), ("5.5 SP4", .shut), ("5.0.1459", .open),
      ("5.0.1460", .shut),
    ].map { Row("Q175982", $0.1, ["version": $0.0]) }
    + [
      Row("Q175982", .absent, ["version": "5.0 SP1", "internet": ""])
    ]
    + [
      ("NT 4.0 Server SP3", "SMTPSVC", Verdict.open), ("NT 4.0 Server SP4", "SMTPSVC", .nearly),
      ("NT 4.0 Server SP3", "SNMP", .nearly), ("NT 4.0 Server SP4", "", .shut),
      ("NT 4.0 Server SP3", "smtpsvc", .open), ("NT 4.0 Server RTM", "SNMP, SMTPSVC", .open),
      ("Windows 2000 Server SP1", "SMTPSVC", .nearly),
      ("Windows 2000 Server SP4", "SMTPSVC", .shut), ("NT 4.0 Server SP6a", "SMTPSVC", .nearly),
    ].map { Row("Q192265", $0.2, ["os": $0.0, "installed": $0.1, "version": "5.5 SP3"]) }
    + [
      Row("Q197142", .open, ["version": "5.5 SP1", "internet": rerouting]),
      Row("Q197142", .open, ["version": "5.5 RTM", "internet": rerouting]),
      Row("Q197142", .nearly, ["version": "5.5 SP2", "internet": rerouting]),
      Row("Q197142", .nearly, ["version": "5.5 SP1"]),
      Row("Q197142", .shut, ["version": "5.5 SP2"]),
      Row("Q197142", .nearly, ["version": "5.0 SP2", "internet": rerouting]),
      Row("Q197142", .absent, ["version": "5.5 SP1", "internet": ""]),
      Row(
        "Q197142",
        .nearly,
        ["version": "5.5 SP1", "internet": rerouting, "hotfixes": "Q197142"]
      ),
      Row("Q214573", .open, ["version": "5.0 SP2"]), Row("Q214573", .open, ["version": "5.0 RTM"]),
      Row("Q214573", .open, ["version": "5.0.1461.82"]),
      Row("Q214573", .shut, ["version": "5.0.1461.83"]),
      Row("Q214573", .shut, ["version": "5.0 SP2", "hotfixes": "Q214573"]),
      Row("Q214573", .shut, ["version": "5.5 RTM"]), Row("Q214573", .shut, ["version": "4.0 SP5"]),
    ]
    + [
      ("Windows 2000 Server SP1", "5.5 SP3", "", Verdict.open),
      ("Windows 2000 Server RTM", "5.5 RTM", "", .open),
      ("Windows 2000 Server SP1", "5.5 SP4", "", .nearly),
      ("Windows 2000 Server SP1", "5.5 SP3", "Q269183", .nearly),
      ("NT 4.0 Server SP6a", "5.5 SP3", "", .nearly), ("NT 4.0 Server SP6a", "5.5 SP4", "", .shut),
      ("NT 4.0 Server SP6a", "5.0 SP2", "", .shut),
      ("Windows 2000 Server SP1", "5.5.2652.35", "", .open),
      ("Windows 2000 Server SP1", "5.5.2652.36", "", .nearly),
    ].map { Row("Q260554", $0.3, ["os": $0.0, "version": $0.1, "hotfixes": $0.2]) }
    + [
      Row(
        "Q260554",
        .absent,
        ["os": "Windows 2000 Server SP1", "version": "5.5 SP3", "connector": "", "offices": ""]
      )
    ]

  static func text(_ values: [String: String]) -> String {
    defaults.merging(values) { $1 }.reduce(template) { $0.replacing("<\($1.key)>", with: $1.value) }
  }

  static func verdict(_ article: String, _ compiled: Compiled) -> Verdict? {
    guard let plan = compiled.plan,
      let number = plan.defects.firstIndex(where: { $0.id == article })
    else { return nil }
    guard let site = plan.sites.first(where: { $0.defect == number }) else { return .absent }
    return site.verdict.isOpen ? .open : site.verdict.isNearlyOpen ? .nearly : .shut
  }

  @Test("each is in force exactly where it says", arguments: rows)
  func verdicts(row: Row) {
    let compiled = Compiled(Self.text(row.values))
    #expect(
      Self.verdict(row.article, compiled) == row.verdict,
      "\(compiled.text)\(compiled.report)"
    )
  }

  @Test("counters are kept of what is in force, and what is assumed is listed of what nearly is")
  func consequences() throws {
    let rows: [(version: String, hotfix: String, isKept: Bool, isListed: Bool)] = [
      ("5.5 SP3", "", true, true), ("5.5 SP3", "Q269183", false, true),
      ("5.0 SP2", "", false, true), ("4.0 SP5", "", false, true),
    ]
    for row in rows {
      let compiled = Compiled(
        Self.text([
          "os": "Windows 2000 SP1", "version": row.version, "hotfixes": row.hotfix,
        ])
      )
      let plan = try #require(compiled.plan, "\(compiled.report)")
      #expect(
        plan.probes.contains { "\($0)" == "HUB1\\Process(async)\\Private Bytes" } == row.isKept,
        "\(row) \(plan.probes)"
      )
      let isListed = plan.assumptions.contains { $0.name.hasPrefix("Q260554: ") }
      #expect(isListed == row.isListed, "\(row)")
    }
    let far = Compiled(Self.text(["os": "NT 4.0 SP5", "version": "5.0 SP2"]))
    let plan = try #require(far.plan, "\(far.report)")
    #expect(!plan.assumptions.contains { $0.name.hasPrefix("Q260554: ") })
  }

  @Test("the registry is served by Winlogon on NT 4.0, and by a service of its own on Windows 2000")
  func registry() throws {
    for (system, image) in [("NT 4.0 SP3", "winlogon.exe"), ("Windows 2000 SP1", "regsvc.exe")] {
      let compiled = Compiled("hosts: { H: { os: \(system), installed: [SMTPSVC] } }")
      let plan = try #require(compiled.plan, "\(compiled.report)")
      let site = try #require(plan.sites.first { plan.defects[$0.defect].id == "Q192265" })
      #expect(site.processes.map { plan.processes[$0.index].image } == [image], "\(system)")
    }
  }

  @Test("a defect of one's own, here and in a file")
  func own() throws {
    let body = """
      title: Handle leak after SP6
      affects: [ { os: NT 4.0, from: SP6 } ]
      needs: [ { without-hotfix: Q299444 } ]
      trigger: { event: registry.disconnect, when: { caller: remote } }
      effect: [ { leak: handles, amount: { value: 1, source: assumed }, holder: registry-server, owner: registry-server } ]
      shows: [ { counter: 'Process(winlogon)\\Handle Count', is: rising } ]
      frees: [ { reboot: host, source: assumed } ]
      fixed: [ { hotfix: Q299444 } ]
      """
    let indented = body.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
    for (system, hotfixes, verdict) in [
      ("NT 4.0 SP6", "", Verdict.open), ("NT 4.0 SP6a", "", .open), ("NT 4.0 SP5", "", .nearly),
      ("NT 4.0 SP6a", "Q299444", .nearly), ("Windows 2000 SP1", "", .shut),
    ] {
      let hosts = "hosts: { H: { os: \(system), hotfixes: [\(hotfixes)] } }\n"
      let inline = Compiled(hosts + "defects:\n  Q900042:\n\(indented)\n")
      #expect(Self.verdict("Q900042", inline) == verdict, "\(system) \(inline.report)")
      let file = Compiled(
        hosts + "defects: { Q900042: mine.yaml }\n",
        files: ["mine.yaml": "article: Q900042\n" + body]
      )
      #expect(Self.verdict("Q900042", file) == verdict, "\(system) \(file.report)")
      #expect(inline.plan?.defects.last == file.plan?.defects.last)
    }
  }

  @Test("what is wrong with a file of defects is said where it is named, or in the file")
  func files() {
    let hosts = "hosts: { H: { os: NT 4.0 SP6 } }\n"
    let missing = Compiled(hosts + "defects: { Q900042: mine.yaml }")
    #expect(missing.codes == ["defect-file"])
    let text =
      "article: Q900043\ntitle: T\naffects: [ { os: NT 4.0 } ]\ntrigger: { uptime: 1d, of: host }\n"
      + "effect: [ { hang: host } ]\nshows: []\nfrees: []\nfixed: []\n"
    let other = Compiled(hosts + "defects: { Q900042: mine.yaml }", files: ["mine.yaml": text])
    #expect(other.codes.contains("defect-file"), "\(other.report)")
    let broken = Compiled(
      hosts + "defects: { Q900042: mine.yaml }",
      files: ["mine.yaml": "article: 1\n"]
    )
    #expect(broken.plan == nil)
    #expect(broken.report.contains("mine.yaml:1:"), "\(broken.report)")
  }
}
