/// The first pass over the bytes: are they UTF-8, which characters may not be there, where are lines.
struct TextCheck {
  /// A piece of the text that is not what YAML allows.
  struct Fault {
    enum Kind { case encoding(String), invalid, truncated, control }
    let kind: Kind
    let range: Range<Int>
    let character: UInt32
  }

  private(set) var lineStarts: [UInt32] = [0]
  private(set) var characterMarks: [UInt32] = []
  /// What is wrong wherever it stands.
  private(set) var faults: [Fault] = []
  /// Where characters begin that are allowed between quotes only.
  private(set) var quotedOnly: [UInt32] = []

  private let faultLimit: Int

  /// Looks at all bytes once; keeps at most `faultLimit` faults of each sort.
  init(_ bytes: [UInt8], faultLimit: Int) {
    self.faultLimit = faultLimit
    if let name = Self.foreignEncoding(bytes) {
      faults = [Fault(kind: .encoding(name), range: 0..<min(bytes.count, 2), character: 0)]
      return
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { lineStarts[0] = 3 }
    lineStarts.reserveCapacity(bytes.count / 32)
    var isASCII = true
    var index = 0
    let count = bytes.count
    while index < count {
      let byte = bytes[index]
      if byte >= 0x20 && byte < 0x7F {
        index += 1
      } else if byte < 0x80 {
        if byte == Byte.lineFeed
          || byte == Byte.carriageReturn
            && (index + 1 == count || bytes[index + 1] != Byte.lineFeed)
        {
          lineStarts.append(UInt32(truncatingIfNeeded: index + 1))
        } else if byte == 0x7F {
          quotedOnly.append(UInt32(index))
        } else if byte != Byte.tab && byte != Byte.carriageReturn {
          note(Fault(kind: .control, range: index..<index + 1, character: UInt32(byte)))
        }
        index += 1
      } else {
        isASCII = false
        index = check(bytes, at: index)
      }
    }
    if !isASCII { countCharacters(bytes) }
  }

  /// Checks the character that begins at `start` with a byte of 0x80 or more; gives what follows.
  private mutating func check(_ bytes: [UInt8], at start: Int) -> Int {
    let first = bytes[start]
    let length: Int
    let lowest: UInt32
    var value: UInt32
    switch first {
    case 0xC2...0xDF: (length, lowest, value) = (2, 0x80, UInt32(first & 0x1F))
    case 0xE0...0xEF: (length, lowest, value) = (3, 0x800, UInt32(first & 0x0F))
    case 0xF0...0xF4: (length, lowest, value) = (4, 0x1_0000, UInt32(first & 0x07))
    default:
      note(Fault(kind: .invalid, range: start..<start + 1, character: UInt32(first)))
      return start + 1
    }
    var index = start + 1
    while index < start + length {
      guard index < bytes.count, bytes[index] & 0xC0 == 0x80 else {
        let kind: Fault.Kind = index == bytes.count ? .truncated : .invalid
        note(Fault(kind: kind, range: start..<index, character: UInt32(first)))
        return index
      }
      value = value << 6 | UInt32(bytes[index] & 0x3F)
      index += 1
    }
    if value < lowest || value > 0x10_FFFF || (0xD800...0xDFFF).contains(value) {
      note(Fault(kind: .invalid, range: start..<index, character: UInt32(first)))
    } else if value < 0xA0 && value != 0x85 || value == 0xFFFE || value == 0xFFFF
      || value == 0xFEFF
    {
      quotedOnly.append(UInt32(start))
    }
    return index
  }

  private mutating func note(_ fault: Fault) {
    if faults.count < faultLimit { faults.append(fault) }
  }

  private mutating func countCharacters(_ bytes: [UInt8]) {
    var characters: UInt32 = 0
    characterMarks.reserveCapacity(bytes.count / YAMLSource.markDistance + 1)
    for index in bytes.indices {
      if index % YAMLSource.markDistance == 0 { characterMarks.append(characters) }
      if bytes[index] & 0xC0 != 0x80 { characters += 1 }
    }
  }

  /// The specification's table: the first bytes tell UTF-16 and UTF-32, with a mark or without.
  private static func foreignEncoding(_ bytes: [UInt8]) -> String? {
    let head = Array(bytes.prefix(4))
    if head.count == 4 {
      if head[0] == 0 && head[1] == 0 && (head[2] == 0xFE && head[3] == 0xFF || head[2] == 0) {
        return head[3] == 0 ? nil : "UTF-32 (big-endian)"
      }
      if head[1] == 0 && head[2] == 0 && head[3] == 0 && head[0] != 0
        || head == [0xFF, 0xFE, 0, 0]
      {
        return "UTF-32 (little-endian)"
      }
    }
    guard head.count >= 2 else { return nil }
    if head[0] == 0xFE && head[1] == 0xFF || head[0] == 0 && head[1] != 0 {
      return "UTF-16 (big-endian)"
    }
    if head[0] == 0xFF && head[1] == 0xFE || head[1] == 0 && head[0] != 0 {
      return "UTF-16 (little-endian)"
    }
    return nil
  }
}
