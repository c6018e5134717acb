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

  @Test(
    "Every range of service packs has its words",
    arguments: [
      (0, 8, "of any service pack"), (0, 9, "of any service pack"), (0, 4, "before SP4"),
      (0, 1, "RTM"), (4, 8, "from SP4"), (4, 9, "from SP4"), (4, 5, "SP4"), (7, 8, "SP6a"),
      (2, 4, "from SP2 to before SP4"), (3, 3, "of no service pack"),
    ]
  )
  func servicePacks(from: Int64, below: Int64, words: String) throws {
    let family = Int64(OperatingSystem.Family.windowsNT4.ordinal)
    let gate = Gate(
      alternatives: [],
      needs: [
        FactTest(.family, is: family), FactTest(.servicePack, from: from, below: below),
      ]
    )
    for (ordinal, name) in OperatingSystem.Family.windowsNT4.servicePacks.enumerated() {
      let facts = Facts.of("NT 4.0 Server \(name)", [:])
      let found = gate.explanation(on: "HUB1", Facts.value(facts))
      let isOpen = (from..<below).contains(Int64(ordinal))
      #expect(found.isOpen == isOpen)
      #expect(
        found.sentence
          == (isOpen
            ? "HUB1 has NT 4.0 Server \(name), which is NT 4.0 \(words)"
            : "needs NT 4.0 \(words), and HUB1 has NT 4.0 Server \(name)")
      )
    }
  }

  @Test("Of alternatives that are equally near the first is explained, as it is judged")
  func ties() {
    let names = ["A", "B", "C"]
    for number in names.indices {
      let order = names[number...] + names[..<number]
      let gate = Gate(
        alternatives: order.map { [FactTest(.installed($0), is: 1)] },
        needs: []
      )
      #expect(gate.verdict { _ in 0 }.failed.map(\.fact) == [.installed(order.first!)])
      #expect(
        gate.explanation(on: "HUB1") { _ in 0 }.opens.first == "\(order.first!) installed on HUB1"
      )
    }
  }
}
