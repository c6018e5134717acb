import Kernel
public import Plan
public import Text

/// The encoding of an order: the first line of a folder of results.
extension SweepOrder {
  /// The version of this encoding, and of the digests that follow it.
  public static let encodingVersion = 1

  /// The order.
  public var json: JSON {
    [
      "version": .integer(Self.encodingVersion),
      "program": .string(program),
      "title": .string(title),
      "identity": .string(hexadecimal(identity)),
      "words": .list(words) { .string($0) },
      "seed": .count(seed),
      "start": .string(CivilTime(.start, start: start).sortable),
      "duration": .duration(duration),
      "expectations": .list(expectations) { .string($0) },
      "axes": .list(axes, \.json),
      "points": .list(points) { .list($0.values) { .string($0) } },
      "goal": goal.json,
    ]
  }

  /// Reads an order back.
  public init(_ json: JSON) throws(RecordError) {
    let reader = RecordReader(value: json, path: "")
    try reader.checkVersion(Self.encodingVersion)
    self.init(
      title: try reader("title").text(),
      program: try reader("program").text(),
      identity: try reader("identity").hash(),
      words: try reader("words").texts(),
      seed: try reader("seed").count(),
      start: try RunRecord.date(reader("start")),
      duration: try reader("duration").duration(),
      expectations: try reader("expectations").texts(),
      axes: try reader("axes").list(Study.Axis.init(_:)),
      points: try reader("points").list { (point) throws(RecordError) in
        Study.Point(values: try point.texts())
      },
      goal: try Goal(reader("goal"))
    )
  }
}

extension Study.Axis {
  /// The key and its values.
  public var json: JSON { ["key": .string(key), "values": .list(values) { .string($0) }] }

  fileprivate init(_ reader: RecordReader) throws(RecordError) {
    self.init(key: try reader("key").text(), values: try reader("values").texts())
  }
}

extension SweepOrder.Goal {
  /// How often each point is run.
  public var json: JSON {
    [
      "least": .integer(least),
      "most": .integer(most),
      "precision": .optional(precision) {
        ["measure": .string($0.measure), "relative": .number($0.relative)]
      },
    ]
  }

  fileprivate init(_ reader: RecordReader) throws(RecordError) {
    let least = Int(clamping: try reader("least").count())
    let most = Int(clamping: try reader("most").count())
    guard (1...most).contains(least) else { throw reader.error("0 < least ≤ most is expected") }
    let precision = try reader("precision").optional { (reader) throws(RecordError) in
      SweepOrder.Precision(
        measure: try reader("measure").text(),
        relative: try reader("relative").number()
      )
    }
    if let precision {
      self.init(least: least, most: most, precision: precision)
    } else {
      self.init(times: most)
    }
  }
}

extension RecordReader {
  fileprivate func texts() throws(RecordError) -> [String] {
    try list { (reader) throws(RecordError) in try reader.text() }
  }
}
