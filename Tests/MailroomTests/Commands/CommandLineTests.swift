import Command
import Testing

@Suite(
  "The command line of mailroom",
  .enabled(if: Programs.isBuilt, "the program is not beside the tests")
)
struct CommandLineTests {
  @Test(
    "The exit code says what happened",
    arguments: [
      ("$M", 0), ("$M help", 0), ("$M help check", 0), ("$M --version", 0), ("$M nonsense", 64),
      ("$M check", 64), ("$M check --nonsense x", 64), ("$M check --format xml x", 64),
      ("$M init a.yaml; $M check a.yaml", 0), ("echo 'x: 1' > a; $M check a", 65),
      ("printf '\\xff\\xfe' > a; $M check a", 65), (": > a; $M check a", 65),
      ("$M check no.yaml", 66), ("$M check no/such.yaml", 66), ("$M check .", 74),
      ("$M check /etc/passwd/x", 66), ("$M init small.yaml; $M check - < small.yaml", 0),
      ("$M check - <&-", 65), ("$M schema > /dev/full", 73), ("$M explain > /dev/full", 73),
      ("$M schema --out no/such", 73), ("$M schema --out .", 73), ("$M explain nonsense", 64),
      ("$M explain run nonsense", 64), ("$M completions fish", 64), ("$M completions", 64),
      ("$M init --from nonsense", 64), ("$M --version >&-", 0), ("$M explain <&- >&- 2>&-", 0),
    ] as [(String, Int32)]
  )
  func exitCodes(_ script: String, _ code: Int32) throws {
    let run = try Programs.bash(script)
    #expect(run.ending == .exited(code), "\(run.errors)")
  }

  @Test("A file that may not be read is said", .enabled(if: !isRoot, "root may read everything"))
  func permission() throws {
    let run = try Programs.bash("echo 'x: 1' > a; chmod 000 a; $M check a")
    #expect(run.ending == .exited(74))
    #expect(run.errors == "mailroom: cannot read a: Permission denied\n")
  }

  private static var isRoot: Bool {
    (try? ChildProcess.run("/bin/sh", ["-c", "[ $(id -u) = 0 ]"]))?.ending == .exited(0)
  }

  @Test("One file that is missing keeps none of the others from being checked")
  func several() throws {
    let run = try Programs.bash(
      "$M init a.yaml >/dev/null; echo 'x: 1' > b.yaml; $M check no.yaml b.yaml . a.yaml; echo $?"
    )
    #expect(run.output.hasPrefix("a.yaml: fine\nerror["))
    #expect(run.output.contains("unknown-key"))
    #expect(run.output.hasSuffix("\n74\n"))
    #expect(
      run.errors
        == "mailroom: there is no file no.yaml\nmailroom: cannot read .: Is a directory\n"
    )
  }

  @Test("Names that begin with a dash follow two dashes, and a pipe is read like a file")
  func names() throws {
    let run = try Programs.bash(
      """
      $M init -- -a.yaml >/dev/null && $M check -- -a.yaml
      mkfifo p; cat ./-a.yaml > p & $M check p; $M check <(cat ./-a.yaml) | sed 's/.*: //'
      cat ./-a.yaml | $M check -
      """
    )
    #expect(run.output == "-a.yaml: fine\np: fine\nfine\nstandard input: fine\n")
    #expect(run.errors == "")
  }

  @Test("Ctrl-C ends the wait for a pipe")
  func interrupted() throws {
    let run = try Programs.bash(
      "set -m; mkfifo p; $M check p & sleep 0.3; kill -INT %1; wait %1; echo $?"
    )
    #expect(run.output.hasSuffix("130\n"), "\(run.output) \(run.errors)")
  }

  @Test("A reader who leaves ends the printing quietly", arguments: ["schema", "explain keys"])
  func closedPipe(_ command: String) throws {
    let run = try Programs.bash("{ $M \(command); echo \"code $?\" >&2; } | head -1 >/dev/null")
    #expect(run.errors == "code 0\n")
  }

  @Test("Unknown words go to standard error with the nearest one")
  func nearest() throws {
    let run = try Programs.bash("$M chekc x; $M check --formt json x; $M explain unknwon-key")
    #expect(run.output == "")
    for word in ["did you mean check", "did you mean --format", "did you mean unknown-key"] {
      #expect(run.errors.contains(word), "\(run.errors)")
    }
  }

  @Test("The help of every command begins with its name and examples")
  func help() throws {
    let all = try Programs.bash("$M help")
    let commands = [
      "init", "check", "plan", "run", "observe", "trace", "explain", "schema", "completions",
    ]
    for command in commands {
      #expect(all.output.contains("\n    \(command) "))
      let run = try Programs.bash("$M help \(command); $M \(command) --help")
      let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines[0].hasPrefix("mailroom \(command): "))
      #expect(lines[2] == "  Examples" && lines[3].contains("mailroom"))
      let half = lines.count / 2
      #expect(lines[..<half] == lines[half..<(2 * half)], "help differs from --help")
    }
  }

  @Test("JSON and annotations hold the same mistakes as the text")
  func formats() throws {
    let run = try Programs.bash(
      "echo 'x: 1' > a; $M check --format json a; $M check --format github a; $M check a"
    )
    let codes = ["\"code\": \"unknown-key\"", "title=unknown-key", "error[unknown-key]"]
    for code in codes { #expect(run.output.contains(code)) }
  }
}
