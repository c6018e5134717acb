/// A shell for which completions can be written.
public enum Shell: String, CaseIterable, Sendable {
  case bash
  case zsh
}

extension CommandDeclaration {
  /// The text that, sourced by a shell, lets it complete the command lines of this program.
  public func completions(for shell: Shell) -> String {
    let table = CompletionTable(self)
    return switch shell {
    case .bash: table.bash
    case .zsh: table.zsh
    }
  }
}

/// What can follow where on a program's command line.
struct CompletionTable {
  let program: String
  /// Every command with the words that lead to it, the program itself first.
  private(set) var entries: [Entry] = []

  /// A command, by the words that lead to it, such as `mailroom check`.
  struct Entry {
    let path: String
    let command: CommandDeclaration
    let isRoot: Bool

    /// Its options with a sentence each.
    var options: [(spelling: String, summary: String)] {
      command.parameters.filter { $0.place == .option }.map { ($0.spelling, $0.summary) }
        + [("--help", "Show the help.")]
        + (isRoot ? [("--version", "Say which version this is.")] : [])
    }

    /// Its options that a value follows.
    var valued: [ParameterDeclaration] {
      command.parameters.filter { $0.place == .option && $0.shape != .flag }
    }

    /// Its positionals.
    var positionals: [ParameterDeclaration] {
      command.parameters.filter { $0.place == .positional }
    }

    /// The words of its subcommands with a sentence each.
    var subcommands: [(name: String, summary: String)] {
      guard !command.subcommands.isEmpty else { return [] }
      return command.subcommands.map { ($0.name, $0.summary) } + [("help", "show the help")]
    }
  }

  init(_ command: CommandDeclaration) {
    program = command.name
    add(command, path: command.name, isRoot: true)
  }

  private mutating func add(_ command: CommandDeclaration, path: String, isRoot: Bool) {
    entries.append(Entry(path: path, command: command, isRoot: isRoot))
    for next in command.subcommands { add(next, path: "\(path) \(next.name)", isRoot: false) }
  }

  /// `text` as one word of a shell, whatever is in it.
  static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }

  /// The words that may stand for a parameter; nil where it is the path of a file.
  static func words(for parameter: ParameterDeclaration) -> [String]? {
    switch parameter.shape {
    case .file: nil
    case .choice(let words): words
    case .flag, .text, .integer: parameter.suggestions()
    }
  }
}
