import Kernel
import Text

/// A record that cannot be read back: what is wrong, and where.
public struct RecordError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The way to the value from the top, such as `flows[2].sent`.
  public let path: String
  /// What is wrong with it.
  public let message: String

  /// What is wrong at a path.
  public init(path: String, message: String) {
    self.path = path
    self.message = message
  }

  /// The place and the reason.
  public var description: String { path.isEmpty ? message : "\(path): \(message)" }
}

/// A value of an encoded record and the way to it.
struct RecordReader {
  let value: JSON
  let path: String

  /// The member of this name, which must be there.
  func callAsFunction(_ name: String) throws(RecordError) -> RecordReader {
    guard let member = value[name] else { throw error("there is no `\(name)`") }
    return RecordReader(value: member, path: path.isEmpty ? name : "\(path).\(name)")
  }

  /// The member of this name; nil in what was written before there was one.
  func later(_ name: String) -> RecordReader? {
    value[name].map { RecordReader(value: $0, path: path.isEmpty ? name : "\(path).\(name)") }
  }

  /// What `read` makes of the value; nil where it is null.
  func optional<Value>(
    _ read: (RecordReader) throws(RecordError) -> Value
  ) throws(RecordError) -> Value? {
    value == .null ? nil : try read(self)
  }

  /// What `read` makes of each element.
  func list<Value>(
    _ read: (RecordReader) throws(RecordError) -> Value
  ) throws(RecordError) -> [Value] {
    guard let elements = value.elements else { throw error("a list is expected") }
    var values: [Value] = []
    values.reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      values.append(try read(RecordReader(value: element, path: "\(path)[\(index)]")))
    }
    return values
  }

  func text() throws(RecordError) -> String {
    guard let text = value.text else { throw error("a text is expected") }
    return text
  }

  func count() throws(RecordError) -> UInt64 {
    switch value {
    case .integer(let number) where number >= 0: return UInt64(number)
    case .string(let digits):
      if let number = UInt64(digits) { return number }
    default: break
    }
    throw error("a count is expected")
  }

  func whole() throws(RecordError) -> Int64 {
    guard case .integer(let number) = value else { throw error("a whole number is expected") }
    return Int64(number)
  }

  func number() throws(RecordError) -> Double {
    guard let number = value.double else { throw error("a number is expected") }
    return number
  }

  func flag() throws(RecordError) -> Bool {
    guard case .bool(let flag) = value else { throw error("true or false is expected") }
    return flag
  }

  func duration() throws(RecordError) -> Interval {
    if case .number(let seconds) = value, seconds >= 0, seconds < 0x1p40 {
      // Only the part after the point is multiplied, because a product of the whole would be rounded.
      let whole = seconds.rounded(.down)
      let rest = Interval(seconds: seconds - whole) ?? .zero
      return .seconds(UInt64(whole)) + rest
    }
    let (ticks, overflow) = try count().multipliedReportingOverflow(by: Interval.ticksPerSecond)
    if overflow { throw error("this is longer than the clock can count") }
    return Interval(ticks: ticks)
  }

  func time() throws(RecordError) -> Instant { Instant(ticks: try duration().ticks) }

  /// A number that was written in sixteen hexadecimal digits.
  func hash() throws(RecordError) -> UInt64 {
    let digits = try text()
    guard digits.utf8.count == 16, let hash = UInt64(digits, radix: 16) else {
      throw error("sixteen hexadecimal digits are expected")
    }
    return hash
  }

  /// Refuses an encoding whose version is not the one that is understood.
  func checkVersion(_ understood: Int) throws(RecordError) {
    let version = try self("version").whole()
    guard version == understood else {
      throw RecordError(
        path: "version",
        message: "this is version \(version), and version \(understood) is understood"
      )
    }
  }

  /// One of a closed list of words.
  func word<Word: RawRepresentable>(_: Word.Type) throws(RecordError) -> Word
  where Word.RawValue == String {
    guard let word = Word(rawValue: try text()) else { throw error("this word is not known") }
    return word
  }

  func error(_ message: String) -> RecordError { RecordError(path: path, message: message) }
}
