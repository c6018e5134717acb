import Plan

/// What is said in one breath: the tests of an operating system together, any other one alone.
enum GateItem {
  case system([FactTest])
  case file(String, [FactTest])
  case other(FactTest)

  /// The tests of a conjunction.
  static func items(of tests: [FactTest]) -> [GateItem] {
    var items: [GateItem] = []
    let system = tests.filter { [.family, .edition, .servicePack].contains($0.fact) }
    var isSystemSaid = false
    for test in tests {
      switch test.fact {
      case .family, .edition, .servicePack:
        if !isSystemSaid { items.append(.system(system)) }
        isSystemSaid = true
      case .file(let file): items.append(.file(file, [test]))
      case .platform, .installed, .hotfix, .option: items.append(.other(test))
      }
    }
    return items
  }

  /// Whether it holds.
  func holds(_ facts: HostFacts) -> Bool {
    switch self {
    case .system(let tests): tests.allSatisfy { $0.passes(facts.value($0.fact)) }
    case .file(let file, let ranges):
      ranges.contains { $0.passes(facts.value(.file(file))) }
    case .other(let test): test.passes(facts.value(test.fact))
    }
  }

  /// What is asked.
  var requirement: String {
    switch self {
    case .system(let tests): GateWords.system(tests)
    case .file(let file, let ranges):
      "\(file) \(Words.plain(ranges.map(GateWords.range), "or"))"
    case .other(let test): GateWords.other(test)
    }
  }

  /// What is asked and what is there.
  func finding(_ facts: HostFacts) -> String {
    let holds = holds(facts)
    switch self {
    case .system(let tests):
      let needed = GateWords.system(tests)
      let found =
        facts.system.map { "\(facts.name) has \($0)" }
        ?? "the operating system of \(facts.name) is not known"
      return holds ? "\(found), which is \(needed)" : "needs \(needed), and \(found)"
    case .file(let file, let ranges):
      guard let value = facts.value(.file(file)) else {
        return "\(facts.name) has no \(file)"
      }
      let affected = Words.plain(ranges.map(GateWords.range), "or")
      let found = "\(file) is \(FileVersion(packed: value))"
      return holds ? "\(found), and \(affected) has it" : "\(found), and only \(affected) has it"
    case .other(let test):
      return GateWords.finding(test, holds, facts)
    }
  }
}
