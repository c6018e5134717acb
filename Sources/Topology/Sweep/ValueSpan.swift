public import Schema

/// The values of a key between two ends, in which something is searched.
public struct ValueSpan: Hashable, Sendable {
  /// The key, or a pattern of keys.
  public let key: String
  /// The least value, in steps.
  public let low: Int
  /// The greatest value, in steps.
  public let high: Int
  /// What follows the number in the file: `/day`.
  public let unit: String
  /// How many decimals a step has: values are whole numbers of it.
  public let decimals: Int

  /// Reads `KEY=LOW..HIGH`, where a bare number has the unit that the key has in the topology.
  ///
  /// A step is no more than `share` of the least value, as far as the key takes so many decimals.
  ///
  /// - Parameters:
  ///   - bytes: the topology's content.
  ///   - overrides: what is changed in it.
  public init(
    _ text: String,
    in bytes: [UInt8],
    file: String,
    overrides: [Override],
    share: Double
  ) throws(Complaint) {
    guard let override = Override(text, origin: "--vary") else { throw Self.malformed(text) }
    let ends = override.value.split(separator: "..", omittingEmptySubsequences: false)
    guard ends.count == 2 else { throw Self.malformed(text) }
    let (first, last) = (Self.parts(ends[0]), Self.parts(ends[1]))
    guard let low = SweepValues.decimal(first.digits), let high = SweepValues.decimal(last.digits),
      !(first.unit + last.unit).contains(where: \.isNumber)
    else { throw Self.malformed(text) }
    guard first.unit.isEmpty || last.unit.isEmpty || first.unit == last.unit else {
      throw Complaint(
        TopologyRule.sweepRange,
        "Both ends have one unit, and not `\(Self.trimmed(first.unit))` and `\(Self.trimmed(last.unit))`."
      )
    }
    guard 0 < low, low < high else {
      throw Complaint(
        TopologyRule.sweepRange,
        "A search goes from a value above 0 to a larger one, and not from \(ends[0]) to \(ends[1])."
      )
    }
    var reader = SweepReader(bytes: bytes, file: file, known: Reading(), wish: nil)
    let unit = [last.unit, first.unit].first { !$0.isEmpty } ?? reader.unit(at: override.path)
    let needed = (0...Self.most).first { low % Self.step($0) == 0 && high % Self.step($0) == 0 }!
    let wanted = (0...Self.most).first { Double(Self.step($0)) <= share * Double(low) } ?? Self.most
    func errorCount(_ changes: [Override]) -> Int {
      let reading = Reading(overrides: overrides + changes)
      _ = reading.read(TopologyDocument.self, from: bytes, file: file)
      return reading.diagnostics.count { $0.severity == .error }
    }
    let known = errorCount([])
    decimals =
      stride(from: wanted, to: needed, by: -1).first { decimals in
        let value = SweepValues.text(low + Self.step(decimals)) + unit
        return errorCount([Override(path: override.path, value: value, origin: "--vary")]) <= known
      } ?? needed
    key = override.path
    self.low = low / Self.step(decimals)
    self.high = high / Self.step(decimals)
    self.unit = unit
  }

  /// The value as the file would have it.
  public func text(_ value: Int) -> String {
    SweepValues.text(value * Self.step(decimals)) + unit
  }

  /// The most decimals that a value has.
  private static let most = 6

  /// A step of so many decimals, in millionths.
  private static func step(_ decimals: Int) -> Int {
    (decimals..<most).reduce(1) { product, _ in product * 10 }
  }

  private static func parts(_ text: Substring) -> (digits: String, unit: String) {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    return (String(digits), String(text.dropFirst(digits.count)))
  }

  private static func trimmed(_ unit: String) -> String {
    unit.hasPrefix(" ") ? String(unit.dropFirst()) : unit
  }

  private static func malformed(_ text: String) -> Complaint {
    Complaint(
      .wrongForm,
      "`\(text)` is no key with two ends.",
      notes: ["such as `mail.*.volume=1000..64000` or `run.sample=0.5m..8m`"]
    )
  }
}
