import Command
import Foundation
import Testing

@testable import mailroom

@Suite("Golden texts")
struct GoldenTests {
  /// A file, and the command line whose output it holds; a path is one of the project's.
  private static let texts: [(name: String, words: [String])] = [
    ("plan-small.txt", ["plan", "Topologies/small.yaml"]),
    ("plan-small.json", ["plan", "--format", "json", "Topologies/small.yaml"]),
    ("plan-average-site.txt", ["plan", "Topologies/average-site.yaml"]),
    ("plan-q175982.txt", ["plan", "Topologies/q175982-mail-host-that-never-speaks.yaml"]),
    ("plan-q192265.txt", ["plan", "Topologies/q192265-srvinfo-and-smtp-service.yaml"]),
    ("plan-q197142.txt", ["plan", "Topologies/q197142-rerouting-and-a-dropped-ehlo.yaml"]),
    ("plan-q214573.txt", ["plan", "Topologies/q214573-wrong-passwords-over-pop3.yaml"]),
    ("plan-q260554.txt", ["plan", "Topologies/q260554-transit-through-windows-2000.yaml"]),
    ("plan-of-everything.txt", ["plan", "Tests/MailroomTests/Golden/everything.yaml"]),
    ("check-broken.txt", ["check", "Tests/MailroomTests/Golden/broken.yaml"]),
    ("explain-key.txt", ["explain", "hosts.*.memory"]),
    ("explain-code.txt", ["explain", "nobody-moves"]),
    ("explain-article.txt", ["explain", "Q260554"]),
    ("explain-counter.txt", ["explain", "Handle Count"]),
    ("explain-mechanism.txt", ["explain", "withhold"]),
    ("explain-exit-codes.txt", ["explain", "exit-codes"]),
    ("explain.txt", ["explain"]),
    ("help.txt", ["help"]),
    ("help-check.txt", ["help", "check"]),
    ("help-init.txt", ["help", "init"]),
  ]

  @Test("what is printed at 80 columns is what the files hold", arguments: texts.indices)
  func printed(_ number: Int) throws {
    let (name, words) = Self.texts[number]
    var console = Console.remembering()
    let paths = words.map { $0.contains("/") ? Programs.path($0) : $0 }
    _ = Program(mailroom, version: "0").run(paths, &console)
    // Whoever reads the texts has the project somewhere else.
    let root = Programs.path("") + "/"
    try Golden.expect((console.printed + console.complained).replacing(root, with: ""), is: name)
  }

  @Test("no file is there that no command prints")
  func complete() throws {
    let folder = Programs.path("Tests/MailroomTests/Golden")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let read = Self.texts.flatMap(\.words).filter { $0.contains("/Golden/") }
      .compactMap { $0.split(separator: "/").last.map(String.init) }
    #expect(files.filter { !$0.hasPrefix(".") } == (Self.texts.map(\.name) + read).sorted())
  }

  @Test("no line is wider than 80 columns but where what is shown is literal")
  func width() throws {
    for (name, _) in Self.texts where !name.hasSuffix(".json") && !name.hasPrefix("check") {
      let text = try readText(Programs.path("Tests/MailroomTests/Golden/\(name)"))
      for line in text.split(separator: "\n") { #expect(line.count <= 80, "\(name): \(line)") }
    }
  }
}
