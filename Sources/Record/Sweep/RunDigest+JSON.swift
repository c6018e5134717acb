public import Text

/// The encoding of a digest: one line of a folder of results.
extension RunDigest {
  /// The digest.
  public var json: JSON {
    [
      "point": .integer(place.point),
      "replication": .integer(place.replication),
      "ending": ending.json,
      "end": .number(endSeconds),
      "events": .count(eventCount),
      "fingerprint": .string(hexadecimal(fingerprint)),
      "failure": .optional(failure) {
        ["seconds": .number($0.seconds), "what": .string($0.what)]
      },
      "measures": .object(measures.map { JSON.Member($0.name, .number($0.value)) }),
    ]
  }

  /// Reads a digest back.
  public init(_ json: JSON) throws(RecordError) {
    let reader = RecordReader(value: json, path: "")
    let measures = reader.value["measures"]
    guard case .object(let members) = measures else {
      throw try reader("measures").error("measures are expected")
    }
    var values: [Measure] = []
    for member in members {
      let value = RecordReader(value: member.value, path: "measures.\(member.name)")
      values.append(Measure(member.name, try value.number()))
    }
    self.init(
      place: RunPlace(
        point: Int(clamping: try reader("point").count()),
        replication: Int(clamping: try reader("replication").count())
      ),
      ending: try Ending(reader("ending")),
      endSeconds: try reader("end").number(),
      eventCount: try reader("events").count(),
      fingerprint: try reader("fingerprint").hash(),
      failure: try reader("failure").optional(Failure.init(_:)),
      measures: values
    )
  }
}

extension RunDigest.Failure {
  fileprivate init(_ reader: RecordReader) throws(RecordError) {
    self.init(
      seconds: try reader("seconds").number(),
      what: try reader("what").text()
    )
  }
}

extension RunDigest.Ending {
  /// How the run ended, with the reason where it did not come to its end.
  public var json: JSON {
    switch self {
    case .complete: ["is": "complete"]
    case .halted(let reason): ["is": "halted", "reason": .string(reason)]
    case .rejected(let reason): ["is": "rejected", "reason": .string(reason)]
    }
  }

  fileprivate init(_ reader: RecordReader) throws(RecordError) {
    switch try reader("is").text() {
    case "complete": self = .complete
    case "halted": self = .halted(try reader("reason").text())
    case "rejected": self = .rejected(try reader("reason").text())
    default: throw try reader("is").error("this word is not known")
    }
  }
}
