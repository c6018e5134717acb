/// A rule of the reader, with a text that breaks it and one that keeps it.
public struct YAMLRule: Hashable, Sendable {
  /// Its stable name.
  public let code: YAMLCode
  /// What the rule is and why it is there, in a few sentences.
  public let summary: String
  /// A text in which this rule is broken and no other; bytes, because they may not be UTF-8.
  public let wrong: [UInt8]
  /// A text that says what was meant, without any problem.
  public let right: String
  /// What the examples are read with: the defaults, but for the rules about a limit.
  public let limits: YAMLLimits

  init(
    _ code: YAMLCode,
    _ summary: String,
    wrong: String,
    right: String,
    limits: YAMLLimits = YAMLLimits()
  ) {
    self.init(code, summary, wrongBytes: Array(wrong.utf8), right: right, limits: limits)
  }

  init(
    _ code: YAMLCode,
    _ summary: String,
    wrongBytes: [UInt8],
    right: String,
    limits: YAMLLimits = YAMLLimits()
  ) {
    self.code = code
    self.summary = summary
    self.wrong = wrongBytes
    self.right = right
    self.limits = limits
  }

  /// All rules in the order of their codes.
  public static let all =
    text + limits + directives + properties + blocks + lines + brackets + scalars
}

extension YAMLCode {
  /// The rule of this name.
  public var rule: YAMLRule {
    guard let rule = YAMLRule.all.first(where: { $0.code == self }) else {
      preconditionFailure("Every code has a rule; '\(rawValue)' has none.")
    }
    return rule
  }
}

extension YAMLRule {
  /// The wrong text as lines for people, with what cannot be seen in angle brackets.
  public var wrongLines: [String] { Self.shown(wrong) }

  /// The right text in the same way.
  public var rightLines: [String] { Self.shown(Array(right.utf8)) }

  private static func shown(_ bytes: [UInt8]) -> [String] {
    var lines: [String] = []
    for line in bytes.split(separator: Byte.lineFeed, omittingEmptySubsequences: false) {
      var shown = ""
      // Some examples are wrong for being long.
      let cut = line.count > 100 ? Array(line.prefix(60)) : Array(line)
      for scalar in String(decoding: cut, as: UTF8.self).unicodeScalars {
        shown += visible(scalar)
      }
      if line.count > 100 { shown += " … and so on, \(line.count) bytes" }
      lines.append(shown)
    }
    return lines
  }

  private static func visible(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x09: return "<tab>"
    case 0xFEFF: return "<byte order mark>"
    case 0xFFFD: return "<no character>"
    case 0..<0x20, 0x7F..<0xA0:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "<U+" + String(repeating: "0", count: 4 - digits.count) + digits + ">"
    default: return String(scalar)
    }
  }
}
