public import Schema

/// The values of a key between two ends, in which something is searched.
public struct ValueSpan: Hashable, Sendable {
  /// The key, or a pattern of keys.
  public let key: String
  /// The least value.
  public let low: Int
  /// The greatest value.
  public let high: Int
  /// What follows the number in the file: `/day`.
  public let unit: String

  /// Reads `KEY=LOW..HIGH`, where a bare number has the unit that the key has in the topology.
  ///
  /// - Parameter bytes: the topology's content.
  public init(_ text: String, in bytes: [UInt8], file: String) throws(Complaint) {
    guard let override = Override(text, origin: "--vary") else { throw Self.malformed(text) }
    let ends = override.value.split(separator: "..", omittingEmptySubsequences: false)
    guard ends.count == 2 else { throw Self.malformed(text) }
    let (first, last) = (Self.parts(ends[0]), Self.parts(ends[1]))
    guard let low = Int(first.digits), let high = Int(last.digits), high < 1 << 53 else {
      throw Self.malformed(text)
    }
    guard 0 < low, low < high else {
      throw Complaint(
        TopologyRule.sweepRange,
        "A search goes from a value above 0 to a larger one, and not from \(ends[0]) to \(ends[1])."
      )
    }
    var reader = SweepReader(bytes: bytes, file: file, known: Reading(), wish: nil)
    key = override.path
    self.low = low
    self.high = high
    unit =
      [last.unit, first.unit].first { !$0.isEmpty } ?? reader.unit(at: override.path)
  }

  /// The value as the file would have it.
  public func text(_ value: Int) -> String { "\(value)\(unit)" }

  private static func parts(_ text: Substring) -> (digits: Substring, unit: String) {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    return (digits, String(text.dropFirst(digits.count)))
  }

  private static func malformed(_ text: String) -> Complaint {
    Complaint(
      .wrongForm,
      "`\(text)` is no key with two ends.",
      notes: ["such as `mail.*.volume=1000..64000`, in whole numbers"]
    )
  }
}
