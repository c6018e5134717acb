import Text

/// Something that can be explained: its name, a sentence, and a page that is made when it is asked for.
struct Explanation: Sendable {
  let group: ExplanationGroup
  let name: String
  /// What else leads to it.
  let otherNames: [String]
  let summary: String
  let page: @Sendable () -> Page

  init(
    _ group: ExplanationGroup,
    _ name: String,
    otherNames: [String] = [],
    _ summary: String,
    page: @escaping @Sendable () -> Page
  ) {
    self.group = group
    self.name = name
    self.otherNames = otherNames
    self.summary = summary
    self.page = page
  }

  /// Whether somebody who writes `query`, in small letters, means it.
  func answers(_ query: String) -> Bool {
    name.lowercased() == query || otherNames.contains { $0.lowercased() == query }
  }
}

/// What can be explained, by kind; the raw value lists the kind.
enum ExplanationGroup: String, CaseIterable, Sendable {
  case keys
  case records
  case codes
  case articles
  case counters
  case events
  case decisions
  case attributes
  case mechanisms
  case resources
  case passages
  case words
  case products
  case hotfixes
  case services
  case exitCodes = "exit-codes"

  /// What one of them is called.
  var one: String {
    switch self {
    case .exitCodes: "exit code"
    case .keys, .records, .codes, .articles, .counters, .events, .decisions, .attributes,
      .mechanisms, .resources, .passages, .words, .products, .hotfixes, .services:
      String(rawValue.dropLast(self == .hotfixes ? 2 : 1))
    }
  }

  /// What they are.
  var meaning: String {
    switch self {
    case .keys: "What can stand in a topology, by its path."
    case .records: "The mappings of a topology, each with its keys."
    case .codes: "What a text can break, as it stands in brackets before a mistake."
    case .articles: "The defects that are known, by the articles that tell of them."
    case .counters: "The objects of Performance Monitor and their counters."
    case .events: "What happens at a site and can set off a defect."
    case .decisions: "What a sound process decides rightly and a defect can decide wrongly."
    case .attributes: "What can be asked of an event or a decision."
    case .mechanisms: "What a defect can do."
    case .resources: "What can be taken and not be given back."
    case .passages: "The ways that mail and clients take through a process."
    case .words: "The other words that a topology has for choices."
    case .products: "Products and operating systems, each with its releases and their builds."
    case .hotfixes: "Corrections between releases, with the files that they bring."
    case .services: "What runs on a host, by its file."
    case .exitCodes: "What mailroom tells whoever called it."
    }
  }
}
