/// The rules that a text can break. Each takes a file and returns what is wrong, as `path:line: what`.
enum Rules {
  typealias File = SourceTree.File

  static let all: [@Sendable (File) -> [String]] = [
    imports, vocabulary, length, vagueNames, moduleNames, unsafety, unfinished,
  ]

  /// A room imports what its line of the table allows, and the C library only where it is there.
  static func imports(_ file: File) -> [String] {
    guard file.path != "Package.swift" else { return [] }
    guard let room = Room.holding(file.path) else { return ["\(file.path):1: lies in no room"] }
    var previous: Substring = ""
    return codeLines(file).flatMap { number, line -> [String] in
      defer { if !line.allSatisfy(\.isWhitespace) { previous = line } }
      return line.split(separator: ";").compactMap(importedModule).flatMap { module in
        var wrong: [String] = []
        if !room.imports.contains(module) {
          wrong.append("\(file.path):\(number): \(room.name) must not import \(module)")
        }
        if Room.cLibrary.contains(module), !previous.contains("canImport(\(module))") {
          wrong.append("\(file.path):\(number): \(module) must stand below canImport(\(module))")
        }
        return wrong
      }
    }
  }

  /// The module that a statement imports, whatever stands around the word.
  private static func importedModule(_ statement: Substring) -> String? {
    let words = statement.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let place = words.firstIndex(of: "import") else { return nil }
    let modifiers: Set<String> = ["public", "package", "internal", "fileprivate", "private"]
    guard words[..<place].allSatisfy({ modifiers.contains($0) || $0.hasPrefix("@") }) else {
      return nil
    }
    let kinds: Set<String> = [
      "struct", "class", "enum", "protocol", "typealias", "func", "let", "var",
    ]
    let path = words[(place + 1)...].first { !kinds.contains($0) }
    return path.map { name in String(name.prefix { $0 != "." }) }
  }

  /// A file is one idea: at most 250 lines, 400 where it tests or measures.
  static func length(_ file: File) -> [String] {
    guard longFiles[file.path] == nil else { return [] }
    let limit = file.path.hasPrefix("Sources/") ? 250 : 400
    return file.lineCount <= limit
      ? [] : ["\(file.path):\(limit + 1): the file has \(file.lineCount) lines, \(limit) at most"]
  }

  /// Tables of data that are longer than a file may be, and why.
  static let longFiles: [String: String] = [
    "Tests/KernelTests/Arithmetic/ExactExponentialValues.swift": "a table of exact values",
    "Tests/KernelTests/Arithmetic/ExactLogarithmValues.swift": "a table of exact values",
    "Tests/KernelTests/Arithmetic/ExactPowerValues.swift": "a table of exact values",
  ]

  private static let vague: Set<String> = [
    "manager", "managers", "helper", "helpers", "util", "utils", "utility", "utilities", "base",
    "common", "misc", "miscellaneous",
  ]

  /// No file, folder or type says merely that it is something.
  static func vagueNames(_ file: File) -> [String] {
    func vagueWord(_ name: String) -> String? {
      // The one name that the period itself gave.
      words(of: name.replacing("KnowledgeBase", with: "")).first { vague.contains($0.lowercased()) }
    }
    let stem = file.path.hasSuffix(".swift") ? String(file.path.dropLast(6)) : file.path
    let ofPath = vagueWord(stem).map { ["\(file.path):1: the path says \($0), which says nothing"] }
    return (ofPath ?? [])
      + declaredTypes(file).compactMap { number, type in
        vagueWord(type).map { "\(file.path):\(number): \(type) says \($0), which says nothing" }
      }
  }

  /// No type has its module's name, which would hide the module.
  static func moduleNames(_ file: File) -> [String] {
    guard let room = Room.holding(file.path) else { return [] }
    return declaredTypes(file).filter { $0.type == room.name }.map {
      "\(file.path):\($0.line): \($0.type) has its module's name"
    }
  }

  static func declaredTypes(_ file: File) -> [(line: Int, type: String)] {
    let kinds: Set<String> = ["struct", "class", "enum", "protocol", "actor", "typealias"]
    return codeLines(file).flatMap { number, line -> [(line: Int, type: String)] in
      let tokens = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "`" }
      return zip(tokens, tokens.dropFirst()).compactMap { kind, name in
        guard kinds.contains(String(kind)), !["func", "var", "let", "init"].contains(String(name))
        else { return nil }
        return (number, name.filter { $0 != "`" })
      }
    }
  }

  /// Where the language's checks of memory may be set aside: the kernel, and what calls the C library.
  static let unsafePlaces: [String: String] = [
    "Sources/Kernel/": "memory is laid out here",
    "Sources/Command/Files/": "the C library takes and gives addresses",
    "Sources/Command/Process/": "the C library takes and gives addresses",
    "Benchmarks/Harness/Clock.swift": "the C library takes and gives addresses",
    "Benchmarks/Machine/": "the C library takes and gives addresses",
    "Tests/YAMLTests/Support/ThreadClock.swift": "the C library takes and gives addresses",
    "Tests/TopologyTests/Support/ThreadClock.swift": "the C library takes and gives addresses",
  ]

  /// The word `unsafe` stands in code only where the table allows it.
  static func unsafety(_ file: File) -> [String] {
    guard !unsafePlaces.keys.contains(where: { file.path.hasPrefix($0) }) else { return [] }
    return codeLines(file).compactMap { number, line in
      line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.contains("unsafe")
        ? "\(file.path):\(number): unsafe code stays in the kernel" : nil
    }
  }

  // In two parts, so that this file does not break its own rule.
  private static let marks = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]

  /// What is to be done is done, or is written down elsewhere.
  static func unfinished(_ file: File) -> [String] {
    zip(1..., file.lines).compactMap { number, line in
      let tokens = line.split { !$0.isLetter && !$0.isNumber }
      return marks.first { tokens.contains(Substring($0)) }.map {
        "\(file.path):\(number): \($0) is no state to leave a file in"
      }
    }
  }

  private static func codeLines(_ file: File) -> [(line: Int, text: Substring)] {
    let lines = SwiftText.code(of: file.text).split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    return zip(1..., lines).map { ($0, $1) }
  }
}
