import Command
import Text

private let names = Parameter<[String]>.names(
  "NAME",
  "What to explain: a key, a code, an article, a counter, a word, or a group of them.",
  suggestions: { Explanations.shared.names }
)

/// `mailroom explain`: says what is known of a name.
let explainCommand = CommandDeclaration(
  name: "explain",
  summary: "say what a key, a code, an article, a counter or a word means",
  examples: [
    .init("mailroom explain hosts.*.memory", "a key of a topology"),
    .init("mailroom explain unknown-key", "a code that check printed"),
    .init("mailroom explain Q214573", "an article: what it affects, and what helps"),
    .init("mailroom explain 'Handle Count'", "a counter"),
    .init("mailroom explain exit-codes", "all of a group"),
    .init("mailroom explain", "what there is to explain"),
  ],
  parameters: [names.declaration]
) { arguments, console in
  let explanations = Explanations.shared
  if arguments[names].isEmpty {
    console.write(explanations.contents.text(width: console.width, style: console.style))
    return .fine
  }
  var code = ExitCode.fine
  var isFirst = true
  for name in arguments[names] {
    let pages = explanations.pages(for: name)
    if pages.isEmpty {
      let error = UsageError(
        "nothing is known of ‘\(printable(name))’",
        nearest: explanations.nearest(to: name)
      )
      console.complain("mailroom: \(error)")
      if error.nearest.isEmpty {
        console.complain("  ‘mailroom explain’ shows what there is to explain")
      }
      code = .usage
    }
    for page in pages {
      if !isFirst { console.write("\n") }
      console.write(page.text(width: console.width, style: console.style))
      isFirst = false
    }
  }
  return code
}

extension Explanations {
  /// What there is, by groups.
  var contents: Page {
    Page(
      "mailroom explain",
      "what there is to explain. ‘mailroom explain GROUP’ lists a group.",
      [
        .rows(
          title: "",
          ExplanationGroup.allCases.map { group in
            let own = all.filter { $0.group == group }
            let some = own.prefix(2).map(\.name).joined(separator: ", ")
            return .init(group.rawValue, "\(group.meaning) \(own.count), such as \(some)")
          }
        )
      ]
    )
  }
}
