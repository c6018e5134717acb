import Kernel
import Testing
import YAML

@testable import Schema

/// A shape of scalars whatever its values are.
struct AnyScalar: CustomTestStringConvertible, Sendable {
  let form: ScalarForm
  /// Whether a text is read, and whether its value, written and read again, is the same.
  let read: @Sendable (String) -> (isRead: Bool, isStable: Bool)
  /// Pieces of which texts near the grammar are made.
  let pieces: [String]
  var testDescription: String { form.name }

  init<Value: Equatable>(_ shape: Shape<Value>, _ pieces: String) {
    guard case .scalar(let form) = shape.form else { fatalError("a scalar is needed") }
    self.form = form
    self.pieces = pieces.split(separator: "|").map(String.init) + [" "]
    read = { text in
      guard let value = parsed(shape, text).value else { return (false, true) }
      let written = Array(shape.text(of: value).utf8)
      let reading = Reading()
      let node = reading.document(written, file: "text", limits: YAMLLimits())
      return (true, node.flatMap { shape.read($0, reading) } == value)
    }
  }

  static let all: [AnyScalar] = [
    AnyScalar(.whole, "0|1|00|12|999999999999999999|.|-|+|_|e"),
    AnyScalar(.number, "0|1|00|12|123456789012345|.|.5|-|000000001|e"),
    AnyScalar(.flag, "true|false|True|yes|f"),
    AnyScalar(
      .duration,
      "0|1|5|05|.5|.0000001|.00000001|999999|1000000|999999999|w|d|h|m|s|ms|1h|30m|2d"
    ),
    AnyScalar(.size, "0|1|512|06|.5|.125|.1234|999999|1000000|B| B|KiB| KiB|MiB|GiB|TiB|MB|K|i"),
    AnyScalar(
      .rate(each: ["mailbox", "user"]),
      "0|1|4000|.5|.0000001|/|/day|/hour|/week|/mailbox|/user|/host|day|per"
    ),
    AnyScalar(.rate, "0|1|4000|01|.5|/day|/minute|/second|/mailbox|/"),
    AnyScalar(.share, "0|1|30|99|100|101|00|.5|.0|.0000001|.00000001|%| %"),
    AnyScalar(.timeOfDay, "1|6|9|11|12|13|0|00|:30|:00|:60|:5| am| pm|am|noon|midnight|:"),
    AnyScalar(.timeRange, "8 am|6:30 pm|noon|midnight| to |to|12 am|13|-|12:01 am"),
    AnyScalar(
      .date,
      "1 |2 |28 |29 |30 |31 |32 |Feb|February|Mar|Apr|Sep|Sept|May|Decem| 1998| 2000| 1979| 2100| 98"
    ),
    AnyScalar(.moment, "30h|2d 4h|5 Mar 1998|29 Feb 1999| 10 am| noon|12 pm| |1.5|h|2d|0"),
    AnyScalar(.line, "a|1|'|:|#|[|null|~|- |true|\\|ü|0x1F|<<|\n"),
  ]
}

@Suite("Patterns")
struct PatternTests {
  @Test(
    "a pattern accepts what the parser reads, and writing a value gives it back",
    arguments: AnyScalar.all
  )
  func equivalence(_ scalar: AnyScalar) throws {
    let pattern = try #require(scalar.form.pattern)
    let regex = try Regex(pattern)
    var chance = Chance(1_998)
    var accepted = 0
    for round in 0..<600 {
      let text = Self.text(near: scalar, round, &chance)
      let (isRead, isStable) = scalar.read(text)
      let isMatch = text.wholeMatch(of: regex) != nil
      if isRead != isMatch || !isStable {
        Issue.record("‘\(text)’ is read: \(isRead), stable: \(isStable), matches: \(isMatch)")
      }
      if isRead { accepted += 1 }
    }
    #expect(accepted >= 15, "too few of the texts were right to say anything")
    #expect(accepted <= 580, "too few of the texts were wrong to say anything")
  }

  @Test("every example of a form is read", arguments: AnyScalar.all)
  func examples(_ scalar: AnyScalar) {
    for example in scalar.form.examples {
      #expect(scalar.read(example) == (true, true), "\(example)")
    }
  }

  /// Some pieces in a row, or an example with a letter too much, too few or another.
  private static func text(near scalar: AnyScalar, _ round: Int, _ chance: inout Chance) -> String {
    if round % 3 == 0, var text = scalar.form.examples.first.map({ Array($0) }) {
      text = Array(scalar.form.examples[chance.below(scalar.form.examples.count)])
      for _ in 0..<chance.below(3) where !text.isEmpty {
        let place = chance.below(text.count)
        switch chance.below(3) {
        case 0: text.remove(at: place)
        case 1: text.insert(Character(String(chance.pick(scalar.pieces).first!)), at: place)
        default: text[place] = Character(String(chance.pick(scalar.pieces).first!))
        }
      }
      return String(text)
    }
    return (0...chance.below(4)).map { _ in chance.pick(scalar.pieces) }.joined()
  }
}
