import Testing

@testable import Text

@Suite("JSON")
struct JSONTests {
  @Test("Values are written in their order, indented")
  func encoding() throws {
    let value: JSON = [
      "z": 1, "a": .array([.number(0.1), .bool(true), .null, .array([]), [:]]),
      "nested": ["text": "ü"],
    ]
    let expected = """
      {
        "z": 1,
        "a": [
          0.1,
          true,
          null,
          [],
          {}
        ],
        "nested": {
          "text": "ü"
        }
      }

      """
    #expect(try value.encoded() == expected)
    #expect(try JSON(parsing: expected) == value)
  }

  @Test("Numbers in a row stand in a line")
  func rows() throws {
    let value: JSON = ["a": .array([1, .null, .number(2.5)]), "b": .array([1, "x"])]
    let expected = """
      {
        "a": [1, null, 2.5],
        "b": [
          1,
          "x"
        ]
      }

      """
    #expect(try value.encoded() == expected)
  }

  @Test("A value in one line reads back as itself")
  func line() throws {
    let value: JSON = [
      "a": .array([1, "x\ny", .array([]), [:], .array([1, 2])]),
      "b": ["c": .null, "d": .bool(true)],
    ]
    let line = try value.encodedInLine()
    #expect(line == #"{"a": [1, "x\ny", [], {}, [1, 2]], "b": {"c": null, "d": true}}"#)
    #expect(try JSON(parsing: line) == value)
  }

  @Test(
    "Texts are escaped where they must be",
    arguments: [
      ("\"\\/", "\"\\\"\\\\/\"\n"), ("\n\r\t", "\"\\n\\r\\t\"\n"),
      ("\u{0}\u{1F}\u{7F}", "\"\\u0000\\u001f\\u007f\"\n"),
      ("\u{2028}\u{2029}", "\"\\u2028\\u2029\"\n"), ("😀", "\"😀\"\n"),
    ]
  )
  func escapes(_ text: String, _ encoded: String) throws {
    #expect(try JSON.string(text).encoded() == encoded)
    #expect(try JSON(parsing: encoded) == .string(text))
  }

  @Test(
    "A double is written with the shortest digits that read back as itself",
    arguments: [
      (0.1, "0.1"), (1.0, "1.0"), (-0.0, "-0.0"), (1e300, "1e+300"),
      (.leastNonzeroMagnitude, "5e-324"),
      (1.0 / 3, "0.3333333333333333"), (123456789.125, "123456789.125"),
    ]
  )
  func doubles(_ value: Double, _ text: String) throws {
    #expect(try JSON.number(value).encoded() == text + "\n")
    #expect(try JSON(parsing: text).double?.bitPattern == value.bitPattern)
  }

  @Test("What is not finite is refused, with its place", arguments: [Double.nan, .infinity])
  func notFinite(_ value: Double) {
    let document: JSON = ["a": .array([.number(1), ["b": .number(value)]])]
    #expect(throws: NotFinite(path: "a[1].b")) { try document.encoded() }
  }

  @Test(
    "Every legal form is read",
    arguments: [
      (" [ ] ", JSON.array([])), ("{\"a\":1}", .object([.init("a", 1)])),
      ("-0", .integer(0)), ("1E2", .number(100)), ("-1.5e-1", .number(-0.15)),
      ("9223372036854775808", .number(9_223_372_036_854_775_808)),
      ("\"\\u00e9\\ud83d\\ude00\\/\\b\\f\"", .string("é😀/\u{8}\u{C}")),
      ("[true,false,null]", .array([.bool(true), .bool(false), .null])),
    ]
  )
  func reading(_ text: String, _ value: JSON) throws {
    #expect(try JSON(parsing: text) == value)
  }

  @Test(
    "What is not JSON is refused at its place",
    arguments: [
      ("", 1, 1, "a value is expected"), ("[1,\n 2,]", 2, 4, "a value is expected"),
      ("[1 2]", 1, 4, "‘,’ or ‘]’ is expected"), ("{\"a\" 1}", 1, 6, "‘:’ is expected"),
      ("{a:1}", 1, 2, "a name in quotes is expected"), ("{\"a\":1", 1, 7, "‘,’ or ‘}’ is expected"),
      ("01", 1, 3, "a number is expected, without zeros before it"),
      ("-", 1, 2, "a number is expected, without zeros before it"),
      ("1.", 1, 3, "a digit is expected"), ("1e", 1, 3, "a digit is expected"),
      ("1e999", 1, 6, "too large a number"), ("\"a", 1, 3, "the text does not end"),
      ("\"\n\"", 1, 2, "a control character in a text must be escaped"),
      ("\"\\x\"", 1, 4, "an unknown escape"), ("\"\\ud800\"", 1, 8, "half a surrogate pair"),
      ("\"\\ud800\\u0041\"", 1, 14, "half a surrogate pair"),
      ("\"\\u+123\"", 1, 4, "four hexadecimal digits are expected"),
      ("nul", 1, 1, "a value is expected"), ("NaN", 1, 1, "a value is expected"),
      ("1 2", 1, 3, "nothing may follow the value"),
    ]
  )
  func refusals(_ text: String, _ line: Int, _ column: Int, _ message: String) {
    #expect(throws: JSONError(message: message, line: line, column: column)) {
      try JSON(parsing: text)
    }
  }

  @Test("A text nested without end is refused and does not exhaust the stack")
  func depth() {
    let text = String(repeating: "[", count: 100_000)
    #expect(throws: JSONError.self) { try JSON(parsing: text) }
  }

  @Test("What was written reads back as itself", arguments: 0..<50 as Range<UInt64>)
  func roundTrip(_ seed: UInt64) throws {
    var chance = Chance(state: seed)
    let value = chance.value(depth: 4)
    #expect(try JSON(parsing: value.encoded()) == value, "seed \(seed)")
  }
}

/// Small and replayable.
struct Chance: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 0x5851_F42D_4C95_7F2D &+ 0x1405_7B7E_F767_814F
    let mixed = (state ^ state >> 29) &* 0xBF58_476D_1CE4_E5B9
    return mixed ^ mixed >> 32
  }

  mutating func value(depth: Int) -> JSON {
    switch next() % (depth > 0 ? 7 : 5) {
    case 0: return .null
    case 1: return .bool(next() % 2 == 0)
    case 2: return .integer(Int(truncatingIfNeeded: next() >> (next() % 64)))
    case 3:
      let double = Double(bitPattern: next())
      return .number(double.isFinite ? double : 0.5)
    case 4: return .string(text())
    case 5: return .array((0..<Int(next() % 4)).map { _ in value(depth: depth - 1) })
    default:
      return .object((0..<Int(next() % 4)).map { _ in .init(text(), value(depth: depth - 1)) })
    }
  }

  private mutating func text() -> String {
    var text = ""
    for _ in 0..<(next() % 6) {
      let code = UInt32(next() % (next() % 3 == 0 ? 0x11_0000 : 0x80))
      if let scalar = Unicode.Scalar(code) { text.unicodeScalars.append(scalar) }
    }
    return text
  }
}
