public import YAML

/// The reading of one text, or of several that belong together: its sources, what is wrong with them,
/// and where it stands.
public final class Reading {
  /// The texts, in the order in which they were read; places refer to them by number.
  public internal(set) var sources: [YAMLSource] = []
  /// Errors that were reported, those beyond the limit included.
  public private(set) var errorCount = 0
  /// Warnings that were reported, those beyond the limit included.
  public private(set) var warningCount = 0

  /// How many diagnostics are kept; the others are only counted.
  public static let diagnosticLimit = 1_000

  private var kept: [Diagnostic] = []
  /// The text that is read now.
  var source = 0
  /// The key, or the item of a list, in whose value the reading stands.
  var enclosing = Place(source: 0, 0..<0)
  /// The way there; followed only where there are overrides.
  var path: [String] = []
  var overrides: [ActiveOverride] = []
  /// The record of the document, for hints.
  var root: (any Record.Type)?
  private var forms: [ObjectIdentifier: RecordForm] = [:]
  /// For each record that was met, its keys whose defaults hold.
  var defaults: [(type: any Record.Type, names: Set<String>)] = []
  var defaultNumbers: [ObjectIdentifier: Int] = [:]
  private var index: SchemaIndex?

  /// A reading which changes what it reads by `overrides`, a later one where two meet.
  public init(overrides: [Override] = []) {
    for override in overrides { activate(override) }
  }

  /// Whether anything was reported for which the text is refused.
  public var hasErrors: Bool { errorCount > 0 }

  /// How many diagnostics were reported beyond those that are kept.
  public var droppedCount: Int { errorCount + warningCount - kept.count }

  /// Whether so much was wrong that the rest was not looked at.
  public var isCutShort: Bool { isUnreadable || !isKeeping }

  /// Whether a text is no YAML, so that nobody looked at its keys and values.
  private var isUnreadable = false

  /// What was reported, in the order of the texts, each once.
  public var diagnostics: [Diagnostic] {
    var sorted: [Diagnostic] = []
    for diagnostic in kept.sorted(by: { $0.place < $1.place }) {
      // What an alias repeats is wrong in the same way each time.
      let isRepeated = sorted.reversed().prefix { $0.place == diagnostic.place }
        .contains { $0.rule == diagnostic.rule && $0.message == diagnostic.message }
      if !isRepeated { sorted.append(diagnostic) }
    }
    return sorted
  }

  /// Reads a file's content as one record.
  ///
  /// - Returns: the record, unsound where something was reported; nil where the text could not be read
  ///   at all.
  public func read<R: Record>(
    _ type: R.Type,
    from bytes: [UInt8],
    file: String,
    limits: YAMLLimits = YAMLLimits()
  ) -> R? {
    guard let node = document(bytes, file: file, limits: limits) else { return nil }
    root = type
    index = nil
    path = []
    let value = Shape<R>.record(type).read(node, self)
    reportUnmatchedOverrides()
    return value
  }

  /// Reads a string as one record.
  public func read<R: Record>(_ type: R.Type, text: String, file: String) -> R? {
    read(type, from: Array(text.utf8), file: file)
  }

  /// The only document of a text, which becomes the source that is read.
  func document(_ bytes: [UInt8], file: String, limits: YAMLLimits) -> YAMLNode? {
    source = sources.count
    enclosing = Place(source: source, 0..<0)
    do throws(YAMLRefusal) {
      let stream = try YAMLStream.read(bytes, file: file, limits: limits)
      let document = try stream.onlyDocument()
      sources.append(stream.source)
      for warning in stream.warnings { report(warning) }
      return document.root
    } catch {
      sources.append(error.source)
      for problem in error.problems { report(problem) }
      if error.problems.contains(where: { $0.code != .documentCount }) { isUnreadable = true }
      return nil
    }
  }

  /// Keeps a diagnostic, or counts it where there are too many.
  public func report(_ diagnostic: Diagnostic) {
    count(diagnostic.severity)
    if isKeeping { kept.append(diagnostic) }
  }

  /// Whether there is room for one more diagnostic.
  @usableFromInline var isKeeping: Bool { kept.count < Self.diagnosticLimit }

  /// Counts a diagnostic without keeping it.
  func count(_ severity: Severity) {
    switch severity {
    case .error: errorCount += 1
    case .warning: warningCount += 1
    }
  }

  /// Keeps a diagnostic, or counts it where there are too many.
  public func report(
    _ rule: Rule,
    at place: Place,
    _ message: String,
    label: String = "",
    related: [Diagnostic.Related] = [],
    notes: [String] = [],
    fixes: [String] = []
  ) {
    report(
      Diagnostic(
        rule,
        at: place,
        message,
        label: label,
        related: related,
        notes: notes,
        fixes: fixes
      )
    )
  }

  /// What is known of a record, made once.
  func form(of type: any Record.Type) -> RecordForm {
    if let form = forms[ObjectIdentifier(type)] { return form }
    let form = RecordForm(type)
    forms[ObjectIdentifier(type)] = form
    return form
  }

  /// Where in the document a key of this name may stand, at most three places.
  func paths(ofKey name: String) -> [String] {
    guard let root else { return [] }
    let known = index ?? SchemaIndex(root)
    index = known
    return known.items.filter { $0.key.name == name }.prefix(3).map(\.path)
  }
}
