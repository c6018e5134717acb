import Testing

@testable import Command

enum Metal: String, CaseIterable, Sendable {
  case copper
  case silver
}

enum Sample {
  static let names = Parameter<[String]>.texts("name", "NAME", "A name.")
  static let count = Parameter<Int>.integer("count", 1...9, default: 3, "How many.")
  static let offset = Parameter<Int?>.integer("offset", -5...Int.max, "How far.")
  static let metal = Parameter<Metal>.choice("metal", default: .copper, "Which.")
  static let save = Parameter<String?>.file("save", "Where to.")
  static let quick = Parameter<Bool>.flag("quick", "Be quick.")
  static let input = Parameter<String>.file("INPUT", "What to read.")
  static let others = Parameter<[String]>.files("OTHER", isRequired: false, "What else.")

  static let run = CommandDeclaration(
    name: "run",
    summary: "run it",
    examples: [.init("tool run a.yaml", "run a")],
    parameters: [
      names.declaration, count.declaration, offset.declaration, metal.declaration,
      save.declaration, quick.declaration, input.declaration, others.declaration,
    ],
    discussion: "That is all."
  ) { arguments, console in
    console.print("\(arguments[names]) \(arguments[count]) \(arguments[metal].rawValue)")
    console.print("\(arguments[offset].map { "\($0)" } ?? "-") \(arguments[save] ?? "-")")
    console.print("\(arguments[quick]) \(arguments[input]) \(arguments[others])")
    return arguments.has(count) ? .no : .fine
  }

  static let tool = CommandDeclaration(
    name: "tool",
    summary: "a tool",
    examples: [.init("tool run a.yaml", "run a")],
    subcommands: [
      run,
      CommandDeclaration(name: "rush", summary: "hurry", examples: [], parameters: []) { _, _ in
        .fine
      },
    ]
  )

  static func perform(_ line: String) -> (code: ExitCode, output: String, complaint: String) {
    var console = Console.remembering()
    let words = line.split(separator: " ").map(String.init)
    let code = Program(tool, version: "1.2.3").run(words, &console)
    return (code, console.printed, console.complained)
  }
}

@Suite("Parsing")
struct ParsingTests {
  @Test(
    "A command line that is right gives these values",
    arguments: [
      ("run a", "[] 3 copper\n- -\nfalse a []\n"),
      ("run a b c", "[] 3 copper\n- -\nfalse a [\"b\", \"c\"]\n"),
      ("run --name x a --name=y", "[\"x\", \"y\"] 3 copper\n- -\nfalse a []\n"),
      ("run --metal silver --quick a", "[] 3 silver\n- -\ntrue a []\n"),
      ("run --save=--quick a", "[] 3 copper\n- --quick\nfalse a []\n"),
      ("run --save=a=b a", "[] 3 copper\n- a=b\nfalse a []\n"),
      ("run --offset -5 a", "[] 3 copper\n-5 -\nfalse a []\n"),
      ("run -- --quick -h", "[] 3 copper\n- -\nfalse --quick [\"-h\"]\n"),
      ("run - --color never", "[] 3 copper\n- -\nfalse - []\n"),
      ("run --save -x a", "[] 3 copper\n- -x\nfalse a []\n"),
      ("--color never run a", "[] 3 copper\n- -\nfalse a []\n"),
    ]
  )
  func values(_ line: String, _ output: String) {
    let result = Sample.perform(line)
    #expect(result.output == output)
    #expect(result.complaint == "")
    #expect(result.code == .fine)
  }

  @Test("An action's verdict is the exit code")
  func verdict() {
    #expect(Sample.perform("run a --count 4").code == .no)
  }

  @Test(
    "A command line that is wrong is refused with the reason and the nearest name",
    arguments: [
      ("run", "INPUT is missing", ""),
      ("run a --cuont 4", "there is no option --cuont", "--count"),
      ("run a --coun=4", "there is no option --coun", "--count"),
      ("run a -q", "there is no option -q", ""),
      ("run a --verson", "there is no option --verson", ""),
      ("--verson", "there is no option --verson", "--version"),
      ("run a --count 10", "--count is a whole number from 1 to 9, not ‘10’", ""),
      ("run a --count +4", "--count is a whole number from 1 to 9, not ‘+4’", ""),
      ("run a --count 0x4", "--count is a whole number from 1 to 9, not ‘0x4’", ""),
      ("run a --offset x", "--offset is a whole number from -5 on, not ‘x’", ""),
      ("run a --count", "--count needs a value: --count N", ""),
      ("run a --save --quick", "--save needs a value: --save FILE", ""),
      ("run a --save=", "--save needs a value that is not empty", ""),
      ("run a --count 4 --count 4", "--count is given twice", ""),
      ("run a --quick --quick", "--quick is given twice", ""),
      ("run a --quick=yes", "--quick takes no value", ""),
      (
        "run a --metal sliver", "--metal cannot be ‘sliver’; it is one of: copper, silver",
        "silver"
      ),
      ("rum a", "there is no command ‘rum’", "run"),
      ("ru a", "there is no command ‘ru’", "run or rush"),
      ("gallop", "there is no command ‘gallop’", ""),
      ("rush a", "‘a’ is one word too many", ""),
      ("help rum", "there is no command ‘rum’", "run"),
    ]
  )
  func refusals(_ line: String, _ reason: String, _ nearest: String) {
    let result = Sample.perform(line)
    let hint = nearest.isEmpty ? "" : "  did you mean \(nearest)?\n"
    let subcommand = line.split(separator: " ").first { $0 == "run" || $0 == "rush" }
    let path = "tool" + (subcommand.map { " \($0)" } ?? "")
    let expected = "tool: \(reason)\n\(hint)  ‘\(path) --help’ shows what there is\n"
    #expect(result.complaint == expected)
    #expect(result.output == "")
    #expect(result.code == .usage)
  }

  @Test("The version is asked of the program and of no subcommand")
  func version() {
    #expect(Sample.perform("--version").output == "tool 1.2.3\n")
    #expect(Sample.perform("run --version").code == .usage)
  }

  @Test(
    "Help is the same by whichever way it is asked for",
    arguments: [
      ("help run", "run --help"), ("run a -h", "run --help"), ("help", "--help"), ("", "--help"),
      ("run --help --nonsense", "run --help"), ("help help", "--help"),
    ]
  )
  func help(_ one: String, _ other: String) {
    #expect(Sample.perform(one).output == Sample.perform(other).output)
    #expect(Sample.perform(one).code == .fine)
  }

  @Test("Help begins with examples and shows every parameter with its default")
  func helpText() {
    let expected = """
      tool run: run it

        Examples
          tool run a.yaml  run a

        Usage
          tool run [options] INPUT [OTHER…]

        Arguments
          INPUT  What to read.
          OTHER  What else. (may be repeated)

        Options
          --name NAME                A name. (may be repeated)
          --count N                  How many. (default: 3)
          --offset N                 How far.
          --metal copper|silver      Which. (default: copper)
          --save FILE                Where to.
          --quick                    Be quick.
          --color auto|always|never  When to colour; NO_COLOR is heeded. (default:
                                     auto)
          --help                     Show this.

        That is all.

      """
    #expect(Sample.perform("run --help").output == expected)
  }

  @Test("Help of a command with subcommands names them")
  func overview() {
    let text = Sample.perform("--help").output
    #expect(text.contains("  Commands\n    run   run it\n    rush  hurry\n"))
    #expect(text.contains("  Usage\n    tool COMMAND [options]\n"))
    #expect(text.contains("  --version                  Say which version this is.\n"))
  }
}
