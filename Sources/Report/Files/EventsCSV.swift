public import Record
import Kernel
import Text

/// The event logs of all hosts as comma-separated values, in order of time.
public enum EventsCSV {
  /// The name of the file.
  public static let name = "events.csv"

  /// Hands over the log of a run, in pieces.
  public static func lines<Failure: Error>(
    of record: RunRecord,
    to write: (String) throws(Failure) -> Void
  ) throws(Failure) {
    var table = CSVTable()
    table.row(["date", "seconds", "host", "source", "event", "text"])
    for entry in record.log.entries {
      table.row([
        CivilTime(entry.time, start: record.start).sortable,
        seconds(entry.time),
        entry.host,
        entry.source,
        "\(entry.id)",
        entry.text,
      ])
      try table.pass(to: write)
    }
    try table.finish(to: write)
  }

  /// Seconds since the start, to the tick, without zeros at the end.
  private static func seconds(_ time: Instant) -> String {
    let (whole, rest) = time.ticks.quotientAndRemainder(dividingBy: Interval.ticksPerSecond)
    if rest == 0 { return "\(whole)" }
    var digits = "\(rest + Interval.ticksPerSecond)".dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "\(whole).\(digits)"
  }
}
