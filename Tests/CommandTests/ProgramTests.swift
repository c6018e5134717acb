import Testing

@testable import Command

/// The folder in which the build put this test and our programs.
private let folder: String = {
  let test = resolvedPath("/proc/self/exe")
  return test.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    .joined(separator: "/")
}()

private func program(_ name: String) -> String { folder + "/" + name }

@Suite(
  "The built programs",
  .enabled(if: isExecutable(program("benchmarks")), "the programs are not beside the tests")
)
struct ProgramTests {
  private func shell(_ script: String) throws -> ChildProcess.Finished {
    try ChildProcess.run(
      "/bin/sh",
      ["-c", "B='\(program("benchmarks"))'; M='\(program("mailroom"))'; \(script)"]
    )
  }

  @Test(
    "The exit code says what happened",
    arguments: [
      ("$M --version", 0), ("$M --help", 0), ("$M help", 0), ("$M", 0), ("$M simulate", 64),
      ("$M --verison", 64), ("$B --version", 0), ("$B --list", 0), ("$B nonsense", 64),
      ("$B --filter no-such-case", 64), ("$B --list --filter no-such-case", 64),
      ("$B --repetitions 0", 64), ("$B --format xml", 64),
      ("$B --filter queue --save /nowhere/a.json", 73),
      ("$B --compare /nowhere/a.json", 66), ("$B --compare /tmp", 74),
      ("$B --compare /etc/passwd", 74), ("$B --list > /dev/full", 73),
      ("$M --help > /dev/full", 73), ("$M simulate > /dev/full", 64),
      ("$M --version >&-", 0), ("$B --list <&- >&- 2>&-", 0),
    ] as [(String, Int32)]
  )
  func exitCodes(_ script: String, _ code: Int32) throws {
    #expect(try shell(script).ending == .exited(code))
  }

  @Test("A reader who leaves ends the printing quietly, and the exit code stays")
  func closedPipe() throws {
    let run = try shell("{ $B --help; echo \"code $?\" >&2; } | true")
    #expect(run.errors == "code 0\n")
  }

  @Test("Errors go to standard error alone, with the nearest name")
  func unknownFilter() throws {
    let run = try shell("$B --filter queue/hodl/1e2")
    #expect(run.output == "")
    #expect(run.errors.contains("did you mean queue/hold/1e2"))
  }

  // Root gets a device of its own, because a mistake could put a file in the place of the system's.
  @Test("A run that cannot be saved in the end says so")
  func full() throws {
    let script = """
      d=$(mktemp -d); f=/dev/full
      if [ "$(id -u)" = 0 ]; then f=$d/full; mknod $f c 1 7 || { rm -r $d; echo NONE; exit 0; }; fi
      $B --quick --repetitions 1 --filter queue/hold/1e2 --save $f >/dev/null; echo "code $?"
      [ -c $f ] && echo device; rm -r $d
      """
    let run = try shell(script)
    if run.output == "NONE\n" { return print("NOT TESTED: this root may not make devices") }
    #expect(run.output == "code 73\ndevice\n")
    #expect(run.errors.contains("full: No space left on device"))
  }

  @Test("A terminal's colours are off in a pipe and on when asked for")
  func colors() throws {
    #expect(try !shell("$M --help").output.contains("\u{1B}"))
    #expect(try shell("$M --help --color always").output.contains("\u{1B}[1m"))
    #expect(try shell("$M --color=always help").output.contains("\u{1B}[1m"))
  }

  @Test("An interrupted run says so and saves nothing")
  func interrupted() throws {
    let script = """
      d=$(mktemp -d); $B --repetitions 1000 --filter queue/hold/1e2 --save $d/a.json >/dev/null &
      sleep 1; kill -TERM $!; wait $!; echo "code $?"; ls -A $d; rmdir $d
      """
    let run = try shell(script)
    #expect(run.output == "code 143\n")
    #expect(run.errors.contains("stopped before the end; nothing was saved or compared"))
  }

  @Test("A saved run can be compared with, and the debug build makes no claim")
  func saveAndCompare() throws {
    let quick = "$B --quick --repetitions 2 --filter queue/hold/1e2"
    let script =
      "d=$(mktemp -d); \(quick) --save $d/a.json && \(quick) --compare $d/a.json; rm -r $d"
    let run = try shell(script)
    #expect(run.ending == .exited(0))
    #if DEBUG
      #expect(run.output.contains("THIS IS A DEBUG BUILD"))
      #expect(run.output.contains("not compared: a debug build says nothing about the program"))
    #else
      #expect(run.output.contains("Mann–Whitney U"))
    #endif
  }
}
