import Kernel
import Text

extension LogRecord {
  /// The logs of a run whose first day is `start`.
  func parts(_ start: CivilDate) -> JSONParts {
    [
      "totals": .value { .list(totals, \.json) },
      "entries": .list(count: entries.count) { number in .value { entries[number].json(start) } },
    ]
  }

  init(_ reader: RecordReader) throws(RecordError) {
    self.init(
      entries: try reader("entries").list(Entry.init(_:)),
      totals: try reader("totals").list(Total.init(_:))
    )
  }
}

extension LogRecord.Entry {
  func json(_ start: CivilDate) -> JSON {
    [
      "time": .time(time),
      "date": .string(CivilTime(time, start: start).sortable),
      "host": .string(host),
      "source": .string(source),
      "id": .integer(id),
      "text": .string(text),
    ]
  }

  init(_ reader: RecordReader) throws(RecordError) {
    self.init(
      time: try reader("time").time(),
      host: try reader("host").text(),
      source: try reader("source").text(),
      id: Int(try reader("id").whole()),
      text: try reader("text").text()
    )
  }
}

extension LogRecord.Total {
  var json: JSON {
    [
      "host": .string(host),
      "source": .string(source),
      "id": .integer(id),
      "count": .count(count),
      "first": .time(first),
      "last": .time(last),
    ]
  }

  init(_ reader: RecordReader) throws(RecordError) {
    self.init(
      host: try reader("host").text(),
      source: try reader("source").text(),
      id: Int(try reader("id").whole()),
      count: try reader("count").count(),
      first: try reader("first").time(),
      last: try reader("last").time()
    )
  }
}
