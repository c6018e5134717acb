import Kernel
public import Text

/// The encoding of a record; README.md in this folder says what each member holds.
extension RunRecord {
  /// The version of this encoding. It grows when a member changes its meaning or goes; new members may
  /// come without it.
  public static let encodingVersion = 1

  /// The whole record.
  public var json: JSON { parts.json }

  /// The whole record, made while it is written: the samples of a long run are most of it.
  public var parts: JSONParts {
    .object(
      head.map { member in (member.name, .value { member.value }) } + [
        ("log", log.parts(start)),
        ("defects", .value { .list(defects, \.json) }),
        ("series", series.parts),
      ]
    )
  }

  private var head: [JSON.Member] {
    [
      JSON.Member("version", .integer(Self.encodingVersion)),
      JSON.Member("title", .string(title)),
      JSON.Member("seed", .count(seed)),
      JSON.Member("replication", .count(replication)),
      JSON.Member("start", .string(CivilTime(.start, start: start).sortable)),
      JSON.Member("duration", .duration(duration)),
      JSON.Member("warm-up", .duration(warmUp)),
      JSON.Member("ending", ending.json),
      JSON.Member("end", .time(end)),
      JSON.Member("end-date", .string(CivilTime(end, start: start).sortable)),
      JSON.Member("events", .count(eventCount)),
      JSON.Member("fingerprint", .string(fingerprintText)),
      JSON.Member("event-counts", .list(eventCounts, \.json)),
      JSON.Member("flows", .list(flows, \.json)),
      JSON.Member("queues", .list(queues, \.json)),
      JSON.Member("hosts", .list(hosts, \.json)),
      JSON.Member("processes", .list(processes, \.json)),
    ]
  }

  /// The fingerprint in sixteen hexadecimal digits.
  public var fingerprintText: String { hexadecimal(fingerprint) }

  /// Reads a record back.
  public init(_ json: JSON) throws(RecordError) {
    let reader = RecordReader(value: json, path: "")
    try reader.checkVersion(Self.encodingVersion)
    self.init(
      title: try reader("title").text(),
      seed: try reader("seed").count(),
      replication: try reader("replication").count(),
      start: try Self.date(reader("start")),
      duration: try reader("duration").duration(),
      warmUp: try reader("warm-up").duration(),
      ending: try Ending(reader("ending")),
      end: try reader("end").time(),
      eventCount: try reader("events").count(),
      fingerprint: try reader("fingerprint").hash(),
      eventCounts: try reader("event-counts").list(NamedCount.init(_:)),
      flows: try reader("flows").list(FlowRecord.init(_:)),
      queues: try reader("queues").list(QueueRecord.init(_:)),
      hosts: try reader("hosts").list(HostRecord.init(_:)),
      processes: try reader("processes").list(ProcessRecord.init(_:)),
      log: try LogRecord(reader("log")),
      defects: try reader("defects").list(DefectRecord.init(_:)),
      series: try SeriesRecord(reader("series"))
    )
  }

  /// The day of a time such as `1998-03-02 00:00:00.000`.
  static func date(_ reader: RecordReader) throws(RecordError) -> CivilDate {
    let parts = try reader.text().prefix { $0 != " " }.split(separator: "-").map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
      let date = CivilDate(year: year, month: month, day: day)
    else { throw reader.error("a date is expected") }
    return date
  }
}

extension RunRecord.Ending {
  var json: JSON {
    switch self {
    case .complete: ["is": "complete"]
    case .partial: ["is": "partial"]
    case .halted(let halt):
      [
        "is": "halted", "capacity": .string("\(halt.capacity)"), "limit": .integer(halt.limit),
      ]
    }
  }

  init(_ reader: RecordReader) throws(RecordError) {
    switch try reader("is").text() {
    case "complete": self = .complete
    case "partial": self = .partial
    case "halted":
      let name = try reader("capacity").text()
      guard let capacity = Halt.Capacity.allCases.first(where: { "\($0)" == name }) else {
        throw try reader("capacity").error("this capacity is not known")
      }
      self = .halted(Halt(capacity, limit: Int(try reader("limit").whole())))
    default: throw try reader("is").error("complete, partial or halted is expected")
    }
  }
}

extension NamedCount {
  var json: JSON { ["name": .string(name), "count": .count(count)] }

  init(_ reader: RecordReader) throws(RecordError) {
    self.init(try reader("name").text(), try reader("count").count())
  }
}
