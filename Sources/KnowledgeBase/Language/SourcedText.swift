import Kernel
import Plan
import Schema

/// What a value with a source can be of, and what it is called.
protocol SourcedContent: Sendable {
  associatedtype Value: Sendable
  static var name: String { get }
  static var summary: String { get }
  static var shape: Shape<Value> { get }
}

/// A value and where it comes from: `{ value: 30d, source: text }`.
struct SourcedText<Content: SourcedContent>: Record {
  static var name: String { Content.name }
  static var summary: String { Content.summary }

  let sourced: Sourced<Content.Value>

  init(_ keys: inout Keys) {
    let value = keys.required("value", Content.shape, "The value.")
    let source = keys.source()
    sourced = Sourced(value.value, source.value)
  }

  private init(_ sourced: Sourced<Content.Value>) { self.sourced = sourced }

  /// The value alone, which is then our own choice, or the value with its source.
  static var shape: Shape<Sourced<Content.Value>> {
    .either(
      Content.shape.map(back: \.value) { Sourced($0, .assumed) },
      Shape.record(Self.self).map(back: { SourcedText($0) }) { $0.sourced }
    )
  }
}

extension Keys {
  /// Where a value comes from.
  mutating func source() -> Written<Provenance> {
    value(
      "source",
      .provenance,
      default: .assumed,
      "Where the value comes from: the article itself, another one, common knowledge, or nowhere.",
      example: "text"
    )
  }
}

extension Shape where Value == Provenance {
  /// Where a value comes from.
  static var provenance: Shape {
    .scalar(
      ScalarForm(
        "source",
        noun: "a source",
        "`text` for the article itself, another article's id, `widely known`, or `assumed`.",
        pattern: "^(?:text|widely known|assumed|Q[0-9]{5,6})$",
        examples: ["text", "assumed", "Q205533"]
      ),
      placeholder: .assumed,
      write: \.description,
      parse: { text throws(Complaint) in
        let words: [Provenance] = [.text, .widelyKnown, .assumed]
        if let known = words.first(where: { $0.description == text }) { return known }
        if ArticleID.isValid(text) { return .article(text) }
        let complaint = Complaint.unknownWord(text, among: words.map(\.description))
        throw Complaint(
          complaint.rule,
          "`\(text)` is no source.",
          label: complaint.label,
          fixes: complaint.fixes,
          notes: ["a source is `text`, `widely known`, `assumed` or the id of an article"]
        )
      }
    )
  }
}

/// A length of time.
enum DurationContent: SourcedContent {
  static let name = "sourced-duration"
  static let summary = "A length of time and where it comes from."
  static var shape: Shape<Interval> { .duration.within(Interval.milliseconds(1)...) }
}

/// A likelihood.
enum LikelihoodContent: SourcedContent {
  static let name = "sourced-share"
  static let summary = "A share and where it comes from."
  static var shape: Shape<Share> { .share.within(Share(billionths: 1)...) }
}

/// How many pieces a pool has.
enum CapacityContent: SourcedContent {
  static let name = "sourced-count"
  static let summary = "A whole number and where it comes from."
  static var shape: Shape<Int> { .whole.within(1...1_000_000_000) }
}

/// How often.
enum TimesContent: SourcedContent {
  static let name = "sourced-times"
  static let summary = "How often, and where that comes from."
  static var shape: Shape<Int> { .times }
}

/// A part of something that may be more than all of it.
enum FactorContent: SourcedContent {
  static let name = "sourced-factor"
  static let summary = "How much of the truth is shown, and where that comes from."
  static var shape: Shape<Int> { .factor }
}

/// What is added to a counter.
enum SurplusContent: SourcedContent {
  static let name = "sourced-surplus"
  static let summary = "How much is shown beyond the truth, and where that comes from."
  static var shape: Shape<Quantity> { .quantity }
}

/// A level that something rises above.
enum LevelContent: SourcedContent {
  static let name = "sourced-level"
  static let summary = "A level and where it comes from."
  static var shape: Shape<LevelText> { .level }
}
