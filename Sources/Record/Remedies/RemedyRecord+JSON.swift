import Kernel
import Plan
public import Text

/// The encoding of what was tried: the content of `remedies.json`.
extension RemedyRecord {
  /// The version of this encoding; it grows when a member changes its meaning or goes.
  public static let encodingVersion = 1

  /// The record.
  public var json: JSON {
    [
      "version": .integer(Self.encodingVersion),
      "program": .string(program),
      "command": .string(command),
      "title": .string(title),
      "seed": .count(seed),
      "start": .string(CivilTime(.start, start: start).sortable),
      "duration": .duration(duration),
      "replications": .integer(replications),
      "causes": .list(causes, \.json),
      "base": base.json,
      "remedies": .list(remedies, \.json),
      "assumptions": .list(assumptions, \.json),
    ]
  }

  /// Reads a record back.
  public init(_ json: JSON) throws(RecordError) {
    let reader = RecordReader(value: json, path: "")
    try reader.checkVersion(Self.encodingVersion)
    self.init(
      title: try reader("title").text(),
      program: try reader("program").text(),
      command: try reader("command").text(),
      seed: try reader("seed").count(),
      start: try RunRecord.date(reader("start")),
      duration: try reader("duration").duration(),
      replications: try reader("replications").size(),
      causes: try reader("causes").list(Cause.init(_:)),
      base: try Outcome(reader("base")),
      remedies: try reader("remedies").list(Remedy.init(_:)),
      assumptions: try reader("assumptions").list(Assumption.init(_:))
    )
  }
}

extension RemedyRecord.Cause {
  fileprivate var json: JSON {
    ["defect": .string(defect), "title": .string(title), "host": .string(host)]
  }

  fileprivate init(_ reader: RecordReader) throws(RecordError) {
    self.init(
      defect: try reader("defect").text(),
      title: try reader("title").text(),
      host: try reader("host").text()
    )
  }
}

extension RemedyRecord.Remedy {
  fileprivate var json: JSON {
    [
      "what": .string(words),
      "kind": .string(kind),
      "effect": .string(effect.rawValue),
      "changes": .list(changes) { ["key": .string($0.key), "value": .string($0.value)] },
      "command": .string(command),
      "outcome": outcome.json,
      "delay-seconds": .optional(delay, \.json),
      "undelivered": .optional(undelivered, \.json),
    ]
  }

  fileprivate init(_ reader: RecordReader) throws(RecordError) {
    self.init(
      words: try reader("what").text(),
      kind: try reader("kind").text(),
      effect: try reader("effect").word(RemedyRecord.Effect.self),
      changes: try reader("changes").list { (change) throws(RecordError) in
        RemedyRecord.Change(key: try change("key").text(), value: try change("value").text())
      },
      command: try reader("command").text(),
      outcome: try RemedyRecord.Outcome(reader("outcome")),
      delay: try reader("delay-seconds").optional(RemedyRecord.Difference.init(_:)),
      undelivered: try reader("undelivered").optional(RemedyRecord.Difference.init(_:))
    )
  }
}

extension RemedyRecord.Outcome {
  fileprivate var json: JSON {
    [
      "runs": .integer(runCount),
      "complete": .integer(completeCount),
      "failed": .integer(failedCount),
      "half-failed-by": [
        "seconds": .optional(half.seconds) { .number($0) },
        "low": .optional(half.low) { .number($0) },
        "high": .optional(half.high) { .number($0) },
      ],
      "failures": .list(failures) { ["what": .string($0.what), "runs": .integer($0.runCount)] },
      "troubles": .list(troubles) { .string($0) },
    ]
  }

  fileprivate init(_ reader: RecordReader) throws(RecordError) {
    let half = try reader("half-failed-by")
    func seconds(_ name: String) throws(RecordError) -> Double? {
      try half(name).optional { (reader) throws(RecordError) in try reader.number() }
    }
    self.init(
      runCount: try reader("runs").size(),
      completeCount: try reader("complete").size(),
      failedCount: try reader("failed").size(),
      half: RemedyRecord.Half(
        seconds: try seconds("seconds"),
        low: try seconds("low"),
        high: try seconds("high")
      ),
      failures: try reader("failures").list { (failure) throws(RecordError) in
        RemedyRecord.Failure(
          what: try failure("what").text(),
          runCount: try failure("runs").size()
        )
      },
      troubles: try reader("troubles").list { (trouble) throws(RecordError) in
        try trouble.text()
      }
    )
  }
}

extension RemedyRecord.Difference {
  fileprivate var json: JSON {
    [
      "n": .integer(count), "mean": .number(mean),
      "half-width": .optional(halfWidth) { .number($0) }, "chance": .number(chance),
    ]
  }

  fileprivate init(_ reader: RecordReader) throws(RecordError) {
    self.init(
      count: try reader("n").size(),
      mean: try reader("mean").number(),
      halfWidth: try reader("half-width").optional { (reader) throws(RecordError) in
        try reader.number()
      },
      chance: try reader("chance").number()
    )
  }
}

extension Assumption {
  fileprivate var json: JSON {
    [
      "name": .string(name), "value": .string(value), "reason": .string(reason),
      "from": .string("\(provenance)"),
    ]
  }

  fileprivate init(_ reader: RecordReader) throws(RecordError) {
    let source = try reader("from").text()
    let named: [Provenance] = [.text, .widelyKnown, .assumed, .topology]
    self.init(
      name: try reader("name").text(),
      value: try reader("value").text(),
      reason: try reader("reason").text(),
      provenance: named.first { "\($0)" == source } ?? .article(source)
    )
  }
}

extension RecordReader {
  /// A count of things that lie in memory.
  fileprivate func size() throws(RecordError) -> Int { Int(clamping: try count()) }
}
