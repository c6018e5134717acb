import Command

/// What this build calls itself.
let version = "0.1.0"

/// The program: a subcommand is a file under `Commands` and a word in this list.
let mailroom: CommandDeclaration = .init(
  name: "mailroom",
  summary: "simulate a mail site of the late 1990s and see what brings it down",
  examples: [
    .init("mailroom init site.yaml", "a topology to start from"),
    .init("mailroom check site.yaml", "say what is wrong with a topology"),
    .init("mailroom plan site.yaml", "say what would be simulated, with which defects"),
    .init("mailroom run site.yaml", "simulate it, and say what brings it down"),
    .init("mailroom explain Q260554", "say what a key, a code, an article or a word means"),
  ],
  subcommands: [
    initCommand, checkCommand, planCommand, runCommand, sweepCommand, mergeCommand,
    limitCommand, remedyCommand, compareCommand, observeCommand, traceCommand, explainCommand,
    schemaCommand, completionsCommand,
  ]
)
