import KnowledgeBase
import Plan
import Testing

@Suite("Gates in words")
struct GateExplanationTests {
  func explanation(
    _ id: String,
    _ system: String,
    _ files: [String: String],
    installed: [String] = [],
    options: [OptionKind: Int64] = [:]
  ) throws -> GateExplanation {
    let article =
      try Articles.article(id) ?? #require(
        ReadArticle(ArticleFiles.text("\(ArticleFiles.siblings)/\(id).yaml")).article
      )
    let facts = Facts.of(system, files, installed: installed, options: options)
    return article.defect.gate.explanation(on: "HUB1", Facts.value(facts))
  }

  @Test("What shuts a gate is said with what is there")
  func shut() throws {
    let system = try explanation("Q260554", "NT 4.0 Server SP4", ["async.exe": "5.5.2650"])
    #expect(system.sentence == "needs Windows 2000, and HUB1 has NT 4.0 Server SP4")
    #expect(system.opens == ["Windows 2000 on HUB1"])
    #expect(
      system.holds == [
        "async.exe is 5.5.2650, and 5.5.1960 to before 5.5.2652.36 has it"
      ]
    )
    let fixed = try explanation("Q260554", "Windows 2000 Server SP1", ["async.exe": "5.5.2653"])
    #expect(
      fixed.sentence
        == "async.exe is 5.5.2653, and only 5.5.1960 to before 5.5.2652.36 has it"
    )
    #expect(fixed.opens == ["async.exe 5.5.1960 to before 5.5.2652.36 on HUB1"])
    let both = try explanation("Q260554", "NT 4.0 Workstation RTM", [:])
    #expect(
      both.sentence
        == "HUB1 has no async.exe; needs Windows 2000, and HUB1 has NT 4.0 Workstation RTM"
    )
  }

  @Test("Ranges of several branches are named together")
  func branches() throws {
    let slots = try explanation("Q175982", "NT 4.0 Server SP3", ["msexcimc.exe": "5.5.2448"])
    #expect(
      slots.sentence
        == "msexcimc.exe is 5.5.2448, and only 5.0.1457 to before 5.0.1460"
        + " or 5.5.1960 to before 5.5.2232 has it"
    )
    let handles = try explanation("Q214573", "NT 4.0 Server SP3", ["store.exe": "5.5.1960"])
    #expect(handles.sentence == "store.exe is 5.5.1960, and only 5.0 before 5.0.1461.83 has it")
  }

  @Test("Service packs, components and options are named")
  func others() throws {
    let pack = try explanation("Q192265", "NT 4.0 Server SP4", [:], installed: ["SMTPSVC"])
    #expect(pack.sentence == "needs NT 4.0 before SP4, and HUB1 has NT 4.0 Server SP4")
    #expect(pack.holds == ["SMTPSVC is installed on HUB1"])
    let component = try explanation("Q192265", "NT 4.0 Server SP3", [:])
    #expect(component.sentence == "needs SMTPSVC installed, and HUB1 does not have it")
    let option = try explanation(
      "Q197142",
      "NT 4.0 Server SP3",
      ["msexcimc.exe": "5.5.2232"],
      options: [.rerouting: 0]
    )
    #expect(
      option.sentence == "needs the option rerouting, and it is not set up on HUB1"
    )
    let logging = try explanation(
      "Q239816",
      "NT 4.0 Server SP3",
      ["msexcimc.exe": "5.5.2232"],
      options: [.protocolLogging: 2]
    )
    #expect(
      logging.sentence == "needs the option protocol-logging at 3, and it is 2 on HUB1"
    )
    let other = try explanation("Q277831", "NT 4.0 Server SP3", ["async.exe": "5.0.1460"])
    #expect(
      other.shuts == [
        "async.exe is 5.0.1460, and only 5.5.1960 to before 5.5.2654.34 has it",
        "or else async.exe 5.5.2654.34 and what follows it in 5.5 and no option"
          + " enforce-retry-limits",
      ]
    )
  }

  @Test("An open gate says why")
  func open() throws {
    let open = try explanation(
      "Q192265",
      "NT 4.0 Server SP3",
      [:],
      installed: ["SMTPSVC"]
    )
    #expect(
      open.sentence
        == "HUB1 has NT 4.0 Server SP3, which is NT 4.0 before SP4; SMTPSVC is installed on HUB1"
    )
    #expect(open.shuts.isEmpty && open.opens.isEmpty)
  }
}
