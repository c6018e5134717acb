import Text

extension CommandDeclaration {
  /// The help of the command at the end of `path`: examples first, then every parameter.
  static func help(_ path: [CommandDeclaration]) -> Page {
    let command = path[path.count - 1]
    let name = path.map(\.name).joined(separator: " ")
    return Page(
      name,
      command.summary,
      [
        .rows(title: "Examples", command.examples.map { .init($0.line, $0.meaning) }),
        .rows(title: "Commands", command.subcommands.map { .init($0.name, $0.summary) }),
        .lines(title: "Usage", [command.usage(name)]),
        .rows(title: "Arguments", command.rows(.positional)),
        .rows(title: "Options", command.optionRows(isRoot: path.count == 1)),
        .paragraph(command.discussion),
      ]
    )
  }

  private func usage(_ name: String) -> String {
    var words = [name]
    if action == nil { words.append("COMMAND") }
    words.append("[options]")
    for parameter in parameters where parameter.place == .positional {
      let word = parameter.placeholder + (parameter.isRepeated ? "…" : "")
      words.append(parameter.isRequired ? word : "[\(word)]")
    }
    return words.joined(separator: " ")
  }

  private func optionRows(isRoot: Bool) -> [Page.Row] {
    var rows = rows(.option) + [.init("--help", "Show this.")]
    if isRoot { rows.append(.init("--version", "Say which version this is.")) }
    return rows
  }

  private func rows(_ place: ParameterDeclaration.Place) -> [Page.Row] {
    parameters.filter { $0.place == place }.map(\.row)
  }
}

extension ParameterDeclaration {
  /// How the parameter is written, and what it is for.
  fileprivate var row: Page.Row {
    var name = spelling
    var notes: [String] = []
    if place == .option, shape != .flag {
      // A list that would fill the line stands behind, where it can be broken.
      if case .choice(let words) = shape, placeholder.count > 30 {
        name += " WORD"
        notes.append("one of: \(words.joined(separator: ", "))")
      } else {
        name += " \(placeholder)"
      }
    }
    if let defaultText { notes.append("default: \(defaultText)") }
    if isRepeated { notes.append("may be repeated") }
    return .init(name, summary + (notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))"))
  }
}
