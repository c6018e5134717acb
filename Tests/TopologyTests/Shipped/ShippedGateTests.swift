import Plan
import Schema
import Testing

@Suite("Defects in shipped topologies")
struct ShippedGateTests {
  /// Where the gates are open, as `Q260554 on HUB1`.
  private func open(_ text: String) throws -> [String] {
    let topology = ReadTopology(text)
    let plan = try #require(topology.plan, "\(topology.report)")
    return plan.sites.filter(\.verdict.isOpen).map {
      "\(plan.defects[$0.defect].id) on \(plan.hosts[$0.host.index].name)"
    }
  }

  @Test(
    "Each article is in force in its own file, on the host that is meant, and nowhere else",
    arguments: [
      ("Q175982", "HUB1"), ("Q192265", "WEB1"), ("Q197142", "HUB1"), ("Q214573", "MAIL1"),
      ("Q260554", "HUB1"),
    ]
  )
  func ownFile(article: String, host: String) throws {
    #expect(try open(ShippedFiles.text(ShippedFiles.about(article))) == ["\(article) on \(host)"])
  }

  @Test("None is in force elsewhere", arguments: ["average-site.yaml", "small.yaml"])
  func healthy(name: String) throws {
    #expect(try open(ShippedFiles.text(name)) == [])
  }

  /// A change that the comments of a file name as one that shuts the gate.
  struct Remedy: Sendable, CustomTestStringConvertible {
    let article: String
    let old: String
    let new: String

    init(_ article: String, _ old: String, _ new: String) {
      (self.article, self.old, self.new) = (article, old, new)
    }

    var testDescription: String { "\(article): \(new)" }

    static let all = [
      Remedy("Q175982", "version: 5.5 RTM", "version: 5.5 SP1"),
      Remedy("Q175982", "version: 5.5 RTM", "version: 5.0 SP2"),
      Remedy("Q192265", "NT 4.0 Server SP3, memory: 96 MiB", "NT 4.0 Server SP4, memory: 96 MiB"),
      Remedy("Q192265", "SP3, memory: 96 MiB, installed: [SMTPSVC]", "SP3, memory: 96 MiB"),
      Remedy("Q197142", "version: 5.5 SP1", "version: 5.5 SP2"),
      Remedy("Q197142", "version: 5.5 SP1", "version: 5.5 SP1\n    hotfixes: [Q197142]"),
      Remedy("Q197142", "version: 5.5 SP1", "version: 5.0 SP2"),
      Remedy("Q214573", "version: 5.0 SP2", "version: 5.0 SP2\n    hotfixes: [Q214573]"),
      Remedy("Q214573", "version: 5.0 SP2", "version: 5.5 RTM"),
      Remedy("Q260554", "os: Windows 2000 Server SP1", "os: NT 4.0 Server SP6"),
      Remedy("Q260554", "version: 5.5 SP3", "version: 5.5 SP4"),
      Remedy("Q260554", "version: 5.5 SP3", "version: 5.5 SP3\n    hotfixes: [Q269183]"),
    ]
  }

  @Test("One change shuts it, and the reader says that it cannot show", arguments: Remedy.all)
  func remedy(_ remedy: Remedy) throws {
    let text = ShippedFiles.text(ShippedFiles.about(remedy.article))
    // The words stand in a comment too, between backquotes.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let isComment = line.drop { $0 == " " }.hasPrefix("#")
      return isComment
        ? String(line)
        : line.split(separator: remedy.old, omittingEmptySubsequences: false)
          .joined(separator: remedy.new)
    }
    let changed = lines.joined(separator: "\n")
    try #require(changed != text)
    // Exchange 5.0 instead brings a defect of its own, which nothing here sets off.
    let isOpen = try open(changed).contains { $0.hasPrefix(remedy.article) }
    #expect(!isOpen)
    let said = ReadTopology(changed).reading.diagnostics.map(\.rule.code)
    #expect(said.contains("gate-shut"), "\(ReadTopology(changed).report)")
    // A role that is gone takes its counters along.
    let isRest = said.allSatisfy { ["gate-shut", "counter-never-there"].contains($0) }
    #expect(isRest, "\(ReadTopology(changed).report)")
  }
}
