import Kernel
public import Record
public import Text

extension TraceStep {
  /// The step in one line for people.
  public func text(_ clock: SiteClock) -> String {
    let time = CivilTime(time, start: clock.start)
    let message = message.isEmpty ? "" : "\(message)  "
    return printable("\(time.sortable)  \(message)\(place): \(what)")
  }

  /// The step for programs.
  public func json(_ clock: SiteClock) -> JSON {
    [
      "seconds": .time(time),
      "date": .string(CivilTime(time, start: clock.start).sortable),
      "message": .string(message),
      "host": host.map { .string($0) } ?? .null,
      "place": .string(place),
      "what": .string(what),
    ]
  }
}
