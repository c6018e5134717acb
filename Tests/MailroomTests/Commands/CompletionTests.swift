import Command
import Foundation
import Testing

/// The zsh of this machine, if it has one.
private let zshPath = executables(named: "zsh").first

/// Real shells complete real command lines.
@Suite(
  "Completions",
  .enabled(if: Programs.isBuilt, "the program is not beside the tests")
)
struct CompletionTests {
  /// A command line with its words as bash hands them over, and what completes its last word.
  static let lines: [(words: [String], completions: [String])] = [
    (["ch"], ["check"]), (["--"], ["--color", "--help", "--version"]),
    (["check", "--"], ["--format", "--color", "--help"]),
    (["check", "--format", ""], ["text", "json", "github"]),
    (["check", "--format", "=", "g"], ["github"]),
    (["check", "--format", "="], ["text", "json", "github"]),
    (["--color", "always", "expl"], ["explain"]), (["--color", "check", "ch"], ["check"]),
    (["check", "si"], ["site.yaml"]), (["check", "site.yaml", "ot"], ["other.yaml"]),
    (["check", "a b"], ["a b.yaml"]), (["check", "--", "--"], ["--c.yaml"]),
    (["check", "x*"], ["x*y.yaml"]), (["schema", "--out", "si"], ["site.yaml"]),
    (["completions", ""], ["bash", "zsh"]), (["completions", "zsh", ""], []),
    (["init", "--from", "Q26"], ["Q260554"]), (["init", "new.yaml", ""], []),
    (["explain", "unknown-k"], ["unknown-key"]), (["explain", "Handle"], ["Handle\\ Count"]),
    (["explain", "Handle\\ C"], ["Handle\\ Count"]),
    (["explain", "hosts.*.mem"], ["hosts.\\*.memory"]),
    (["explain", "run", "exit-c"], ["exit-codes"]), (["help", "pl"], ["plan"]),
    (["help", "plan", ""], []), (["nonsense", ""], []),
  ]

  @Test("bash completes", arguments: lines.indices)
  func sourced(_ number: Int) throws {
    let (words, completions) = Self.lines[number]
    let list = (["mailroom"] + words).map { "'\($0)'" }.joined(separator: " ")
    let run = try Programs.bash(
      """
      touch site.yaml other.yaml 'a b.yaml' 'x*y.yaml' xay.yaml ./--c.yaml
      source <($M completions bash)
      COMP_WORDS=(\(list)); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      complete -p mailroom >&2; _mailroom; printf '%s\\n' "${COMPREPLY[@]}"
      """
    )
    let found = run.output.split(separator: "\n").map(String.init)
    #expect(found == completions, "\(words)")
    #expect(run.errors == "complete -F _mailroom mailroom\n")
  }

  /// What is typed at a prompt, and what a tab makes of it.
  private static let prompts: [(typed: String, completed: String)] = [
    ("mailroom ch", "mailroom check"), ("mailroom check --for", "mailroom check --format"),
    ("mailroom check --format=gi", "mailroom check --format=github"),
    ("mailroom check --format gi", "mailroom check --format github"),
    ("mailroom --color always expl", "mailroom --color always explain"),
    ("mailroom help pl", "mailroom help plan"),
    ("mailroom check site.yaml oth", "mailroom check site.yaml other.yaml"),
    ("mailroom init --from Q26", "mailroom init --from Q260554"),
    ("mailroom explain run Handle", "mailroom explain run Handle\\ Count"),
    ("mailroom completions z", "mailroom completions zsh"),
  ]

  @Test("zsh completes at its prompt", .enabled(if: zshPath != nil, "there is no zsh on PATH"))
  func prompt() throws {
    let zsh = try #require(zshPath)
    let turns = Self.prompts.map {
      "zpty -w -n z '\($0.typed)'$'\\t'; sleep 0.3; zpty -w -n z $'\\x15'"
    }
    // The shell has a terminal of its own, which shows each line as it is completed.
    let run = try Programs.bash(
      """
      touch site.yaml other.yaml
      "$M" completions zsh > _mailroom
      '\(zsh)' -f <<'END'
      zmodload zsh/zpty
      zpty z "TERM=dumb '\(zsh)' -f -i"
      zpty -w z "PS1=; fpath+=($PWD); autoload -Uz compinit; compinit -u -D; source ./_mailroom"
      zpty -w z "unsetopt prompt_cr prompt_sp zle_bracketed_paste 2>/dev/null; echo REA''DY"
      zpty -r z all '*READY*'
      \(turns.joined(separator: "\n"))
      zpty -w z "echo DO''NE"
      zpty -r z all '*DONE*'
      print -r -- "$all" | tr -d '\\r\\a'
      END
      """
    )
    for (_, completed) in Self.prompts {
      #expect(run.output.contains(completed), "\(run.output) \(run.errors)")
    }
  }
}
