/// All documents of a text, read exactly as YAML 1.2 says.
///
/// The reader resolves no types and knows no defaults: a scalar is its text, its style and its tag.
public struct YAMLStream: Sendable {
  /// The text.
  public let source: YAMLSource
  /// What its writer should look at although it is right, such as an unknown directive.
  public let warnings: [YAMLProblem]

  let tree: YAMLTree

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - bytes: the file's content, which must be UTF-8.
  ///   - file: its name, for spans.
  ///   - limits: what the text may ask for.
  /// - Throws: every problem that could be told with certainty, in the order of the text. Reading
  ///   stops at the first mistake that leaves open what the rest means.
  public static func read(
    _ bytes: [UInt8],
    file: String,
    limits: YAMLLimits = YAMLLimits()
  ) throws(YAMLRefusal) -> YAMLStream {
    let (tree, problems, isCutShort) = YAMLTree.read(bytes, file: file, limits: limits)
    if problems.contains(where: { $0.severity == .error }) {
      throw YAMLRefusal(source: tree.source, problems: problems, isCutShort: isCutShort)
    }
    return YAMLStream(source: tree.source, warnings: problems, tree: tree)
  }

  /// Reads a text that is in a string.
  public static func read(
    text: String,
    file: String,
    limits: YAMLLimits = YAMLLimits()
  ) throws(YAMLRefusal) -> YAMLStream {
    try read(Array(text.utf8), file: file, limits: limits)
  }

  /// The documents in order.
  public var documents: [YAMLDocument] {
    var documents: [YAMLDocument] = []
    var index = 0
    while index < tree.tape.records.count {
      documents.append(YAMLDocument(tree: tree, index: index))
      index = Int(tree.tape.records[index].link)
    }
    return documents
  }

  /// The only document, for a file that must have exactly one.
  public func onlyDocument() throws(YAMLRefusal) -> YAMLDocument {
    let documents = documents
    if documents.count == 1 { return documents[0] }
    let problem: YAMLProblem
    if documents.isEmpty {
      problem = YAMLProblem(
        code: .documentCount,
        severity: .error,
        span: source.span(source.bytes.count..<source.bytes.count),
        message: "This file is empty, or has only comments; one document is expected.",
        related: nil
      )
    } else {
      problem = YAMLProblem(
        code: .documentCount,
        severity: .error,
        span: documents[1].beginning,
        message: "A second document begins here; one is expected in a file.",
        related: YAMLProblem.Related(span: documents[0].beginning, text: "the first document")
      )
    }
    throw YAMLRefusal(source: source, problems: warnings + [problem], isCutShort: false)
  }
}

/// One document of a text.
public struct YAMLDocument: Sendable {
  let tree: YAMLTree
  let index: Int

  /// Its only top node; a scalar without text when nothing is written.
  public var root: YAMLNode { YAMLNode(tree: tree, index: index + 1) }
  /// Whether it begins with `---`.
  public var hasStartMarker: Bool { tree.tape.records[index].marks & 1 != 0 }
  /// Whether it ends with `...`.
  public var hasEndMarker: Bool { tree.tape.records[index].marks & 2 != 0 }
  /// From its marker, or its first entry, to the end of its content or the marker there.
  public var span: YAMLSpan { tree.span(index) }

  /// Its first characters, to point at.
  var beginning: YAMLSpan {
    let start = Int(tree.tape.records[index].start)
    let line = tree.source.place(at: start).line
    let end = tree.source.range(ofLine: line).upperBound
    return tree.source.span(start..<(hasStartMarker ? start + 3 : max(start, end)))
  }
}
