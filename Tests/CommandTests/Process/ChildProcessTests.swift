import Testing

@testable import Command

@Suite("Child processes")
struct ChildProcessTests {
  private func shell(_ script: String) throws -> ChildProcess.Finished {
    try ChildProcess.run("/bin/sh", ["-c", script])
  }

  @Test("Output, complaints and exit code come back")
  func run() throws {
    let run = try shell("echo out; echo err >&2; exit 7")
    #expect(run.ending == .exited(7))
    #expect(run.output == "out\n")
    #expect(run.errors == "err\n")
  }

  @Test("A signal is told from an exit code")
  func killed() throws {
    #expect(try shell("kill -9 $$").ending == .killed(9))
  }

  @Test("Much output on both sides does not block")
  func much() throws {
    let script =
      "i=0; while [ $i -lt 3000 ]; do printf %0100d 1; printf %0100d 2 >&2; i=$((i+1)); done"
    let run = try shell(script)
    #expect(run.output.utf8.count == 300_000)
    #expect(run.errors.utf8.count == 300_000)
  }

  @Test("A program that is not there is refused")
  func missing() {
    #expect(throws: SystemFailure(2)) { try ChildProcess.run("/nowhere", []) }
  }

  @Test("A conversation goes line by line and ends with the value")
  func conversation() throws {
    var cat = try ChildProcess("/bin/cat", [])
    try cat.send(Array("one\ntwo\n".utf8))
    #expect(try cat.readLine() == "one")
    try cat.send(Array("three\n".utf8))
    #expect(try cat.readLine() == "two")
    #expect(try cat.readLine() == "three")
  }

  @Test("The end of a conversation is no line")
  func end() throws {
    var done = try ChildProcess("/bin/sh", ["-c", "echo last"])
    #expect(try done.readLine() == "last")
    #expect(try done.readLine() == nil)
  }

  @Test("Programs are found along PATH, and links are followed")
  func path() {
    #expect(executables(named: "sh").contains { $0.hasSuffix("/sh") })
    #expect(executables(named: "no-such-program").isEmpty)
    #expect(resolvedPath("/nowhere/x") == "/nowhere/x")
    #expect(resolvedPath("/bin/../bin/sh") == resolvedPath("/bin/sh"))
  }
}
