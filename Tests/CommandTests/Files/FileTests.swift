import Testing

@testable import Command

@Suite("Files")
struct FileTests {
  private func names(in folder: String) throws -> [String] {
    let run = try ChildProcess.run("/bin/ls", ["-A", folder])
    return run.output.split(separator: "\n").map(String.init)
  }

  private func failure(_ body: () throws(FileFailure) -> Void) -> FileFailure? {
    do throws(FileFailure) { try body() } catch { return error }
    return nil
  }

  @Test("A file appears whole and nothing else stays")
  func commit() throws {
    let folder = try TemporaryFolder("mailroom-test")
    let path = folder.path + "/a.json"
    let file = try WholeFile(path)
    #expect(try names(in: folder.path).count == 1)
    #expect(try !names(in: folder.path).contains("a.json"))
    try file.commit("text")
    #expect(try names(in: folder.path) == ["a.json"])
    #expect(try readText(path) == "text")
  }

  @Test("A file that is given up leaves what was there")
  func abandon() throws {
    let folder = try TemporaryFolder("mailroom-test")
    let path = folder.path + "/a"
    try WholeFile(path).commit("old")
    do { _ = try WholeFile(path) }
    #expect(try readText(path) == "old")
    #expect(try names(in: folder.path) == ["a"])
  }

  @Test("A folder is made where there is none, and nothing else is replaced by one")
  func makesFolder() throws {
    let folder = try TemporaryFolder("mailroom-test")
    let path = folder.path + "/new"
    try makeFolder(path)
    try makeFolder(path)
    #expect(try names(in: folder.path) == ["new"])
    #expect(try ChildProcess.run("/bin/rmdir", [path]).ending == .exited(0))
    try createFile(path, "text")
    #expect(failure { () throws(FileFailure) in try makeFolder(path) }?.exitCode == .cannotWrite)
    #expect(
      failure { () throws(FileFailure) in try makeFolder(folder.path + "/a/b") }.map { "\($0)" }
        == "cannot make the folder \(folder.path)/a/b: the folder that it lies in does not exist"
    )
    #expect(try readText(path) == "text")
  }

  @Test("Two files of one name do not meet, and the later one stays")
  func twice() throws {
    let folder = try TemporaryFolder("mailroom-test")
    let path = folder.path + "/a"
    let first = try WholeFile(path)
    let second = try WholeFile(path)
    try second.commit("second")
    try first.commit("first")
    #expect(try readText(path) == "first")
    #expect(try names(in: folder.path) == ["a"])
  }

  @Test("What a link leads to is replaced, not the link, and its permissions stay")
  func link() throws {
    let folder = try TemporaryFolder("mailroom-test")
    let (target, link) = (folder.path + "/target", folder.path + "/link")
    try WholeFile(target).commit("old")
    _ = try ChildProcess.run("/bin/chmod", ["662", target])
    _ = try ChildProcess.run("/bin/ln", ["-s", "target", link])
    try WholeFile(link).commit("new")
    #expect(try readText(target) == "new")
    #expect(try ChildProcess.run("/bin/ls", ["-l", link]).output.contains("-> target"))
    #expect(try ChildProcess.run("/bin/ls", ["-l", target]).output.hasPrefix("-rw-rw--w-"))
  }

  // Never with a device of the system's own: a mistake, made by root, would put a file in its place.
  @Test("What is no plain file is written as it is")
  func pipe() throws {
    let folder = try TemporaryFolder("mailroom-test")
    let pipe = folder.path + "/pipe"
    _ = try ChildProcess.run("/usr/bin/mkfifo", [pipe])
    // The time limit makes a failure of what would be an endless wait.
    var reader = try ChildProcess("/usr/bin/timeout", ["20", "/bin/cat", pipe])
    try WholeFile(pipe).commit("through\n")
    #expect(try reader.readLine() == "through")
    #expect(try ChildProcess.run("/bin/ls", ["-l", pipe]).output.hasPrefix("p"))
    #expect(try names(in: folder.path) == ["pipe"])
  }

  @Test("What takes a file's name meanwhile and is none is not replaced")
  func meanwhile() throws {
    let folder = try TemporaryFolder("mailroom-test")
    let path = folder.path + "/a"
    let file = try WholeFile(path)
    _ = try ChildProcess.run("/usr/bin/mkfifo", [path])
    do throws(FileFailure) {
      try file.commit("x")
      Issue.record("the pipe was replaced")
    } catch {
      #expect(error.exitCode == .cannotWrite)
    }
    #expect(try ChildProcess.run("/bin/ls", ["-l", path]).output.hasPrefix("p"))
  }

  @Test("What cannot be written is refused before the work")
  func refused() throws {
    let missing = failure { () throws(FileFailure) in _ = try WholeFile("/nowhere/at/all") }
    #expect(missing?.exitCode == .cannotWrite)
    #expect(missing?.description == "cannot write /nowhere/at/all: its folder does not exist")
    let folder = try TemporaryFolder("mailroom-test")
    let path = folder.path
    let refused = failure { () throws(FileFailure) in _ = try WholeFile(path) }
    #expect(refused?.exitCode == .cannotWrite)
    #expect(refused?.description == "cannot write \(path): Is a directory")
  }

  @Test("What cannot be read says so, and what is missing that it is missing")
  func reading() throws {
    let missing = failure { () throws(FileFailure) in _ = try readFile("/nowhere") }
    #expect(missing == FileFailure(.noInput, "there is no file /nowhere"))
    let folder = failure { () throws(FileFailure) in _ = try readFile("/tmp") }
    #expect(folder == FileFailure(.cannotRead, "cannot read /tmp: Is a directory"))
    let temporary = try TemporaryFolder("mailroom-test")
    let path = temporary.path + "/latin1"
    try WholeFile(path).commit([0x66, 0xFC, 0x72])
    let text = failure { () throws(FileFailure) in _ = try readText(path) }
    #expect(text?.exitCode == .cannotRead)
  }

  @Test("A temporary folder goes away with what is in it")
  func temporary() throws {
    var path = ""
    do {
      let folder = try TemporaryFolder("mailroom-test")
      path = folder.path
      try WholeFile(path + "/a").commit("x")
      try WholeFile(path + "/.b").commit("x")
    }
    #expect(try ChildProcess.run("/bin/ls", [path]).ending != .exited(0))
  }
}
