import Plan
import Schema

/// So many pieces or bytes, or between two such numbers.
struct Quantity: Hashable, Sendable {
  /// The least and the most; equal where it is one number.
  let range: ClosedRange<Int>
  /// Whether bytes are counted; otherwise pieces.
  let isBytes: Bool

  /// One piece.
  static let one = Quantity(range: 1...1, isBytes: false)
  /// The most pieces that can be written.
  static let pieceLimit = 999_999_999

  /// As it is written: `2`, `1 KiB to 4 KiB`.
  var text: String {
    func one(_ number: Int) -> String { isBytes ? Shape<Int>.size.text(of: number) : "\(number)" }
    return range.count == 1
      ? one(range.lowerBound) : "\(one(range.lowerBound)) to \(one(range.upperBound))"
  }

  /// Reads a number of pieces or bytes.
  static func number(_ text: String) throws(Complaint) -> (number: Int, isBytes: Bool) {
    if text.utf8.allSatisfy(ASCII.isDigit) {
      guard let number = Int(text), number <= pieceLimit, text == "\(number)" else {
        throw Complaint(.wrongForm, "`\(text)` is no whole number up to \(pieceLimit).")
      }
      return (number, false)
    }
    return (try Shape<Int>.bytes(of: text), true)
  }

  /// Reads one number, or two with `to` between them.
  static func parse(_ text: String) throws(Complaint) -> Quantity {
    if text.contains("..") {
      throw Complaint(
        .wrongForm,
        "`\(text)` is no amount.",
        fixes: [text.replacing(" ", with: "").replacing("..", with: " to ")]
      )
    }
    let parts = text.split(separator: " to ", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2 else { throw Complaint(.wrongForm, "`\(text)` is no amount.") }
    let (least, isBytes) = try number(parts[0])
    guard parts.count == 2 else {
      return Quantity(range: least...least, isBytes: isBytes)
    }
    let (most, isAlsoBytes) = try number(parts[1])
    guard isBytes == isAlsoBytes else {
      throw Complaint(
        .unitMissing,
        "`\(text)` has a unit at one of its ends only.",
        label: "say the unit twice"
      )
    }
    guard least < most else {
      throw Complaint(
        .outOfRange,
        "`\(parts[0])` is not less than `\(parts[1])`.",
        fixes: least > most ? ["\(parts[1]) to \(parts[0])"] : [parts[0]]
      )
    }
    return Quantity(range: least...most, isBytes: isBytes)
  }

  /// Accepts one number of pieces or bytes.
  static var numberPattern: String {
    guard case .scalar(let form) = Shape<Int>.size.form, let pattern = form.pattern else {
      return ".*"
    }
    return "(?:0|[1-9][0-9]{0,8}|\(pattern.dropFirst().dropLast()))"
  }
}

extension Shape where Value == Quantity {
  /// So many pieces or bytes, or between two such numbers: `1`, `2 KiB`, `1 KiB to 4 KiB`.
  static var quantity: Shape {
    .scalar(
      ScalarForm(
        "amount",
        noun: "an amount",
        "A whole number, or a size with its unit, or two of them with `to` between.",
        pattern: "^\(Quantity.numberPattern)(?: to \(Quantity.numberPattern))?$",
        examples: ["1", "2 KiB", "1 KiB to 4 KiB"],
        guesses: [.integer]
      ),
      placeholder: .one,
      write: \.text,
      parse: { text throws(Complaint) in
        let quantity = try Quantity.parse(text)
        if quantity.range.upperBound == 0 {
          throw Complaint(.outOfRange, "Nothing is taken where the amount is 0.")
        }
        return quantity
      }
    )
  }
}

/// A level as it is written: an amount, or a share of what the limit allows.
enum LevelText: Hashable, Sendable {
  case quantity(Quantity)
  case share(Share)
}

extension Shape where Value == LevelText {
  /// A number of pieces or bytes, or a share of the limit.
  static var level: Shape {
    .scalar(
      ScalarForm(
        "level",
        noun: "a level",
        "A whole number, a size with its unit, or a share of the limit in percent.",
        pattern: "^(?:\(Quantity.numberPattern)|100(?:\\.0)?%|[1-9]?[0-9](?:\\.[0-9])?%)$",
        examples: ["65535", "90%"],
        guesses: [.integer]
      ),
      placeholder: .quantity(.one),
      write: { level in
        switch level {
        case .quantity(let quantity): quantity.text
        case .share(let share): share.description
        }
      },
      parse: { text throws(Complaint) in
        guard text.hasSuffix("%") else {
          let (number, isBytes) = try Quantity.number(text)
          return .quantity(Quantity(range: number...number, isBytes: isBytes))
        }
        return .share(Share(billionths: try Percent.thousandths(text, upTo: 1_000) * 1_000_000))
      }
    )
  }
}
