extension Rules {
  /// The manifest: every Swift target uses the one list of settings, and nothing is depended upon.
  static func manifest(_ text: String) -> [String] {
    let code = uncommented(text)
    var wrong: [String] = []
    for target in targets(in: code) {
      let name = target.name
      if !Room.all.contains(where: { $0.name == name }) {
        wrong.append("Package.swift: no room of the name \(name) is listed in Rooms.swift")
      }
      if !target.text.contains("swiftSettings: settings"), name != "AllocationCounter" {
        wrong.append("Package.swift: \(name) does not use the settings")
      }
    }
    if targets(in: code).isEmpty { wrong.append("Package.swift: no target was found") }
    if code.matches(of: #/\bdependencies:\s*\[\s*\],\s*targets:/#).count != 1 {
      wrong.append("Package.swift: the package's list of dependencies must be there and empty")
    }
    let refused = [
      ".package(", ".plugin(", ".macro(", ".systemLibrary(", ".binaryTarget(", ".unsafeFlags(",
      "linkerSettings", "cSettings", "plugins:", ".product(",
    ]
    return wrong
      + refused.filter(code.contains).map { "Package.swift: \($0) has no place in this package" }
      + [
        ".swiftLanguageMode(.v6)", ".strictMemorySafety()", ".treatAllWarnings(as: .error)",
        "ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility",
      ].filter { !code.contains($0) }.map { "Package.swift: the settings lack \($0)" }
  }

  /// Strings stay, as a target's name is one; the manifest has no comment marks inside of them.
  private static func uncommented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.drop(while: \.isWhitespace).hasPrefix("//") }.joined(separator: "\n")
  }

  /// Each call that declares a target, up to its closing parenthesis.
  private static func targets(in code: String) -> [(name: String, text: Substring)] {
    code.matches(of: #/\.(target|executableTarget|testTarget)\(/#).compactMap { match in
      var depth = 1
      var end = match.range.upperBound
      while depth > 0, end < code.endIndex {
        depth += code[end] == "(" ? 1 : code[end] == ")" ? -1 : 0
        code.formIndex(after: &end)
      }
      let text = code[match.range.upperBound..<end]
      let name = text.split(separator: "\u{22}").dropFirst().first
      return (name.map(String.init) ?? "without a name", text)
    }
  }

  private static let topLevel: Set<String> = [
    "ARCHITECTURE.md", "Benchmarks", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Package.swift",
    "README.md", "Sources", "Tests", "Topologies",
    ".ci", ".github", ".editorconfig", ".git", ".gitattributes", ".gitignore", ".swift-format",
    // What the tools and the people's editors make; none of it is committed.
    ".build", ".swiftpm", ".sourcekit-lsp", ".vscode", ".idea", ".DS_Store",
  ]

  /// The top of the repository holds what a visitor needs, and no more.
  static func topLevelEntries(_ names: [String]) -> [String] {
    names.filter { !topLevel.contains($0) }.map { "\($0): has no place at the top level" }
  }
}
