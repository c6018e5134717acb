public import Text
public import YAML

/// Diagnostics for programs, in a form that stays as it is: what is added gets a new name.
public enum DiagnosticJSON {
  /// The number of the form.
  public static let version = 1

  /// Everything that was reported in some readings.
  public static func value(of readings: [Reading]) -> JSON {
    [
      "version": .integer(version),
      "errors": .integer(readings.reduce(0) { $0 + $1.errorCount }),
      "warnings": .integer(readings.reduce(0) { $0 + $1.warningCount }),
      "dropped": .integer(readings.reduce(0) { $0 + $1.droppedCount }),
      "diagnostics": .array(
        readings.flatMap { reading in reading.diagnostics.map { value(of: $0, reading) } }
      ),
    ]
  }

  private static func value(of diagnostic: Diagnostic, _ reading: Reading) -> JSON {
    .object(
      [
        .init("severity", .string(diagnostic.severity.rawValue)),
        .init("code", .string(diagnostic.rule.code)),
      ] + span(diagnostic.place, reading) + [
        .init("message", .string(diagnostic.message)),
        .init("label", .string(diagnostic.label)),
        .init(
          "related",
          .array(
            diagnostic.related.map {
              .object(span($0.place, reading) + [.init("text", .string($0.text))])
            }
          )
        ),
        .init("notes", .array(diagnostic.notes.map { .string($0) })),
        .init("fixes", .array(diagnostic.fixes.map { .string($0) })),
      ]
    )
  }

  private static func span(_ place: Place, _ reading: Reading) -> [JSON.Member] {
    guard let span = reading.span(place) else { return [] }
    func value(_ place: YAMLPlace) -> JSON {
      [
        "line": .integer(place.line), "column": .integer(place.column),
        "offset": .integer(place.offset),
      ]
    }
    return [
      .init("file", .string(span.file)), .init("start", value(span.start)),
      .init("end", value(span.end)),
    ]
  }
}

extension Reading {
  /// The file, lines and columns of a place; nil where no text has been read.
  public func span(_ place: Place) -> YAMLSpan? {
    guard Int(place.source) < sources.count else { return nil }
    let source = sources[Int(place.source)]
    let end = source.bytes.count
    return source.span(min(place.range.lowerBound, end)..<min(place.range.upperBound, end))
  }
}
