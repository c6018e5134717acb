extension Unicode.Scalar {
  /// How many columns of a terminal it takes: 0 for what joins the character before it, 2 for East
  /// Asian wide characters and emoji, otherwise 1.
  public var displayWidth: Int {
    if value < 0x300 { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return Self.wide.contains { $0.contains(value) } ? 2 : 1
    }
  }

  /// Whether it would do something to a terminal instead of being shown, or turn the direction of
  /// what follows.
  public var isUnprintable: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  // The blocks of Unicode's East_Asian_Width W and F, joined where only unassigned code points part them.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF,
    0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60,
    0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD,
  ]
}

/// How many columns of a terminal a text of one line takes.
public func displayWidth(_ text: String) -> Int {
  text.unicodeScalars.reduce(0) { $0 + $1.displayWidth }
}

/// A text for a terminal: what is not to be shown stands as `\u{1B}`, and a line break as a space.
public func printable(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: \.isUnprintable) else { return text }
  var shown = ""
  for scalar in text.unicodeScalars {
    if scalar == "\n" || scalar == "\t" {
      shown += " "
    } else if scalar.isUnprintable {
      shown += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    } else {
      shown.unicodeScalars.append(scalar)
    }
  }
  return shown
}
