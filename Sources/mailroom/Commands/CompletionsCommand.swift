import Command

private let shell = Parameter<Shell>.choice("SHELL", "The shell.")

/// `mailroom completions`: prints what lets a shell complete command lines of mailroom.
// With its type, because the program lists this command and this command reads the program.
let completionsCommand: CommandDeclaration = .init(
  name: "completions",
  summary: "print completions for a shell",
  examples: [
    .init("source <(mailroom completions bash)", "in this bash; in ~/.bashrc for every bash"),
    .init("mailroom completions zsh > ~/.zfunc/_mailroom", "for zsh, in a folder of its fpath"),
  ],
  parameters: [shell.declaration]
) { arguments, console in
  console.write(mailroom.completions(for: arguments[shell]))
  return .fine
}
