import Schema

/// The values that a key takes in a sweep, as they would be written in the file.
struct SweepValues {
  /// The values.
  let texts: [String]
  /// Those that stand for all when they are tried in the file, with their own places: all of a list, of
  /// a range its ends, and a value with a point where there is one.
  let trials: [(text: String, place: Place?)]

  /// The most values that a key can take.
  static let limit = 10_000

  /// Reads what stands at a key of `vary`; `unit` is what follows the number in the file.
  init(_ variation: Variation, unit: String) throws(Complaint) {
    switch variation {
    case .list(let values):
      texts = values.map { Self.withUnit($0.value, unit) }
      trials = values.map { (Self.withUnit($0.value, unit), $0.place) }
    case .range(let text):
      let values = try Self.range(text)
      texts = values.map { Self.text($0) + unit }
      let broken = values.firstIndex { $0 % Self.scale != 0 }
      let chosen = Set([0, values.count - 1] + [broken].compactMap(\.self))
      trials = chosen.sorted().map { (Self.text(values[$0]) + unit, nil) }
    }
  }

  /// A bare number with the unit that the key has in the file.
  static func withUnit(_ text: String, _ unit: String) -> String {
    decimal(text) == nil ? text : text + unit
  }

  /// What follows the number in a value of the file: `/day` in `4000/day`; empty where it is no number,
  /// or a version such as `5.5 SP2`.
  static func unit(of text: String) -> String {
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let rest = text.dropFirst(number.count)
    let isUnit = !rest.contains(where: \.isNumber) && rest != " RTM"
    return decimal(String(number)) == nil || !isUnit ? "" : String(rest)
  }

  private static func range(_ text: String) throws(Complaint) -> [Int] {
    let words = text.split(separator: " ").map(String.init)
    let ends = (words.first ?? "").components(separatedBy: "..")
    guard ends.count == 2, let first = decimal(ends[0]), let last = decimal(ends[1]) else {
      throw Complaint(
        .wrongForm,
        "`\(text)` is no range of values.",
        fixes: ["1000..8000 x2"],
        notes: ["a range is `1000..8000 x2` or `1000..8000 step 500`; a list is `[1000, 2000]`"]
      )
    }
    guard first < last else {
      throw Complaint(
        TopologyRule.sweepRange,
        "The range goes from \(ends[0]) to \(ends[1]), which is not more."
      )
    }
    var values: [Int] = []
    if words.count == 2, words[1].hasPrefix("x"), let factor = decimal(String(words[1].dropFirst()))
    {
      guard factor > scale, first > 0 else {
        throw Complaint(
          TopologyRule.sweepRange,
          "A factor of \(words[1].dropFirst()) never leads to \(ends[1])."
        )
      }
      var value = first
      while value <= last, values.count <= limit {
        values.append(value)
        let next = Int128(value) * Int128(factor) / Int128(scale)
        if next > Int128(last) || next == Int128(value) { break }
        value = Int(next)
      }
    } else if words.count == 3, words[1] == "step", let step = decimal(words[2]) {
      guard step > 0 else {
        throw Complaint(TopologyRule.sweepRange, "A step of 0 never leads to \(ends[1]).")
      }
      var value = first
      while value <= last, values.count <= limit {
        values.append(value)
        value += step
      }
    } else {
      throw Complaint(
        TopologyRule.sweepRange,
        "The range needs a factor or a step.",
        label: "in what steps?",
        fixes: ["\(words[0]) x2"]
      )
    }
    if values.count > limit {
      throw Complaint(TopologyRule.sweepRange, "The range has more than \(limit) values.")
    }
    return values
  }

  private static let scale = 1_000_000

  /// A decimal number in millionths; nil where the text is none.
  static func decimal(_ text: String) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), (1...12).contains(parts[0].utf8.count),
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let whole = Int(parts[0])
    else { return nil }
    guard parts.count == 2 else { return whole * scale }
    guard parts[1].utf8.count <= 6, let rest = Int(parts[1]) else { return nil }
    let missing = 6 - parts[1].utf8.count
    return whole * scale + rest * (0..<missing).reduce(1) { product, _ in product * 10 }
  }

  /// Millionths as a decimal number.
  static func text(_ value: Int) -> String {
    let (whole, rest) = value.quotientAndRemainder(dividingBy: scale)
    if rest == 0 { return "\(whole)" }
    var digits = String("\(scale + rest)".dropFirst())
    while digits.hasSuffix("0") { digits.removeLast() }
    return "\(whole).\(digits)"
  }
}

extension String {
  /// The pieces between the occurrences of a separator.
  fileprivate func components(separatedBy separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
