import Foundation
import Testing

@Suite("The project is tidy")
struct ProjectTests {
  let tree = SourceTree.project

  @Test("every Swift file keeps every rule")
  func rules() {
    let files = tree.swift
    #expect(files.count > 20, "the project's files were not found")
    for file in files {
      for rule in Rules.all { expectNone(rule(file)) }
    }
  }

  @Test("every folder of sources and of tests is a room of the table")
  func folders() {
    let folders = { (name: String) in tree.entries(of: name).filter { !$0.hasPrefix(".") } }
    expectNone(Room.unlistedFolders(sources: folders("Sources"), tests: folders("Tests")))
  }

  @Test("the manifest gives every target the same settings and depends on nothing")
  func manifest() {
    expectNone(Rules.manifest(tree.file("Package.swift").text))
  }

  @Test("the top level holds only what a visitor needs")
  func topLevel() {
    expectNone(Rules.topLevelEntries(tree.entries()))
  }

  @Test("no document and no script is left unfinished")
  func documents() {
    let texts = tree.files(under: "", endings: ["md", "sh", "yaml", "py", "c", "h", "cpp"])
      .filter { !$0.path.hasPrefix(".build/") }
    for file in texts + [tree.file(".ci/run")] { expectNone(Rules.unfinished(file)) }
  }

  @Test("every exemption is still needed")
  func exemptions() {
    for (path, reason) in Rules.longFiles {
      #expect(tree.file(path).lineCount > 250, "\(path), exempt as \(reason), is not long")
    }
    for (path, meant) in Rules.ownMeanings {
      let used = Set(tree.file(path).lines.flatMap { Rules.foreignWords(in: String($0)) })
      #expect(meant.isSubset(of: used), "\(path) may use words that it does not use")
    }
    for (path, reason) in Rules.unsafePlaces {
      let files = tree.swift.filter { $0.path.hasPrefix(path) }
      let isUsed = files.contains { SwiftText.code(of: $0.text).contains("unsafe") }
      #expect(isUsed, "\(path), exempt as \(reason), needs no unsafe code")
    }
  }

  @Test(
    "our object files refer to no function of the C library that rounds as it likes",
    .enabled(if: ObjectFiles.areReadable, "object files are read on Linux only")
  )
  func symbols() throws {
    let rooms = Room.all.filter { !$0.folder.hasPrefix("Tests/") }
    for room in rooms {
      let sources = tree.files(under: room.folder)
      guard !sources.isEmpty else { continue }
      let objects = try ObjectFiles.compiled(from: sources, of: room.name)
      #expect(!objects.isEmpty, "\(room.name) has no object file beside the tests")
      for (name, symbols) in objects {
        let inexact = Rules.inexactSymbols(symbols)
        #expect(
          inexact.isEmpty,
          "\(room.name)/\(name) refers to \(inexact.joined(separator: ", "))"
        )
      }
    }
  }

  private func expectNone(_ wrong: [String]) {
    for line in wrong { Issue.record("\(line)") }
  }
}

/// What the compiler left beside the running tests.
enum ObjectFiles {
  #if os(Linux)
    static let areReadable = true
  #else
    static let areReadable = false
  #endif

  private struct Unreadable: Error {
    let path: String
  }

  /// The names of a room's object files and what each refers to; those of deleted sources are left out.
  static func compiled(
    from sources: [SourceTree.File],
    of room: String
  ) throws -> [(name: String, symbols: [String])] {
    let tests = Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0])
    let folder = tests.deletingLastPathComponent().appending(path: "\(room).build")
    let present = Set(sources.map { "\($0.name).o" })
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return try names.filter(present.contains).sorted().map { name in
      let path = folder.appending(path: name)
      guard let object = ObjectFile([UInt8](try Data(contentsOf: path))) else {
        throw Unreadable(path: path.path)
      }
      return (name, object.undefinedSymbols)
    }
  }
}
