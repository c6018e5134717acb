/// A command, declared once: the parser, the help and the completions all come from it.
///
/// A command either acts itself or has subcommands, and a subcommand is a command.
public struct CommandDeclaration: Sendable {
  /// A command line worth copying, and what it does.
  public struct Example: Hashable, Sendable {
    let line: String
    let meaning: String

    /// The example `line`, which does what `meaning` says.
    public init(_ line: String, _ meaning: String) {
      self.line = line
      self.meaning = meaning
    }
  }

  /// What a command does with its values: it prints to the console and gives its verdict.
  public typealias Action = @Sendable (Arguments, inout Console) -> ExitCode

  /// The word that calls it; a subcommand's own, without those before it.
  public let name: String

  /// One line that says what it is for.
  public let summary: String

  /// Command lines worth copying; the help begins with them.
  public let examples: [Example]

  /// Its parameters, in the order of the help; positionals in the order of the command line.
  public let parameters: [ParameterDeclaration]

  /// The subcommands, in the order of the help.
  public let subcommands: [CommandDeclaration]

  /// More to read, at the end of the help.
  public let discussion: String

  let action: Action?

  /// A command that acts.
  public init(
    name: String,
    summary: String,
    examples: [Example],
    parameters: [ParameterDeclaration],
    discussion: String = "",
    action: @escaping Action
  ) {
    self.name = name
    self.summary = summary
    self.examples = examples
    self.parameters = parameters + [Console.colorParameter.declaration]
    self.discussion = discussion
    self.subcommands = []
    self.action = action
  }

  /// A command that is only the name over its subcommands.
  public init(
    name: String,
    summary: String,
    examples: [Example],
    subcommands: [CommandDeclaration],
    discussion: String = ""
  ) {
    self.name = name
    self.summary = summary
    self.examples = examples
    self.parameters = [Console.colorParameter.declaration]
    self.discussion = discussion
    self.subcommands = subcommands
    self.action = nil
  }
}
