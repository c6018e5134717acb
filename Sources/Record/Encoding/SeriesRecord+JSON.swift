import Plan
import Text

/// Bins stand in columns, one for each thing that is known of them. Where no two samples share a bin,
/// one column says it all.
extension SeriesRecord {
  var parts: JSONParts {
    [
      "first": .value { .time(first) },
      "asked": .value { .duration(asked) },
      "kept": .value { .duration(kept) },
      "samples": .value { .integer(sampleCount) },
      "counters": .list(count: counters.count) { number in .value { counters[number].json } },
    ]
  }

  init(_ reader: RecordReader) throws(RecordError) {
    self.init(
      first: try reader("first").time(),
      asked: try reader("asked").duration(),
      kept: try reader("kept").duration(),
      sampleCount: Int(try reader("samples").whole()),
      counters: try reader("counters").list(Counter.init(_:))
    )
  }
}

extension SeriesRecord.Counter {
  var json: JSON {
    let columns: JSON =
      if bins.allSatisfy({ $0?.isSingle ?? true }) {
        ["values": column { .whole($0.last) }]
      } else {
        [
          "count": column { .integer($0.count) },
          "first": column { .whole($0.first) },
          "least": column { .whole($0.least) },
          "greatest": column { .whole($0.greatest) },
          "mean": column { .number($0.mean) },
          "last": column { .whole($0.last) },
        ]
      }
    return [
      "path": .string("\(path)"),
      "host": .optional(path.host) { .string($0) },
      "object": .string(path.object),
      "instance": .optional(path.instance) { .string($0) },
      "counter": .string(path.counter),
      "kind": .string(kind.rawValue),
      "divisor": .whole(divisor),
      "bins": columns,
    ]
  }

  private func column(_ value: (SeriesRecord.Bin) -> JSON) -> JSON {
    .list(bins) { .optional($0, value) }
  }

  init(_ reader: RecordReader) throws(RecordError) {
    self.init(
      path: CounterPath(
        host: try reader("host").optional { name throws(RecordError) in try name.text() },
        object: try reader("object").text(),
        instance: try reader("instance").optional { name throws(RecordError) in try name.text() },
        counter: try reader("counter").text()
      ),
      kind: try reader("kind").word(SeriesRecord.Kind.self),
      divisor: try reader("divisor").whole(),
      bins: try Self.bins(reader("bins"))
    )
  }

  private static func bins(_ reader: RecordReader) throws(RecordError) -> [SeriesRecord.Bin?] {
    func column(_ name: String) throws(RecordError) -> [Int64?] {
      try reader(name).list { cell throws(RecordError) in
        try cell.optional { number throws(RecordError) in try number.whole() }
      }
    }
    if reader.value["values"] != nil {
      return try column("values").map { $0.map { SeriesRecord.Bin(single: $0) } }
    }
    let means = try reader("mean").list { cell throws(RecordError) in
      try cell.optional { number throws(RecordError) in try number.number() }
    }
    let columns = [
      try column("count"), try column("first"), try column("least"), try column("greatest"),
      try column("last"),
    ]
    guard columns.allSatisfy({ $0.count == means.count }) else {
      throw reader.error("the columns are not equally long")
    }
    return means.indices.map { row in
      guard let mean = means[row], let count = columns[0][row], let first = columns[1][row],
        let least = columns[2][row], let greatest = columns[3][row], let last = columns[4][row]
      else { return nil }
      return SeriesRecord.Bin(
        count: Int(count),
        first: first,
        least: least,
        greatest: greatest,
        mean: mean,
        last: last
      )
    }
  }
}

extension SeriesRecord.Bin {
  /// Whether it holds one sample, so that one number says it all.
  fileprivate var isSingle: Bool { self == SeriesRecord.Bin(single: last) }

  fileprivate init(single value: Int64) {
    self.init(
      count: 1,
      first: value,
      least: value,
      greatest: value,
      mean: Double(value),
      last: value
    )
  }
}
