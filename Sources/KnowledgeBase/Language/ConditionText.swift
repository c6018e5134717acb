import Plan
import Schema

/// Something that must hold on a host: `{ component: store.exe, from: 5.0.0, below: 5.0.1461.83 }`.
struct ConditionText: Record {
  static let name = "condition"
  static let summary = "Something that must hold on a host for a defect to be in force there."

  /// What is looked at.
  enum Subject: Sendable {
    case component(Written<String>)
    case system(SystemText)
    case installed(String)
    case option(OptionKind)
    case platform(Platform)
    case hotfix(String)
    case withoutHotfix(String)
  }

  let subject: Written<Subject>
  let from: Written<BoundText>?
  let below: Written<BoundText>?
  let level: Written<Level>?

  /// How much of an option there must be.
  enum Level: Hashable, Sendable {
    case exactly(Int)
    case atLeast(Int)
  }

  init(_ keys: inout Keys) {
    subject = keys.oneOf([
      Alternative("component", .fileName, "The version of a file lies in a range.") {
        .component($0)
      },
      Alternative("os", .system, "The operating system, of any or certain service packs.") {
        .system($0.value)
      },
      Alternative("installed", .name, "A component is installed.", example: "SMTPSVC") {
        .installed($0.value)
      },
      Alternative("option", .vocabulary, "Something is set up so.") { .option($0.value) },
      Alternative("platform", .vocabulary, "The processor's platform.") { .platform($0.value) },
      Alternative("hotfix", .articleID, "A hotfix is installed.") { .hotfix($0.value) },
      Alternative("without-hotfix", .articleID, "A hotfix is not installed.") {
        .withoutHotfix($0.value)
      },
    ])
    from = keys.optional(
      "from",
      .bound,
      "The first version that has it; without it the first of the branch.",
      example: "5.5.1960"
    )
    below = keys.optional(
      "below",
      .bound,
      "The first version that no longer has it; without it no version of the branch.",
      example: "5.5.2652.36"
    )
    level = keys.atMostOneOf([
      Alternative("is", .whole, "The value of the option.") { .exactly($0.value) },
      Alternative("at-least", .whole, "The least value of the option.") { .atLeast($0.value) },
    ])
  }
}

/// One of the alternatives of which one must hold, perhaps with further conditions of its own.
struct AlternativeText: Record {
  static let name = "alternative"
  static let summary = "What a defect affects: a range of versions, and what must hold besides."

  let condition: ConditionText
  let and: Written<[Written<ConditionText>]>

  init(_ keys: inout Keys) {
    condition = ConditionText(&keys)
    and = keys.value(
      "and",
      .list(of: .record(ConditionText.self), atLeast: 1),
      default: [],
      "What must hold besides for this alternative.",
      example: "[{ option: enforce-retry-limits, is: 0 }]",
      defaultText: "nothing more"
    )
  }
}

/// A family of operating systems, perhaps in one edition only.
struct SystemText: Hashable, Sendable {
  let family: OperatingSystem.Family
  let edition: OperatingSystem.Edition?

  /// `NT 4.0`, `NT 4.0 Workstation`
  var text: String { family.rawValue + (edition.map { " " + $0.rawValue } ?? "") }

  /// All that can be written.
  static let all = OperatingSystem.Family.allCases.flatMap { family in
    [SystemText(family: family, edition: nil)]
      + family.editions.map { SystemText(family: family, edition: $0) }
  }
}

extension Shape where Value == SystemText {
  /// A family of operating systems, perhaps with an edition.
  static var system: Shape {
    .scalar(
      .words(
        SystemText.all.map { system in
          .init(
            system.text,
            means: system.edition.map { _ in "\(system.text) only." }
              ?? "\(system.family.meaning.dropLast()), whatever its edition."
          )
        }
      ),
      placeholder: SystemText.all[0],
      write: \.text,
      parse: { text throws(Complaint) in
        if let system = SystemText.all.first(where: { $0.text == text }) { return system }
        let words = SystemText.all.map(\.text)
        // The service packs stand beside it, as a range.
        if let system = words.filter({ text.hasPrefix($0 + " ") }).max(by: { $0.count < $1.count }),
          FileVersionText.isServicePack(String(text.dropFirst(system.count + 1)))
        {
          throw Complaint(
            .wrongForm,
            "A service pack does not stand here.",
            fixes: [system],
            notes: ["service packs are a range: `from: SP6`, `below: SP4`"]
          )
        }
        throw .unknownWord(text, among: words)
      }
    )
  }
}
