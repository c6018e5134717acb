import Plan
public import Record
import Kernel
public import Text

/// A moment on one host, as a tool of the period shows it.
public enum SnapshotView: String, CaseIterable, Sendable {
  /// Performance Monitor's report.
  case perfmon
  /// `netstat -a`, with the age of each connection, which it does not show.
  case netstat
  /// `tlist`, with the columns of Process Viewer.
  case tlist
  /// The Event Viewer.
  case eventlog
  /// The queue windows.
  case queues

  /// What the tool shows.
  ///
  /// - Parameter clock: the site's calendar.
  public func text(of snapshot: Snapshot, clock: SiteClock, style: Style, width: Int) -> String {
    var lines = Lines(style: style, width: width)
    lines.title("\(snapshot.host), \(clock.both(snapshot.time))")
    switch self {
    case .perfmon: Self.addCounters(snapshot, &lines)
    case .netstat: Self.addConnections(snapshot, &lines)
    case .tlist: Self.addProcesses(snapshot, &lines)
    case .eventlog: Self.addLog(snapshot, clock, &lines)
    case .queues: Self.addQueues(snapshot, clock, &lines)
    }
    return lines.text
  }

  private static func addCounters(_ snapshot: Snapshot, _ lines: inout Lines) {
    lines.line("Computer: \\\\\(snapshot.host)", indent: 0)
    var latest: String?
    var rows: [[String]] = []
    for counter in snapshot.counters {
      let path = CounterPath(counter.name)
      let instance = path?.instance.map { " \($0)" } ?? ""
      let object = path.map { "Object: \($0.object)\(instance)" } ?? ""
      if object != latest {
        lines.rows(rows, indent: 4, numbers: 1..<2)
        rows = []
        if !object.isEmpty { lines.line(object) }
        latest = object
      }
      let value = counter.value.map { fixedPoint($0, decimals: 3) } ?? "not available"
      rows.append([path?.counter ?? counter.name, value, ""])
    }
    lines.rows(rows, indent: 4, numbers: 1..<2)
  }

  private static func addConnections(_ snapshot: Snapshot, _ lines: inout Lines) {
    lines.line("Active Connections", indent: 0)
    lines.rows(
      [["Proto", "Local Address", "Foreign Address", "State", "Age"]]
        + snapshot.connections.map { connection in
          [
            "TCP", connection.local, connection.foreign, connection.state,
            SiteClock.about(snapshot.time - connection.since),
          ]
        }
    )
  }

  private static func addProcesses(_ snapshot: Snapshot, _ lines: inout Lines) {
    lines.rows(
      [["PID", "Handles", "Threads", "Private Bytes", "Elapsed", "Image"]]
        + snapshot.processes.map { process in
          [
            "\(process.id)", grouped(process.handles), grouped(process.threads),
            "\(grouped((process.privateBytes + 1_023) / 1_024)) KB",
            SiteClock.about(snapshot.time - process.since), process.image,
          ]
        },
      indent: 0,
      numbers: 0..<5
    )
  }

  private static func addLog(_ snapshot: Snapshot, _ clock: SiteClock, _ lines: inout Lines) {
    if snapshot.log.isEmpty { return lines.line("The log is empty.") }
    // The latest stands first, as in the Event Viewer.
    lines.rows(
      [["Date", "Time", "Source", "Event", "Text"]]
        + snapshot.log.reversed().map { entry in
          let time = CivilTime(entry.time, start: clock.start)
          let year = CivilTime.padded(time.date.year % 100)
          return [
            "\(time.date.month)/\(time.date.day)/\(year)", Self.twelveHours(time),
            entry.source, "\(entry.id)", entry.text,
          ]
        },
      indent: 0
    )
  }

  /// `5:20:13 PM`
  private static func twelveHours(_ time: CivilTime) -> String {
    "\((time.hour + 11) % 12 + 1)" + time.clock.dropFirst(2) + (time.hour < 12 ? " AM" : " PM")
  }

  private static func addQueues(_ snapshot: Snapshot, _ clock: SiteClock, _ lines: inout Lines) {
    if snapshot.queues.isEmpty { return lines.line("No mail waits.") }
    lines.rows(
      [["Messages", "Size", "Oldest", "Queue"]]
        + snapshot.queues.map { queue in
          [
            grouped(queue.count), sizeText(queue.bytes),
            queue.count == 0 ? "-" : clock.moment(queue.oldest), queue.name,
          ]
        },
      indent: 0,
      numbers: 0..<2
    )
  }
}
