import Command

/// What this build calls itself.
let version = "0.1.0"

/// The program: a subcommand is a file under `Commands` and a word in this list.
let mailroom = CommandDeclaration(
  name: "mailroom",
  summary: "simulate a mail site of the late 1990s and see what brings it down",
  examples: [
    .init("mailroom check site.yaml", "say what is wrong with a topology")
  ],
  subcommands: [checkCommand, planCommand]
)
