import Text

extension CommandDeclaration {
  /// The help of the command at the end of `path`: examples first, then every parameter.
  static func help(_ path: [CommandDeclaration], style: Style) -> String {
    let command = path[path.count - 1]
    let name = path.map(\.name).joined(separator: " ")
    var sections = [style.bold(name) + ": " + command.summary]
    sections += [
      section("Examples", command.examples.map { ($0.line, $0.meaning) }, style),
      section("Commands", command.subcommands.map { ($0.name, $0.summary) }, style),
      style.bold("Usage") + "\n  " + command.usage(name),
      section("Arguments", command.rows(.positional), style),
      section("Options", command.optionRows(isRoot: path.count == 1), style),
    ]
    if !command.discussion.isEmpty { sections.append(command.discussion) }
    return sections.filter { !$0.isEmpty }.joined(separator: "\n\n")
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

  private func optionRows(isRoot: Bool) -> [(String, String)] {
    var rows = rows(.option) + [("--help", "Show this.")]
    if isRoot { rows.append(("--version", "Say which version this is.")) }
    return rows
  }

  private func rows(_ place: ParameterDeclaration.Place) -> [(String, String)] {
    parameters.filter { $0.place == place }.map { parameter in
      let value =
        place == .option && parameter.shape != .flag ? " " + parameter.placeholder : ""
      var notes: [String] = []
      if let text = parameter.defaultText { notes.append("default: \(text)") }
      if parameter.isRepeated { notes.append("may be repeated") }
      let note = notes.isEmpty ? "" : " (" + notes.joined(separator: "; ") + ")"
      return (parameter.spelling + value, parameter.summary + note)
    }
  }

  /// Two columns under a title; a left side too wide for its column has the line for itself.
  private static func section(
    _ title: String,
    _ rows: [(left: String, right: String)],
    _ style: Style
  ) -> String {
    if rows.isEmpty { return "" }
    let width = min(rows.map(\.left.count).max() ?? 0, 36)
    let lines = rows.map { left, right in
      left.count > width
        ? "  \(left)\n" + String(repeating: " ", count: width + 4) + right
        : "  \(left)" + String(repeating: " ", count: width - left.count + 2) + right
    }
    return ([style.bold(title)] + lines).joined(separator: "\n")
  }
}
