import Synchronization
import Testing

@testable import Command

@Suite("Threads and folders that are shared")
struct ThreadsTests {
  @Test("All of them do the same at once, and are waited for")
  func threads() throws {
    final class Meeting: Sendable { let here = Atomic<Int>(0) }
    let meeting = Meeting()
    let threads = try Threads(4) {
      meeting.here.add(1, ordering: .sequentiallyConsistent)
      // Nobody leaves before all are there, so all must run at once.
      while meeting.here.load(ordering: .sequentiallyConsistent) < 4 { pause(milliseconds: 1) }
    }
    threads.join()
    #expect(meeting.here.load(ordering: .sequentiallyConsistent) == 4)
  }

  @Test("They say when they are done")
  func done() throws {
    let threads = try Threads(2) { pause(milliseconds: 5) }
    while !threads.areDone { pause(milliseconds: 1) }
    threads.join()
  }

  @Test("A folder is locked for one at a time, and free when it is let go")
  func lock() throws {
    let folder = try TemporaryFolder("threads")
    do {
      let lock = try FolderLock(folder.path)
      let error = #expect(throws: FileFailure.self) { _ = try FolderLock(folder.path) }
      #expect(error?.exitCode == .cannotWrite)
      #expect("\(error!)".contains("another process is writing"))
      _ = consume lock
    }
    _ = try FolderLock(folder.path)
    #expect(throws: FileFailure.self) { _ = try FolderLock("\(folder.path)/none") }
  }

  @Test("A growing file has each line at once, after what it had")
  func growing() throws {
    let folder = try TemporaryFolder("threads")
    let path = "\(folder.path)/lines"
    do {
      let file = try GrowingFile(path)
      try file.add(line: "one")
      #expect(try readText(path) == "one\n")
    }
    let file = try GrowingFile(path)
    try file.add(line: "two")
    #expect(try readText(path) == "one\ntwo\n")
    #expect(throws: FileFailure.self) { _ = try GrowingFile(folder.path) }
    let full = try GrowingFile("/dev/full")
    let error = #expect(throws: FileFailure.self) { try full.add(line: "x") }
    #expect(error?.exitCode == .cannotWrite)
  }
}
