import Text

/// A program: its command and its version, run from `main.swift` in one line.
public struct Program: Sendable {
  /// What the program answers to.
  public let command: CommandDeclaration

  /// What `--version` says after the program's name.
  public let version: String

  /// The program that runs `command`.
  public init(_ command: CommandDeclaration, version: String) {
    self.command = command
    self.version = version
  }

  /// Runs the process's own command line and ends the process.
  public func runAndExit() -> Never {
    occupyStandardDescriptors()
    ignoreClosedPipes()
    let words = Array(CommandLine.arguments.dropFirst())
    var console = Console(color: Console.color(in: words))
    let code = run(words, &console)
    exitProcess(console.finish(code))
  }

  /// Runs `words`, a command line without the program's name.
  public func run(_ words: [String], _ console: inout Console) -> ExitCode {
    do throws(UsageError) {
      switch try command.parse(words) {
      case .help(let path):
        let page = CommandDeclaration.help(path)
        console.write(page.text(width: console.width, style: console.style))
        return .fine
      case .version:
        console.print("\(command.name) \(version)")
        return .fine
      case .run(let action, let arguments):
        return action(arguments, &console)
      }
    } catch {
      console.complain("\(command.name): \(error)")
      // Who is with a subcommand already is told of its own help.
      let subcommand = words.first { word in command.subcommands.contains { $0.name == word } }
      let path = [command.name, subcommand].compactMap(\.self).joined(separator: " ")
      console.complain("  ‘\(path) --help’ shows what there is")
      return .usage
    }
  }
}
