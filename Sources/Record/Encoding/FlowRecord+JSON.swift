import Text

extension FlowRecord {
  var json: JSON {
    [
      "name": .string(name),
      "messages": .count(messages),
      "sent": .count(sent),
      "delivered": .count(delivered),
      "returned": .list(returned, \.json),
      "lost": .count(lost),
      "waiting": .count(waiting),
      "latency-ms": .optional(latency, \.json),
      "within": .list(withinCounts, \.json),
      "parts": .list(parts, \.json),
    ]
  }

  init(_ reader: RecordReader) throws(RecordError) {
    self.init(
      name: try reader("name").text(),
      messages: try reader("messages").count(),
      sent: try reader("sent").count(),
      delivered: try reader("delivered").count(),
      returned: try reader("returned").list(NamedCount.init(_:)),
      lost: try reader("lost").count(),
      waiting: try reader("waiting").count(),
      latency: try reader("latency-ms").optional(Latency.init(_:)),
      withinCounts: try reader("within").list(Within.init(_:)),
      parts: try reader.later("parts")?.list(Part.init(_:)) ?? []
    )
  }
}

extension FlowRecord.Latency {
  var json: JSON {
    [
      "count": .count(count), "mean": .number(mean), "p50": .count(p50), "p95": .count(p95),
      "p99": .count(p99), "longest": .count(longest),
    ]
  }

  init(_ reader: RecordReader) throws(RecordError) {
    self.init(
      count: try reader("count").count(),
      mean: try reader("mean").number(),
      p50: try reader("p50").count(),
      p95: try reader("p95").count(),
      p99: try reader("p99").count(),
      longest: try reader("longest").count()
    )
  }
}

extension FlowRecord.Within {
  var json: JSON {
    ["limit": .duration(limit), "delivered": .count(delivered), "due": .count(due)]
  }

  init(_ reader: RecordReader) throws(RecordError) {
    self.init(
      limit: try reader("limit").duration(),
      delivered: try reader("delivered").count(),
      due: try reader("due").count()
    )
  }
}

extension FlowRecord.Part {
  var json: JSON {
    [
      "from": .time(from), "until": .time(until),
      "limit": .optional(limit) { .duration($0) },
      "delivered": .count(delivered), "due": .count(due),
    ]
  }

  init(_ reader: RecordReader) throws(RecordError) {
    self.init(
      from: try reader("from").time(),
      until: try reader("until").time(),
      limit: try reader("limit").optional { limit throws(RecordError) in try limit.duration() },
      delivered: try reader("delivered").count(),
      due: try reader("due").count()
    )
  }
}

extension QueueRecord {
  /// The queue, as an encoded record has it.
  var json: JSON {
    [
      "name": .string(name), "count": .count(count), "bytes": .count(bytes),
      "oldest": .time(oldest),
    ]
  }

  init(_ reader: RecordReader) throws(RecordError) {
    self.init(
      name: try reader("name").text(),
      count: try reader("count").count(),
      bytes: try reader("bytes").count(),
      oldest: try reader("oldest").time()
    )
  }
}
