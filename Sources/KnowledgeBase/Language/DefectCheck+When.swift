import Plan
import Schema

extension DefectCheck {
  /// What must hold of the event.
  func tests(of text: TriggerText) -> [AttributeTest] {
    let (name, known): (String, [AttributeKind]?) =
      switch text.cause.value {
      case .event(let kind): ("`\(kind.rawValue)`", kind.attributes)
      case .decision(let kind): ("`\(kind.rawValue)`", kind.attributes)
      case .level: ("`level`", nil)
      case .uptime: ("`uptime`", nil)
      case .every: ("`every`", nil)
      }
    guard let known else {
      refuse(
        text.when.isDefault ? nil : text.when,
        "when",
        beside: name.replacing("`", with: ""),
        belongs: "`event` and `decision`"
      )
      return []
    }
    let written = text.when.value
    if written.count > Trigger.testLimit {
      report(
        .tooManyTests,
        at: written[Trigger.testLimit].name.place,
        "Here are \(written.count) attributes, and a trigger asks for at most"
          + " \(Trigger.testLimit).",
        label: "one too many"
      )
    }
    return written.compactMap { entry in
      guard let kind = AttributeKind(rawValue: entry.name.value) else { return nil }
      if !known.contains(kind) {
        let nearest = Words.nearest(to: kind.rawValue, among: known.map(\.rawValue))
        report(
          .attributeElsewhere,
          at: entry.name.place,
          "`\(kind.rawValue)` cannot be asked of \(name).",
          label: nearest.first.map { "did you mean `\($0)`?" } ?? "not known of it",
          notes: [
            known.isEmpty
              ? "nothing can be asked of \(name)"
              : "what can be asked of \(name) is \(Words.list(known.map(\.rawValue), "and"))"
          ],
          fixes: nearest
        )
        return nil
      }
      return test(kind, entry.value, at: entry.place)
    }
  }

  private func test(_ kind: AttributeKind, _ text: String, at place: Place) -> AttributeTest? {
    do throws(Complaint) {
      return AttributeTest(kind, try AttributeText.value(of: kind, text))
    } catch {
      report(
        error.rule,
        at: place,
        error.message,
        label: error.label,
        notes: error.notes,
        fixes: error.fixes
      )
      return nil
    }
  }
}

/// How what must hold of an attribute is written.
enum AttributeText {
  /// The value or the range that a text says.
  static func value(
    of kind: AttributeKind,
    _ text: String
  ) throws(Complaint) -> AttributeTest.Value {
    switch kind.values {
    case .words(let words):
      guard let ordinal = words.firstIndex(of: text) else {
        throw .unknownWord(text, among: words)
      }
      return .range(ordinal...ordinal)
    case .flag:
      guard let ordinal = ["false", "true"].firstIndex(of: text) else {
        throw Complaint(
          .unknownWord,
          "`\(kind.rawValue)` is `true` or `false`, and not `\(text)`.",
          fixes: ["true", "false"]
        )
      }
      return .range(ordinal...ordinal)
    case .name:
      guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
        throw Complaint(.wrongForm, "`\(text)` is no name.", label: "a name has no spaces")
      }
      return .name(text)
    case .count: return .range(try range(text, isBytes: false))
    case .bytes: return .range(try range(text, isBytes: true))
    }
  }

  private static func range(_ text: String, isBytes: Bool) throws(Complaint) -> ClosedRange<Int> {
    for (word, isOver) in [("over ", true), ("under ", false)] where text.hasPrefix(word) {
      let number = try quantity(String(text.dropFirst(word.count)), isBytes).range
      guard number.count == 1 else {
        throw Complaint(.wrongForm, "`\(text)` names two numbers after `\(word.dropLast())`.")
      }
      if isOver { return number.lowerBound + 1...Int.max }
      if number.lowerBound == 0 { throw Complaint(.outOfRange, "Nothing is less than 0.") }
      return 0...number.lowerBound - 1
    }
    return try quantity(text, isBytes).range
  }

  private static func quantity(_ text: String, _ isBytes: Bool) throws(Complaint) -> Quantity {
    let quantity = try Quantity.parse(text)
    if quantity.isBytes == isBytes { return quantity }
    throw Complaint(
      isBytes ? .unitMissing : .wrongForm,
      isBytes ? "A size needs a unit." : "`\(text)` is a size, and a whole number is needed.",
      fixes: isBytes ? ["\(text) KiB"] : [],
      notes: isBytes
        ? ["a test is written `over 21 KiB`, `under 1 MiB` or `1 KiB to 4 KiB`"]
        : ["a test is written `5`, `over 5`, `under 5` or `2 to 5`"]
    )
  }
}
