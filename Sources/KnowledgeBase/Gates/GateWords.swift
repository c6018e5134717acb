import Plan

/// Tests of facts in words.
enum GateWords {
  /// What a conjunction asks for.
  static func requirement(_ tests: [FactTest]) -> String {
    Words.plain(GateItem.items(of: tests).map(\.requirement), "and")
  }

  /// A range of versions: `5.5.1960 to before 5.5.2652.36`.
  static func range(_ test: FactTest) -> String {
    let first = FileVersion(packed: test.from)
    let isFromFirst = first == .first(of: first.branch)
    if test.below == FileVersion.end(of: first.branch) {
      return isFromFirst ? "any \(first.branch)" : "\(first) and what follows it in \(first.branch)"
    }
    let below = FileVersion(packed: test.below)
    return isFromFirst
      ? "\(first.branch) before \(below)" : "\(first) to before \(below)"
  }

  /// A family, an edition and service packs: `NT 4.0 before SP4`.
  static func system(_ tests: [FactTest]) -> String {
    let family = tests.first { $0.fact == .family }
      .flatMap { word(OperatingSystem.Family.self, $0.from) }
    let edition = tests.first { $0.fact == .edition }
      .flatMap { word(OperatingSystem.Edition.self, $0.from) }
    var words = [family?.rawValue, edition?.rawValue].compactMap(\.self)
    if let family, let test = tests.first(where: { $0.fact == .servicePack }) {
      words.append(servicePacks(test, family.servicePacks))
    }
    return words.joined(separator: " ")
  }

  private static func servicePacks(_ test: FactTest, _ names: [String]) -> String {
    let range = Int(test.from)..<Int(test.below)
    if range.isEmpty { return "of no service pack" }
    if range.count == 1 { return names[range.lowerBound] }
    if range.lowerBound == 0 {
      return range.upperBound >= names.count
        ? "of any service pack" : "before \(names[range.upperBound])"
    }
    if range.upperBound >= names.count { return "from \(names[range.lowerBound])" }
    return "from \(names[range.lowerBound]) to before \(names[range.upperBound])"
  }

  /// A test that is neither of a file nor of the operating system.
  static func other(_ test: FactTest) -> String {
    switch test.fact {
    case .platform: word(Platform.self, test.from).map { "the platform \($0.rawValue)" } ?? ""
    case .installed(let name): "\(name) installed"
    case .hotfix(let id): test.passes(1) ? "hotfix \(id)" : "no hotfix \(id)"
    case .option(let kind): option(kind, test)
    case .file, .family, .edition, .servicePack: ""
    }
  }

  private static func option(_ kind: OptionKind, _ test: FactTest) -> String {
    let most = Int64(kind.values.upperBound)
    if most == 1 {
      return test.passes(1) ? "the option \(kind.rawValue)" : "no option \(kind.rawValue)"
    }
    if test.below == test.from + 1 { return "the option \(kind.rawValue) at \(test.from)" }
    return "the option \(kind.rawValue) at \(test.from) or more"
  }

  /// Such a test, and what is there.
  static func finding(_ test: FactTest, _ holds: Bool, _ facts: HostFacts) -> String {
    let value = facts.value(test.fact)
    let needed = other(test)
    let found: String
    switch test.fact {
    case .installed(let name):
      found =
        value == 1 ? "\(name) is installed on \(facts.name)" : "\(facts.name) does not have it"
    case .hotfix(let id):
      found = value == 1 ? "\(facts.name) has \(id)" : "\(facts.name) does not have it"
      if !holds, value == 1 { return "hotfix \(id) is installed on \(facts.name), and cures it" }
    case .platform:
      found =
        value.flatMap { word(Platform.self, $0) }.map { "\(facts.name) is \($0.rawValue)" }
        ?? "the platform of \(facts.name) is not known"
    case .option(let kind):
      found =
        switch value {
        case nil: "\(facts.name) has nothing that could be set up so"
        case 0?: "\(holds ? kind.rawValue : "it") is not set up on \(facts.name)"
        case 1? where kind.values.upperBound == 1: "\(kind.rawValue) is set up on \(facts.name)"
        case .some(let level): "\(holds ? kind.rawValue : "it") is \(level) on \(facts.name)"
        }
    case .file, .family, .edition, .servicePack: found = ""
    }
    return holds ? found : "needs \(needed), and \(found)"
  }
}
