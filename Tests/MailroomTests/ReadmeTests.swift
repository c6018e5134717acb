import Command
import Foundation
import Testing

/// What the README shows is what a reader gets.
@Suite("README")
struct ReadmeTests {
  /// A command and what is shown of its output; `…` stands for lines that are left out.
  struct Shown {
    let command: String
    let output: [String]
  }

  /// The blocks that are marked as a console.
  static func blocks(of text: String) -> [[Shown]] {
    var blocks: [[Shown]] = []
    var lines: [String]?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line == "```console" {
        lines = []
      } else if line == "```", let block = lines {
        blocks.append(commands(in: block))
        lines = nil
      } else {
        lines?.append(line)
      }
    }
    return blocks
  }

  private static func commands(in block: [String]) -> [Shown] {
    var found: [Shown] = []
    var rest = block[...]
    while let line = rest.popFirst() {
      guard line.hasPrefix("$ ") else { continue }
      var command = String(line.dropFirst(2))
      while command.hasSuffix("\\"), let next = rest.popFirst() { command += "\n" + next }
      let output = rest.prefix { !$0.hasPrefix("$ ") }
      rest = rest.dropFirst(output.count)
      found.append(Shown(command: command, output: Array(output)))
    }
    return found
  }

  /// Whether lines are those that are shown.
  static func matches(_ lines: ArraySlice<String>, _ shown: ArraySlice<String>) -> Bool {
    guard let first = shown.first else { return lines.isEmpty }
    if first != "…" {
      return lines.first == first && matches(lines.dropFirst(), shown.dropFirst())
    }
    let rest = shown.dropFirst()
    return (lines.startIndex...lines.endIndex).contains { matches(lines[$0...], rest) }
  }

  @Test("every command of the README prints what is shown", .enabled(if: Programs.isBuilt))
  func commands() throws {
    let folder = try TemporaryFolder("mailroom-readme")
    let blocks = Self.blocks(of: try readText(Programs.path("README.md")))
    try #require(blocks.count >= 4)
    for shown in blocks.flatMap(\.self) {
      let script =
        "cd '\(folder.path)'; PATH=\"$(dirname '\(Programs.mailroom)'):$PATH\"; \(shown.command)"
      let finished = try ChildProcess.run("/bin/bash", ["--norc", "-c", script])
      var lines = finished.output
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      while lines.last == "" { lines.removeLast() }
      #expect(
        Self.matches(lines[...], shown.output[...]),
        "\(shown.command)\n\(lines.joined(separator: "\n"))"
      )
    }
  }

  @Test("lines that are left out may be any, and all others count")
  func omission() {
    let lines = ["a", "b", "c"][...]
    #expect(Self.matches(lines, ["a", "…", "c"]))
    #expect(Self.matches(lines, ["…"]))
    #expect(Self.matches(lines, ["a", "b", "c", "…"]))
    #expect(!Self.matches(lines, ["a", "…", "b"]))
    #expect(!Self.matches(lines, ["b", "…"]))
    #expect(!Self.matches(lines, ["a", "b"]))
  }
}
