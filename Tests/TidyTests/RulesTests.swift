import Testing

@Suite("The rules can fail")
struct RulesTests {
  private func file(_ text: String, _ path: String = "Sources/Kernel/Time/Instant.swift")
    -> SourceTree.File
  {
    SourceTree.File(path: path, text: text)
  }

  @Test(
    "an import outside the table is refused",
    arguments: [
      "import Foundation", "public import Foundation", "@testable import YAML",
      "  @preconcurrency import Foundation", "import struct Foundation.URL",
      "import Foundation.NSURL", "import Synchronization; import Foundation",
    ]
  )
  func imports(line: String) {
    #expect(!Rules.imports(file("/// A clock.\n\(line)\n")).isEmpty)
    #expect(!Rules.imports(file(line, "Benchmarks/main.swift")).isEmpty)
  }

  @Test("what a room may import is not refused, nor an import in a comment or a string")
  func importsAllowed() {
    let text = """
      // import Foundation
      /* import Foundation */
      import Synchronization
      #if canImport(Glibc)
        import Glibc
      #endif
      let text = "import Foundation"
      let important = 1
      """
    #expect(Rules.imports(file(text)).isEmpty)
    #expect(Rules.imports(file("import Foundation", "Tests/TidyTests/A.swift")).isEmpty)
  }

  @Test("the C library is refused where it may not be there")
  func cLibrary() {
    #expect(Rules.imports(file("import Glibc")).count == 1)
    #expect(Rules.imports(file("#if canImport(Musl)\nimport Glibc\n#endif")).count == 1)
  }

  @Test("a file in no room and a folder that is no room are refused")
  func rooms() {
    #expect(!Rules.imports(file("", "Sources/Novelty/A.swift")).isEmpty)
    #expect(Room.unlistedFolders(sources: ["Kernel", "Novelty"], tests: []).count == 1)
    #expect(Room.unlistedFolders(sources: ["Kernel"], tests: ["NoveltyTests"]).count == 1)
    #expect(Room.unlistedFolders(sources: ["Kernel"], tests: ["KernelTests"]).isEmpty)
  }

  @Test(
    "a word of what is simulated is refused in the kernel, wherever it stands",
    arguments: [
      "struct MailQueue {}", "/// NT's own", "var messages: Int", "let postOffice = 1",
      "// a post office",
      "enum POP3Error {}", "let smtpPort = 25", "// see Q214573", "func openRegistry()",
      "mailboxes",
      "// Windows NT 4.0", "service_time", "print(\"winlogon\")", "exchangeServer()",
      "// an Exchange server",
    ]
  )
  func vocabulary(line: String) {
    #expect(!Rules.vocabulary(file(line)).isEmpty)
    #expect(Rules.vocabulary(file(line, "Sources/Plan/Plan.swift")).isEmpty)
  }

  @Test("a word of what is simulated is refused in the name of a kernel's file")
  func vocabularyOfPaths() {
    #expect(!Rules.vocabulary(file("", "Sources/Kernel/Queue/MailQueue.swift")).isEmpty)
  }

  @Test("words that only look alike are not refused")
  func vocabularyAllows() {
    let text = """
      // blackmail, Mailroom, count, Int, UInt, isn't, event, account, entire, antenna, Q12345, serviceable
      world.handle(event)
      flag.compareExchange(expected: 0, desired: 1)
      flag.exchange(1, ordering: .relaxed)
      """
    #expect(Rules.vocabulary(file(text)) == [])
  }

  @Test("a long file is refused, one line earlier in Sources than elsewhere")
  func length() {
    let long = { String(repeating: "//\n", count: $0) }
    #expect(Rules.length(file(long(250))).isEmpty)
    #expect(Rules.length(file(long(251))).count == 1)
    #expect(Rules.length(file(long(400), "Tests/KernelTests/A.swift")).isEmpty)
    #expect(Rules.length(file(long(401), "Tests/KernelTests/A.swift")).count == 1)
    #expect(Rules.length(file(long(401), "Benchmarks/A.swift")).count == 1)
  }

  @Test("a name that says nothing is refused")
  func vagueNames() {
    for name in ["QueueManager", "Helper", "StringUtils", "BaseQueue", "CommonTypes", "Misc"] {
      #expect(Rules.vagueNames(file("public struct \(name)<A> {}")).count == 1, "\(name)")
      #expect(Rules.vagueNames(file("", "Sources/Plan/\(name).swift")).count == 1, "\(name)")
      #expect(Rules.vagueNames(file("", "Sources/\(name)/A.swift")).count == 1, "\(name)")
    }
    let fine = "struct Database {}\nstruct KnowledgeBaseReader {}\nclass func base() {}\n"
    #expect(Rules.vagueNames(file(fine, "Sources/KnowledgeBase/Reader.swift")) == [])
  }

  @Test("a type with its module's name is refused")
  func moduleNames() {
    #expect(Rules.moduleNames(file("enum Kernel {}")).count == 1)
    #expect(Rules.moduleNames(file("typealias Plan = Int", "Sources/Plan/A.swift")).count == 1)
    #expect(Rules.moduleNames(file("struct Plan {}\n// enum Kernel\n")).isEmpty)
  }

  @Test("unsafe code outside the kernel is refused, even inside a string's interpolation")
  func unsafety() {
    let path = "Sources/Plan/A.swift"
    #expect(
      Rules.unsafety(file("let a = unsafe b", path)) == [
        "\(path):1: unsafe code stays in the kernel"
      ]
    )
    #expect(Rules.unsafety(file("@unsafe func a() {}", path)).count == 1)
    #expect(Rules.unsafety(file(#"print("\(unsafe b)")"#, path)).count == 1)
    #expect(Rules.unsafety(file("// unsafe\nlet a = \"unsafe\" + isUnsafe\n", path)).isEmpty)
    #expect(Rules.unsafety(file("let a = unsafe b")).isEmpty)
  }

  @Test("a mark of unfinished work is refused")
  func unfinished() {
    for mark in ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"] {
      #expect(Rules.unfinished(file("a\n// \(mark): later\n")).count == 1)
      #expect(Rules.unfinished(file("// \(mark)S and more\n")).isEmpty)
    }
  }

  static let manifest = SourceTree.project.file("Package.swift").text

  @Test(
    "a change of the manifest that leaves the rules is refused",
    arguments: [
      ("name: \"Kernel\", swiftSettings: settings", "name: \"Kernel\""),
      ("name: \"TidyTests\"", "name: \"NoveltyTests\""),
      ("dependencies: [],", "dependencies: [.package(path: \"/a\")],"),
      ("dependencies: [],", ""),
      (".strictMemorySafety(),", ""),
      (".swiftLanguageMode(.v6)", ".swiftLanguageMode(.v5)"),
      (".treatAllWarnings(as: .error)", ".unsafeFlags([\"-Ounchecked\"])"),
      ("targets: [\n", "targets: [\n    .systemLibrary(name: \"z\"),\n"),
      (".enableUpcomingFeature(\"ExistentialAny\"),", "// ExistentialAny"),
    ]
  )
  func manifestRule(old: String, new: String) {
    #expect(Self.manifest.contains(old))
    #expect(!Rules.manifest(Self.manifest.replacing(old, with: new)).isEmpty)
  }

  @Test("an entry of the top level that nobody expects is refused")
  func topLevel() {
    #expect(Rules.topLevelEntries(["Sources", "notes.txt", ".env"]).count == 2)
  }

  @Test("words are found in names of several")
  func findsWords() {
    #expect(
      words(of: "NTFileTime a_bC x86 UInt64(POP3Logon)") == [
        "NT", "File", "Time", "a", "b", "C", "x86", "U", "Int64", "POP3", "Logon",
      ]
    )
  }

  @Test("code is told from comments and strings")
  func findsCode() {
    let text = ##"""
      a /* b /* c */ d */ e // f
      g("h \" i \(j("k", (l))) m") n #"o \(p) \#(q) " "# r
      #if s
      let t = """
        u " v
        \(w) x
        """ + y
      """##
    let letters = SwiftText.code(of: text).filter { $0.isLetter }
    #expect(letters == "aegjlnqrifslettwy")
    #expect(SwiftText.code(of: text).filter(\.isNewline).count == text.filter(\.isNewline).count)
  }
}
