public import Kernel
import Text

/// How often something happens: a number for each unit of time, of all together or of each of something.
public struct Rate: Hashable, Sendable {
  /// The number, in millionths.
  public let millionths: UInt64
  /// For how much time it is.
  public let unit: Unit
  /// Of what each has this rate; nil where it is the rate of all together.
  public let each: String?

  /// Units of time that a rate can have.
  public enum Unit: String, CaseIterable, Hashable, Sendable {
    /// 1 s
    case second
    /// 60 s
    case minute
    /// 60 min
    case hour
    /// 24 h
    case day
    /// 7 d
    case week

    /// How long it is.
    public var interval: Interval {
      switch self {
      case .second: .seconds(1)
      case .minute: .minutes(1)
      case .hour: .hours(1)
      case .day: .days(1)
      case .week: .days(7)
      }
    }
  }

  /// So many millionths in each unit of time.
  public init(millionths: UInt64, per unit: Unit, each: String? = nil) {
    self.millionths = millionths
    self.unit = unit
    self.each = each
  }

  /// So many in each unit of time.
  public init(_ count: Int, per unit: Unit, each: String? = nil) {
    self.init(millionths: UInt64(count) * 1_000_000, per: unit, each: each)
  }

  /// How many in a second, the nearest double.
  public var perSecond: Double {
    Double(millionths) / (Double(unit.interval.ticks / Interval.ticksPerSecond) * 1e6)
  }
}

extension Rate: CustomStringConvertible {
  /// As it is written: `4000/mailbox/day`.
  public var description: String {
    DecimalNumber.text(millionths, decimals: 6) + (each.map { "/\($0)" } ?? "")
      + "/\(unit.rawValue)"
  }
}

extension Shape where Value == Rate {
  /// A rate of all together: `4000/day`.
  public static var rate: Shape { .rate(each: []) }

  /// A rate of all together, or of each of one of `words`: `4000/day`, `2/user/hour`.
  public static func rate(each words: [String]) -> Shape {
    .scalar(
      ScalarForm(
        "rate",
        noun: "a rate",
        words.isEmpty
          ? "A number, `/` and `second`, `minute`, `hour`, `day` or `week`."
          : "A number, `/` and `second`, `minute`, `hour`, `day` or `week`; with"
            + " \(Prose.list(words.map { "/" + $0 }, "or")) before that it is a rate for each, and"
            + " without it one for all together.",
        pattern: "^(?:0|[1-9][0-9]{0,11})(?:\\.[0-9]{1,6})?"
          + (words.isEmpty ? "" : "(?:/(?:\(words.joined(separator: "|"))))?")
          + "/(?:second|minute|hour|day|week)$",
        examples: ["4000/day"] + words.prefix(1).map { "20/\($0)/day" }
      ),
      placeholder: Rate(1, per: .day),
      write: \.description,
      parse: { text throws(Complaint) in
        try Complaint.ungrouping(text, RateGrammar(words: words).parse)
      }
    )
  }
}

/// How rates are read.
struct RateGrammar {
  let words: [String]

  func parse(_ text: String) throws(Complaint) -> Rate {
    var scan = Scan(text)
    guard let number = scan.decimal(digits: 12, decimals: 6) else {
      throw Complaint(
        .wrongForm,
        "\(Prose.quoted(text)) is no rate.",
        notes: ["a rate is written `4000/day`"]
      )
    }
    let start = scan.position
    var digits: String { String(decoding: scan.bytes[..<start], as: UTF8.self) }
    if scan.isAtEnd {
      throw Complaint(
        .unitMissing,
        "A rate needs a unit of time.",
        label: "\(digits) in what time?",
        fixes: ["\(digits)/day", "\(digits)/hour"]
      )
    }
    var parts: [String] = []
    while scan.accept("/") { parts.append(scan.letters()) }
    guard scan.isAtEnd, (1...2).contains(parts.count), let unit = Rate.Unit(rawValue: parts.last!)
    else { throw misspelt(text, digits, start) }
    guard parts.count == 2 else { return rate(number, unit, nil) }
    guard words.contains(parts[0]) else {
      let nearest = nearestNames(to: parts[0], among: words)
      throw Complaint(
        .unknownWord,
        words.isEmpty
          ? "This rate is for all together, and not for each `\(parts[0])`."
          : "\(Prose.quoted(parts[0])) is nothing of which each can have this rate.",
        range: start + 1..<start + 1 + parts[0].utf8.count,
        fixes: words.isEmpty
          ? ["\(digits)/\(unit.rawValue)"] : nearest.map { "\(digits)/\($0)/\(unit.rawValue)" },
        notes: words.isEmpty ? [] : ["it can be for each \(Prose.list(words, "or"))"]
      )
    }
    return rate(number, unit, parts[0])
  }

  private func rate(_ number: DecimalNumber, _ unit: Rate.Unit, _ each: String?) -> Rate {
    // At most twelve digits and six decimals, which always fit.
    Rate(millionths: number.scaled(by: 1_000_000)!, per: unit, each: each)
  }

  /// The unit that someone meant who wrote `per day` or `/d`.
  private func misspelt(_ text: String, _ digits: String, _ start: Int) -> Complaint {
    let rest = String(text.utf8.dropFirst(start))!
    let letters = rest.split { $0 == "/" || $0 == " " }.filter { $0 != "per" }.map(String.init)
    let unit = letters.last.flatMap(Self.meant)
    let each = letters.dropLast().last.flatMap { words.contains($0) ? $0 : nil }
    let fixed = unit.map { digits + (each.map { "/\($0)" } ?? "") + "/\($0.rawValue)" }
    return Complaint(
      .unitUnknown,
      "\(Prose.quoted(rest)) is no unit of rates.",
      label: "/second, /minute, /hour, /day or /week",
      range: start..<text.utf8.count,
      fixes: fixed.map { [$0] } ?? []
    )
  }

  private static func meant(by word: String) -> Rate.Unit? {
    switch DurationUnit.meant(by: word) {
    case "s": .second
    case "m": .minute
    case "h": .hour
    case "d": .day
    case "w": .week
    default:
      nearestNames(to: word, among: Rate.Unit.allCases.map(\.rawValue)).first
        .flatMap { Rate.Unit(rawValue: $0) }
    }
  }
}
