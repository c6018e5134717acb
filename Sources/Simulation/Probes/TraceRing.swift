import Kernel

/// Steps of messages that somebody wants to see, until the caller takes them.
struct TraceRing: ~Copyable {
  var lines: Slab<Line>
  var count = 0
  var isOn = false
  var filter = SiteRun.TraceFilter()

  struct Line: BitwiseCopyable {
    var time: UInt64 = 0
    var identity: UInt64 = 0
    var point = Point.written
    var isReport = false
    var detail: Int = 0
    var place: UInt32 = 0
  }

  /// What a step is.
  enum Point: UInt8 {
    case written
    case accepted
    case converted
    case queued
    case moved
    case delayed
    case delivered
    case returned
    case removed
  }

  init() { lines = Slab(count: 0) }

  /// Pauses the run a little before there is no room for what one event may add.
  var isFull: Bool { isOn && count + 64 > lines.count }

  mutating func begin(_ filter: SiteRun.TraceFilter) {
    lines = Slab(count: 4_096)
    count = 0
    isOn = true
    self.filter = filter
  }
}

extension SiteWorld {
  /// Notes a step of a message where somebody traces.
  @inline(__always)
  mutating func note(_ point: TraceRing.Point, _ copy: Int, _ detail: Int) {
    if trace.isOn { noteStep(point, copy, detail) }
  }

  @inline(never)
  private mutating func noteStep(_ point: TraceRing.Point, _ copy: Int, _ detail: Int) {
    let record = mail.copies[copy]
    if let flow = trace.filter.flow, flow != record.flow { return }
    if let number = trace.filter.number, number != record.number { return }
    guard now >= trace.filter.from.ticks, now <= trace.filter.until?.ticks ?? .max else { return }
    // One event adds few steps; those of a host's end may be more than there is room for.
    guard trace.count < trace.lines.count else { return }
    trace.lines[trace.count] = TraceRing.Line(
      time: now,
      identity: record.identity,
      point: point,
      isReport: record.has(.report),
      detail: detail,
      place: record.place
    )
    trace.count += 1
  }
}
