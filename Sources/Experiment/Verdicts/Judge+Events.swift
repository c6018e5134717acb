import Kernel
import Plan
import Record

extension Judge {
  /// Whether an event is logged at least so often.
  func isLogged(
    _ host: HostID,
    _ source: String,
    _ id: Int,
    atLeast: Int,
    _ stretch: Stretch
  ) -> Judgement {
    let found = logged(host, source, id, stretch)
    let sentence = sentence(found, host, source, id)
    if found.least >= atLeast { return Judgement(.held, sentence) }
    let isSure = stretch.isReached && found.most < UInt64(atLeast)
    return Judgement(isSure ? .failed : .undecided, sentence)
  }

  /// Whether an event is not logged.
  func isNotLogged(
    _ host: HostID,
    _ source: String,
    _ id: Int,
    _ stretch: Stretch
  ) -> Judgement {
    let found = logged(host, source, id, stretch)
    let sentence = sentence(found, host, source, id)
    if found.least > 0 { return Judgement(.failed, sentence) }
    return Judgement(stretch.isReached && found.most == 0 ? .held : .undecided, sentence)
  }

  /// How often an event was logged at least and at most, and when first of what is known.
  private typealias Logged = (least: UInt64, most: UInt64, first: Instant?)

  private func logged(
    _ host: HostID,
    _ source: String,
    _ id: Int,
    _ stretch: Stretch
  ) -> Logged {
    let name = plan.hosts[host.index].name
    let total = record.log.totals.first {
      $0.host == name && $0.source.lowercased() == source.lowercased() && $0.id == id
    }
    guard let total, total.first <= stretch.until, total.last >= stretch.from else {
      return (0, 0, nil)
    }
    if total.first >= stretch.from, total.last <= stretch.until {
      return (total.count, total.count, total.first)
    }
    let times = record.log.entries.filter {
      $0.host == name && $0.source.lowercased() == source.lowercased() && $0.id == id
    }.map(\.time)
    let inside = times.filter { $0 >= stretch.from && $0 <= stretch.until }
    // The first and the last time stand in the totals, whether their entries are still there or not.
    let marks = [total.first, total.last].filter { $0 >= stretch.from && $0 <= stretch.until }
    let least = UInt64(max(inside.count, marks.isEmpty ? 0 : 1))
    let gone = total.count - min(total.count, UInt64(times.count))
    let outside = UInt64(times.count - inside.count)
    return (
      least, max(least, min(total.count - min(total.count, outside), UInt64(inside.count) + gone)),
      (marks + inside).min()
    )
  }

  private func sentence(_ found: Logged, _ host: HostID, _ source: String, _ id: Int) -> String {
    let name = "Event \(id) of \(source) on \(plan.hosts[host.index].name)"
    if found.most == 0 { return "\(name) was not logged." }
    if found.least == 0 {
      return "\(name) may have been logged: the entries of that time are no longer kept."
    }
    let often = found.least == found.most ? "" : "at least "
    let first = found.first.map { ", first on \(calendar.time($0))" } ?? ""
    return "\(name) was logged \(often)\(Words.count(found.least, "time"))\(first)."
  }

  /// Whether so much of a flow is delivered, and in time.
  func isDelivered(
    _ name: String,
    billionths: Int,
    within: Interval?,
    _ span: Expectation.Span,
    _ stretch: Stretch
  ) -> Judgement {
    guard let flow = record.flows.first(where: { $0.name == name }) else {
      return Judgement(.undecided, "\(name) was not kept.")
    }
    let counts: (delivered: UInt64, due: UInt64)
    var which = ""
    if let part = span.part(of: record.duration) {
      let kept = flow.parts.first {
        $0.from == part.from && $0.until == part.until && $0.limit == within
      }
      guard let kept else {
        return Judgement(.undecided, "What was written of \(name) in this time was not kept.")
      }
      counts = (kept.delivered, kept.due)
      let start = part.from > .start ? " from \(calendar.time(part.from))" : ""
      which = ", written\(start) until \(calendar.time(part.until)),"
    } else if let within {
      guard let kept = flow.withinCounts.first(where: { $0.limit == within }) else {
        return Judgement(.undecided, "How long each of \(name) took was not kept.")
      }
      counts = (kept.delivered, kept.due)
    } else {
      counts = (flow.delivered, flow.sent)
    }
    let (delivered, all) = counts
    guard all > 0 else { return Judgement(.undecided, "Nothing of \(name)\(which) was due.") }
    let time = within.map { " within \(Words.length($0))" } ?? ""
    let sentence =
      "\(Words.share(delivered, of: all)) of \(name)\(which) arrived\(time):"
      + " \(Words.number(Double(delivered))) of \(Words.number(Double(all)))."
    let (product, share) = (UInt128(delivered) * 1_000_000_000, UInt128(billionths) * UInt128(all))
    guard stretch.isReached else { return Judgement(.undecided, sentence) }
    return Judgement(product >= share ? .held : .failed, [sentence] + others(flow))
  }

  private func others(_ flow: FlowRecord) -> [String] {
    let returned = flow.returnedCount
    guard returned > 0 || flow.waiting > 0 || flow.lost > 0 else { return [] }
    let parts = [(returned, "returned"), (flow.waiting, "still waiting"), (flow.lost, "lost")]
    let said = parts.filter { $0.0 > 0 }.map { "\(Words.number(Double($0.0))) \($0.1)" }
    return ["Of \(flow.name), \(said.joined(separator: " and ")) at the end."]
  }
}
