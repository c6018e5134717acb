import Testing

@Suite("Scalars of shipped topologies")
struct ShippedScalarTests {
  /// What tools that follow YAML 1.1 take for something else than a text, beyond plain whole numbers.
  static let patterns: [(name: String, matches: @Sendable (String) -> Bool)] = [
    (
      "a truth value",
      { ["y", "n", "yes", "no", "true", "false", "on", "off"].contains($0.lowercased()) }
    ),
    ("nothing", { ["~", "null", "Null", "NULL", ""].contains($0) }),
    ("a number of base 60", { isDigits($0.filter { $0 != ":" }) && $0.contains(":") }),
    ("an octal number", { $0.count > 1 && $0.hasPrefix("0") && isDigits($0) }),
    (
      "a hexadecimal or binary number",
      { $0.hasPrefix("0x") || $0.hasPrefix("0b") || $0.hasPrefix("0o") }
    ),
    ("a number with underscores", { $0.contains("_") && isDigits($0.filter { $0 != "_" }) }),
    ("a decimal number", { isDigits($0.filter { $0 != "." }) && $0.contains(".") }),
    ("a number with an exponent", { isExponent($0) }),
    ("a date", { $0.count >= 8 && isDigits($0.filter { $0 != "-" }) && $0.contains("-") }),
    ("infinity", { [".inf", "-.inf", ".nan"].contains($0.lowercased()) }),
    ("a merge key", { $0 == "<<" || $0 == "=" }),
  ]

  private static func isDigits(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isExponent(_ text: String) -> Bool {
    let parts = text.lowercased().split(separator: "e", omittingEmptySubsequences: false)
    return parts.count == 2 && isDigits(parts[0].filter { $0 != "." })
      && isDigits(parts[1].filter { $0 != "+" && $0 != "-" })
  }

  @Test(
    "None is one that YAML 1.1 reads otherwise, unless a flag is meant",
    arguments: ShippedFiles.names
  )
  func scalars(name: String) throws {
    let scalars = try KeySites(ShippedFiles.text(name)).plainScalars
    #expect(scalars.count > 10)
    for scalar in scalars {
      for pattern in Self.patterns where pattern.matches(scalar.text) {
        // A flag is a flag for everybody.
        let isFlag = ["true", "false"].contains(scalar.text) && scalar.isValue
        #expect(isFlag, "`\(scalar.text)` in line \(scalar.line) is \(pattern.name)")
      }
    }
  }

  @Test(
    "The patterns find what they are for",
    arguments: [
      "on", "No", "~", "18:00", "0177", "0x1F", "1_000", "5.0", "1e3", "1998-03-02", ".inf", "<<",
    ]
  )
  func patternsMatch(text: String) {
    #expect(Self.patterns.contains { $0.matches(text) })
  }
}
