import Text
public import YAML

extension Reading {
  /// Where a node of the text that is read now is written; of a collection its first line.
  public func place(of node: YAMLNode) -> Place {
    let range = node.range
    guard node.kind != .scalar, !range.isEmpty else { return Place(source: source, range) }
    let text = sources[source]
    let line = text.range(ofLine: text.place(at: range.lowerBound).line)
    return Place(
      source: source,
      range.lowerBound..<max(range.lowerBound, min(range.upperBound, line.upperBound))
    )
  }

  /// Reports what a parser says of a scalar's text.
  public func report(_ complaint: Complaint, about node: YAMLNode) {
    guard isKeeping else { return count(complaint.rule.severity) }
    let nearest = complaint.lookup.map { nearestNames(to: $0.word, among: $0.words) } ?? []
    var notes = complaint.notes
    if let lookup = complaint.lookup, nearest.isEmpty, !lookup.words.isEmpty {
      notes.append("the words are \(Prose.list(lookup.words, "and"))")
    }
    var range = node.range
    if let part = complaint.range {
      let quote = node.style == .singleQuoted || node.style == .doubleQuoted ? 1 : 0
      let text = range.lowerBound + quote..<max(range.lowerBound + quote, range.upperBound - quote)
      // Where the text is not simply a piece of the source, its parts are nowhere to be pointed at.
      if sources[source].bytes[text].elementsEqual(node.utf8) {
        range = text.lowerBound + part.lowerBound..<text.lowerBound + part.upperBound
      }
    }
    report(
      complaint.rule,
      at: Place(source: source, range),
      complaint.message,
      label: nearest.first.map { "did you mean `\($0)`?" } ?? complaint.label,
      notes: notes,
      fixes: complaint.fixes + nearest
    )
  }

  /// Whether a scalar says anything; reports a missing one, and a tag, which is passed over.
  @usableFromInline
  func hasText(_ node: YAMLNode, _ form: () -> Form) -> Bool {
    if node.style == .plain, node.isMissing || YAMLWords.isNull(node.utf8) {
      report(
        .emptyValue,
        at: node.isMissing ? enclosing : place(of: node),
        node.isMissing
          ? "Nothing is written here." : "\(Prose.quoted(node.text)) says nothing.",
        label: "\(form().noun) is needed"
      )
      return false
    }
    reportTag(node)
    return true
  }

  @usableFromInline
  func reportTag(_ node: YAMLNode) {
    guard let tag = node.tag, tag != .nonSpecific else { return }
    report(.tagNotNeeded, at: place(of: node), "The tag `\(tag)` before this value says nothing.")
  }

  @usableFromInline
  func reportWrongKind(_ node: YAMLNode, _ form: Form) {
    if node.kind == .scalar, node.isMissing || (node.style == .plain && YAMLWords.isNull(node.utf8))
    {
      _ = hasText(node) { form }
      return
    }
    let found =
      switch node.kind {
      case .scalar: "a text"
      case .sequence: "a list"
      case .mapping: "a mapping"
      }
    let noun = form.noun
    var fixes: [String] = []
    if case .list(let item, _) = form, case .scalar = item, node.kind == .scalar {
      fixes = ["[\(node.text)]"]
    }
    report(
      .wrongKind,
      at: place(of: node),
      "Here stands \(found), and \(noun) is needed.",
      label: found,
      fixes: fixes
    )
  }
}

extension Reading {
  /// Reports what the reader of YAML found in the text that was added last.
  func report(_ problem: YAMLProblem) {
    let number = sources.count - 1
    func place(_ span: YAMLSpan) -> Place {
      Place(source: number, span.start.offset..<span.end.offset)
    }
    report(
      Diagnostic(
        Rule(problem.code),
        at: place(problem.span),
        severity: problem.severity == .error ? .error : .warning,
        problem.message,
        related: problem.related.map { [.init(place($0.span), $0.text)] } ?? []
      )
    )
  }
}
