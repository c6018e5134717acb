import Plan
import Text

extension DefectRecord {
  var json: JSON {
    [
      "id": .string(id),
      "host": .string(host),
      "processes": .list(processes) { .string($0) },
      "in-force": .list(inForce) { span in
        ["from": .time(span.from), "until": .optional(span.until) { .time($0) }]
      },
      "triggers": .count(triggers),
      "first-trigger": .optional(firstTrigger) { .time($0) },
      "last-trigger": .optional(lastTrigger) { .time($0) },
      "idle-triggers": .count(idleTriggers),
      "takings": .list(takings, \.json),
      "closures": .list(closures) { closure in
        [
          "passage": .string(closure.passage), "from": .time(closure.from),
          "until": .optional(closure.until) { .time($0) },
        ]
      },
      "doings": .list(doings) { doing in
        [
          "mechanism": .string(doing.mechanism.rawValue), "what": .string(doing.what),
          "count": .count(doing.count), "first": .time(doing.first), "last": .time(doing.last),
        ]
      },
    ]
  }

  init(_ reader: RecordReader) throws(RecordError) {
    self.init(
      id: try reader("id").text(),
      host: try reader("host").text(),
      processes: try reader("processes").list { name throws(RecordError) in try name.text() },
      inForce: try reader("in-force").list { span throws(RecordError) in
        Span(
          from: try span("from").time(),
          until: try span("until").optional { time throws(RecordError) in try time.time() }
        )
      },
      triggers: try reader("triggers").count(),
      firstTrigger: try reader("first-trigger").optional { time throws(RecordError) in
        try time.time()
      },
      lastTrigger: try reader("last-trigger").optional { time throws(RecordError) in
        try time.time()
      },
      idleTriggers: try reader("idle-triggers").count(),
      takings: try reader("takings").list(Taking.init(_:)),
      closures: try reader("closures").list { closure throws(RecordError) in
        Closure(
          passage: try closure("passage").text(),
          from: try closure("from").time(),
          until: try closure("until").optional { time throws(RecordError) in try time.time() }
        )
      },
      doings: try reader.later("doings")?.list { doing throws(RecordError) in
        Doing(
          mechanism: try doing("mechanism").word(MechanismKind.self),
          what: try doing("what").text(),
          count: try doing("count").count(),
          first: try doing("first").time(),
          last: try doing("last").time()
        )
      } ?? []
    )
  }
}

extension DefectRecord.Taking {
  var json: JSON {
    [
      "resource": .string(resource),
      "is-bytes": .bool(isBytes),
      "holder": .string(holder),
      "amount": .whole(amount),
      "taken": .whole(taken),
      "series": .optional(series) { .integer($0) },
      "limit": .optional(limit, \.json),
    ]
  }

  init(_ reader: RecordReader) throws(RecordError) {
    self.init(
      resource: try reader("resource").text(),
      isBytes: try reader("is-bytes").flag(),
      holder: try reader("holder").text(),
      amount: try reader("amount").whole(),
      taken: try reader("taken").whole(),
      series: try reader("series").optional { place throws(RecordError) in
        Int(try place.whole())
      },
      limit: try reader("limit").optional(Limit.init(_:))
    )
  }
}

extension DefectRecord.Taking.Limit {
  var json: JSON {
    [
      "name": .string(name),
      "capacity": .whole(capacity),
      "amount": .whole(amount),
      "rungs": .list(rungs) { rung in
        [
          "amount": .whole(rung.amount),
          "symptom": .string(rung.symptom.rawValue),
          "reached": .optional(rung.reached) { .time($0) },
        ]
      },
      "series": .optional(series) { .integer($0) },
    ]
  }

  init(_ reader: RecordReader) throws(RecordError) {
    self.init(
      name: try reader("name").text(),
      capacity: try reader("capacity").whole(),
      amount: try reader("amount").whole(),
      rungs: try reader("rungs").list { rung throws(RecordError) in
        Rung(
          amount: try rung("amount").whole(),
          symptom: try rung("symptom").word(Symptom.self),
          reached: try rung("reached").optional { time throws(RecordError) in try time.time() }
        )
      },
      series: try reader("series").optional { place throws(RecordError) in
        Int(try place.whole())
      }
    )
  }
}
