import KnowledgeBase
import Plan
import Testing

/// Each of the five just below its fix and at it, in other branches, and without what else it needs.
@Suite("Gates of the articles")
struct GateTableTests {
  struct Case: CustomTestStringConvertible {
    let article: String
    let facts: [FactValue]
    let isOpen: Bool
    let testDescription: String
  }

  static func row(
    _ article: String,
    _ system: String,
    _ files: [String: String],
    installed: [String] = [],
    options: [OptionKind: Int64] = [:],
    _ isOpen: Bool
  ) -> Case {
    Case(
      article: article,
      facts: Facts.of(system, files, installed: installed, options: options),
      isOpen: isOpen,
      testDescription: "\(article) on \(system) with \(files) \(installed) \(options)"
    )
  }

  static func all(_ article: String, _ file: String, _ system: String, _ rows: [(String, Bool)])
    -> [Case]
  {
    rows.map { row(article, system, [file: $0.0], $0.1) }
  }

  static let transit =
    all(
      "Q260554",
      "async.exe",
      "Windows 2000 Server SP1",
      [
        ("5.5.1959.99", false), ("5.5.1960", true), ("5.5.2232", true), ("5.5.2448", true),
        ("5.5.2650", true), ("5.5.2652.35", true), ("5.5.2652.36", false), ("5.5.2653", false),
        ("5.0.2000", false), ("6.0.2000", false),
      ]
    )
    + [
      "NT 4.0 Server SP4", "NT 4.0 Server SP6a", "NT 4.0 Workstation RTM",
      "NT 4.0 Terminal Server SP3",
    ].map { row("Q260554", $0, ["async.exe": "5.5.2650"], false) }
    + ["RTM", "SP1", "SP2", "SP3", "SP4"].map {
      row("Q260554", "Windows 2000 Server \($0)", ["async.exe": "5.5.2650"], true)
    }
    + [row("Q260554", "Windows 2000 Server RTM", ["x25eicon.exe": "5.5.2650"], false)]

  static let handles = all(
    "Q214573",
    "store.exe",
    "NT 4.0 Server SP3",
    [
      ("5.0.1457.10", true), ("5.0.1458.50", true), ("5.0.1460.13", true), ("5.0.1461.82", true),
      ("5.0.1461.83", false), ("5.0.1461.84", false), ("5.5.1960", false), ("5.5.1461", false),
      ("4.0.996", false),
    ]
  )

  static let winlogon =
    ["Server", "Workstation", "Terminal Server"].flatMap { edition in
      zip(["RTM", "SP1", "SP2", "SP3", "SP4", "SP5", "SP6", "SP6a"], 0...).flatMap {
        pack,
        ordinal in
        let system = "NT 4.0 \(edition) \(pack)"
        return [
          row("Q192265", system, [:], installed: ["SMTPSVC"], ordinal < 4),
          row("Q192265", system, [:], installed: ["SNMP"], false),
          row("Q192265", system, [:], false),
        ]
      }
    } + [row("Q192265", "Windows 2000 Server RTM", [:], installed: ["SMTPSVC"], false)]

  static let slots = all(
    "Q175982",
    "msexcimc.exe",
    "NT 4.0 Server SP3",
    [
      ("4.0.996.62", false), ("5.0.1457.10", true), ("5.0.1458.49", true), ("5.0.1459.999", true),
      ("5.0.1460", false), ("5.0.1460.8", false), ("5.5.1959", false), ("5.5.1960.3", true),
      ("5.5.2231.99", true), ("5.5.2232", false), ("5.5.2232.9", false), ("5.5.2448", false),
    ]
  )

  static let stops =
    [0, 1].flatMap { rerouting in
      [
        ("5.5.1960.3", true), ("5.5.2232.9", true), ("5.5.2428.99", true), ("5.5.2429", false),
        ("5.5.2448", false), ("5.0.1460.8", false),
      ].map { version, isOpen in
        row(
          "Q197142",
          "NT 4.0 Server SP3",
          ["msexcimc.exe": version],
          options: [.rerouting: Int64(rerouting)],
          isOpen && rerouting == 1
        )
      }
    } + [row("Q197142", "NT 4.0 Server SP3", ["msexcimc.exe": "5.5.2232"], false)]

  @Test(
    "Open where it should be, shut elsewhere",
    arguments: transit + handles + winlogon + slots + stops
  )
  func table(row: Case) throws {
    let gate = try #require(Articles.article(row.article)).defect.gate
    let value = Facts.value(row.facts)
    let verdict = gate.verdict(value)
    #expect(verdict.isOpen == row.isOpen)
    let explanation = gate.explanation(on: "HUB1", value)
    #expect(explanation.isOpen == row.isOpen)
    #expect(explanation.shuts.isEmpty == row.isOpen)
    #expect(explanation.opens.isEmpty == row.isOpen)
    #expect(!explanation.sentence.isEmpty)
  }

  @Test("Service packs bring a leak back, and a hotfix cures it")
  func comesBack() throws {
    let path = "\(ArticleFiles.siblings)/Q259042.yaml"
    let gate = try #require(ReadArticle(ArticleFiles.text(path)).defect).gate
    for (pack, isOpen) in [("SP5", false), ("SP6", true), ("SP6a", true)] {
      var facts = Facts.of("NT 4.0 Server \(pack)", [:])
      facts.append(FactValue(.hotfix("Q259042"), 0))
      #expect(gate.verdict(Facts.value(facts)).isOpen == isOpen)
      facts[facts.count - 1] = FactValue(.hotfix("Q259042"), 1)
      #expect(!gate.verdict(Facts.value(facts)).isOpen)
    }
  }
}
