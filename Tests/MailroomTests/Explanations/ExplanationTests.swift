import Command
import KnowledgeBase
import Plan
import Schema
import Testing
import Text
import Topology

@testable import mailroom

@Suite("Explanations")
struct ExplanationTests {
  private let explanations = Explanations.shared
  private let plain = Style(isColored: false)

  private func shown(_ query: String) -> String {
    explanations.pages(for: query).map { $0.text(width: 80, style: plain) }.joined()
  }

  @Test("whatever has a name can be asked for by it")
  func names() {
    for name in explanations.names {
      #expect(!explanations.pages(for: name).isEmpty, "\(name)")
    }
    for group in ExplanationGroup.allCases {
      #expect(explanations.all.contains { $0.group == group }, "\(group) is empty")
    }
  }

  @Test("every rule, article, event, counter and exit code is there")
  func complete() {
    let names = Set(explanations.names)
    let rules = Rule.reading + TopologyRule.all + Rule.products + Rule.articles
    let words =
      EventKind.allCases.map(\.rawValue) + DecisionKind.allCases.map(\.rawValue)
      + AttributeKind.allCases.map(\.rawValue) + MechanismKind.allCases.map(\.rawValue)
      + ResourceKind.allCases.map(\.rawValue) + Passage.allCases.map(\.rawValue)
      + Trend.allCases.map(\.rawValue) + Reset.allCases.map(\.rawValue)
      + Survival.allCases.map(\.rawValue) + OptionKind.allCases.map(\.rawValue)
      + Symptom.allCases.map(\.rawValue)
    let counters = CounterObject.all.flatMap { [$0.name] + $0.counters.map(\.name) }
    for name in rules.map(\.code) + Articles.all.map(\.id) + words + counters
      + ExitCode.allCases.map({ "\($0.rawValue)" })
    {
      #expect(names.contains(name), "\(name)")
    }
  }

  @Test("a page begins with the name and a sentence, and its sentences wrap", arguments: [60, 80])
  func pages(_ width: Int) {
    for explanation in explanations.all {
      let page = explanation.page()
      let lines = page.text(width: width, style: plain).split(separator: "\n")
      #expect(!page.summary.isEmpty, "\(explanation.name)")
      #expect(lines[0].hasPrefix("\(page.title): ") || lines[0] == "\(page.title):")
      let literal = page.blocks.flatMap { block in
        if case .lines(_, let lines) = block { lines } else { [String]() }
      }
      for line in lines where displayWidth(String(line)) > width {
        let isLiteral = literal.contains { line.hasSuffix($0) }
        let words = line.split(separator: " ").count
        #expect(isLiteral || words <= 2, "\(explanation.name): \(line)")
      }
    }
  }

  @Test("what an article needs, does and assumes stands on its page with its source")
  func articles() {
    for article in Articles.all {
      let text = shown(article.id).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      for value in article.values where value.path.hasPrefix("effect") {
        #expect(text.contains(value.text), "\(article.id): \(value.path) \(value.text)")
        if value.provenance == .assumed { #expect(text.contains("assumed"), "\(article.id)") }
      }
      for sign in article.defect.signs {
        if case .counter(let path, _) = sign { #expect(text.contains("\(path)")) }
      }
    }
    let store = shown("Q214573")
    #expect(store.hasPrefix("Q214573 (article): XADM: Store Handle Leak"))
    #expect(store.contains("affects  store.exe 5.0 before 5.0.1461.83\n"))
    #expect(store.contains("leak of handles: 1 each time (the article says so), never given back"))
    #expect(store.contains("counted with services.exe, freed when store.exe ends"))
    #expect(store.contains("fixed    hotfix Q214573\n           Exchange 5.5 RTM\n"))
  }

  @Test(
    "a key is found by its path, with any names, by its end, and by what stands under a name",
    arguments: [
      ("hosts.*.memory", ["hosts.*.memory"]), ("hosts.HUB1.memory", ["hosts.*.memory"]),
      ("hosts.HUB1", ["host"]), ("run", ["run", "run (record)"]),
      ("HUB1\\Process(store)\\Handle Count", ["Process\\Handle Count"]),
      ("handle count", ["Process\\Handle Count"]),
      ("counters", ["counters"]), ("65", ["exit code 65"]), ("nonsense", []), ("", []),
    ]
  )
  func finding(_ query: String, _ titles: [String]) {
    #expect(explanations.pages(for: query).map(\.title) == titles)
  }

  @Test("a name that many keys have lists their paths")
  func many() {
    let text = shown("host")
    #expect(text.hasPrefix("host: "))
    #expect(text.contains("  faults.*.host "))
    #expect(text.contains("\nhost (record): "))
  }

  @Test(
    "a misspelt name has a near one",
    arguments: [
      ("hosts.*.memroy", "hosts.*.memory"), ("unknwon-key", "unknown-key"), ("Q214537", "Q214573"),
      ("Handel Count", "Handle Count"), ("exit-code", "exit-codes"), ("risng", "rising"),
    ]
  )
  func nearest(_ query: String, _ name: String) {
    #expect(explanations.pages(for: query).isEmpty)
    #expect(explanations.nearest(to: query).contains(name))
  }

  @Test("nothing of a query does anything to a terminal")
  func hostile() {
    var console = Console.remembering()
    let program = Program(mailroom, version: "0")
    #expect(program.run(["explain", "\u{1B}[2J"], &console) == .usage)
    #expect(console.complained.contains("‘\\u{1B}[2J’"))
  }
}
