import Plan
import Text

extension HostRecord {
  var json: JSON {
    [
      "name": .string(name),
      "system": .string(system),
      "symptoms": .list(symptoms, \.json),
      "reboots": .list(reboots) { .time($0) },
    ]
  }

  init(_ reader: RecordReader) throws(RecordError) {
    self.init(
      name: try reader("name").text(),
      system: try reader("system").text(),
      symptoms: try reader("symptoms").list(SymptomRecord.init(_:)),
      reboots: try reader("reboots").list { time throws(RecordError) in try time.time() }
    )
  }
}

extension SymptomRecord {
  var json: JSON {
    [
      "symptom": .string(symptom.rawValue),
      "resource": .string(resource),
      "process": .optional(process) { .string($0) },
      "first": .time(first),
      "last": .optional(last) { .time($0) },
    ]
  }

  init(_ reader: RecordReader) throws(RecordError) {
    self.init(
      symptom: try reader("symptom").word(Symptom.self),
      resource: try reader("resource").text(),
      process: try reader("process").optional { name throws(RecordError) in try name.text() },
      first: try reader("first").time(),
      last: try reader("last").optional { time throws(RecordError) in try time.time() }
    )
  }
}

extension ProcessRecord {
  var json: JSON {
    [
      "host": .string(host),
      "image": .string(image),
      "service": .optional(service) { .string($0) },
      "version": .optional(version) { .string("\($0)") },
      "state": .string(state.rawValue),
      "starts": .count(starts),
      "stop-count": .count(stopCount),
      "stops": .list(stops, \.json),
    ]
  }

  init(_ reader: RecordReader) throws(RecordError) {
    self.init(
      host: try reader("host").text(),
      image: try reader("image").text(),
      service: try reader("service").optional { name throws(RecordError) in try name.text() },
      version: try reader("version").optional { version throws(RecordError) in
        guard let known = FileVersion(try version.text()) else {
          throw version.error("a version of a file is expected")
        }
        return known
      },
      state: try reader("state").word(State.self),
      starts: try reader("starts").count(),
      stops: try reader("stops").list(Stop.init(_:)),
      stopCount: try reader("stop-count").count()
    )
  }
}

extension ProcessRecord.Stop {
  var json: JSON {
    [
      "time": .time(time),
      "reason": .string(reason.rawValue),
      "defect": .optional(defect) { .string($0) },
      "restarted": .optional(restarted) { .time($0) },
    ]
  }

  init(_ reader: RecordReader) throws(RecordError) {
    self.init(
      time: try reader("time").time(),
      reason: try reader("reason").word(ProcessRecord.Reason.self),
      defect: try reader("defect").optional { id throws(RecordError) in try id.text() },
      restarted: try reader("restarted").optional { time throws(RecordError) in
        try time.time()
      }
    )
  }
}
