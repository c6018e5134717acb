import Text

/// A part of a whole, exact to a billionth.
public struct Share: Hashable, Comparable, Sendable {
  /// The part in billionths of the whole, from 0 to 1,000,000,000.
  public let billionths: Int

  /// So many billionths of the whole.
  public init(billionths: Int) {
    precondition((0...Self.whole.billionths).contains(billionths), "a share is from 0 to 1")
    self.init(unchecked: billionths)
  }

  private init(unchecked billionths: Int) { self.billionths = billionths }

  /// So many hundredths of the whole.
  public init(percent: Int) { self.init(billionths: percent * 10_000_000) }

  /// All of it.
  public static let whole = Share(unchecked: 1_000_000_000)
  /// Nothing of it.
  public static let zero = Share(unchecked: 0)

  /// The part as a fraction, the nearest double.
  public var fraction: Double { Double(billionths) / 1e9 }

  /// Whether `left` is the smaller part.
  public static func < (left: Share, right: Share) -> Bool { left.billionths < right.billionths }
}

extension Share: CustomStringConvertible {
  /// In percent, exactly.
  public var description: String { DecimalNumber.text(UInt64(billionths), decimals: 7) + "%" }
}

extension Shape where Value == Share {
  /// A part of a whole in percent: `30%`, `0.5%`.
  public static var share: Shape {
    .scalar(
      ScalarForm(
        "share",
        noun: "a share",
        "A number from 0 to 100 and `%`.",
        pattern: "^(?:100(?:\\.0{1,7})?|(?:0|[1-9][0-9]?)(?:\\.[0-9]{1,7})?)%$",
        examples: ["30%", "0.5%"]
      ),
      placeholder: .zero,
      write: \.description,
      parse: { text throws(Complaint) in
        var scan = Scan(text)
        guard let number = scan.decimal(digits: 9, decimals: 9) else {
          throw Complaint(
            .wrongForm,
            "\(Prose.quoted(text)) is no share.",
            notes: ["a share is written `30%`"]
          )
        }
        let digits = String(decoding: scan.bytes[..<scan.position], as: UTF8.self)
        if scan.isAtEnd {
          let isFraction = number.decimals > 0 && number.isBelow(digits: 0)
          let percent = number.scaled(by: 1_000_000_000).flatMap { Int(exactly: $0) }
            .map { "\(Share(billionths: min($0, Share.whole.billionths)))" }
          throw Complaint(
            .unitMissing,
            "A share needs its `%`.",
            fixes: isFraction && percent != nil ? [percent!] : ["\(digits)%"]
          )
        }
        if !scan.accept("%") || !scan.isAtEnd {
          let word = scan.rest.drop { $0 == " " }
          let isPercent = ["%", "percent", "per cent", "pct"].contains(word)
          throw Complaint(
            .unitUnknown,
            "\(Prose.quoted(text)) is no share.",
            fixes: isPercent ? ["\(digits)%"] : [],
            notes: isPercent ? [] : ["a share is written `30%`"]
          )
        }
        if number.decimals > 7 {
          throw Complaint(.wrongForm, "Seven decimals are enough for a share.")
        }
        guard let billionths = number.scaled(by: 10_000_000), billionths <= 1_000_000_000 else {
          throw Complaint(.outOfRange, "A share is at most 100%.", label: "more than all")
        }
        return Share(billionths: Int(billionths))
      }
    )
  }
}
