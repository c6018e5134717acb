import Kernel
import Record
import Text

extension SummaryText {
  /// What became of the mail: all of it, then the flows, then what did not arrive.
  func addMail(_ lines: inout Lines) {
    guard !record.flows.isEmpty else { return }
    let flows = record.flows
    lines.title("Mail, by recipients")
    var rows = [["", "sent", "delivered", "returned", "waiting", "p50", "p95", "p99", ""]]
    rows += shown(flows).map(row)
    if flows.count > 1 { rows.append(total(flows)) }
    lines.rows(rows, numbers: 1..<8)
    let hidden = flows.count - min(flows.count, Self.mostFlows)
    if hidden > 0 { lines.line("The line of all has \(counted(hidden, "flow")) more in it.") }
    let lost = flows.reduce(0) { $0 + $1.lost }
    if lost > 0 {
      lines.line(
        ": neither delivered nor returned, nor on its way",
        lead: "\(grouped(lost)) lost",
        paint: style.red
      )
    }
    lines.rows(
      reasons(flows).prefix(Self.mostReasons).map { ["\(grouped($0.count)) returned", $0.name] }
    )
    addQueues(&lines)
  }

  /// So many flows, reasons and queues are shown, those with most to say first.
  private static let mostFlows = 12
  private static let mostReasons = 8
  private static let mostQueues = 8

  private func addQueues(_ lines: inout Lines) {
    let queues = record.queues.filter { $0.count > 0 }.enumerated()
      .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
    lines.rows(
      queues.prefix(Self.mostQueues).map { queue in
        [
          "\(grouped(queue.count)) waiting",
          "\(queue.name), \(sizeText(queue.bytes)), the oldest since"
            + " \(clock.moment(queue.oldest))",
        ]
      }
    )
    if queues.count > Self.mostQueues {
      lines.line("and in \(counted(queues.count - Self.mostQueues, "more queue"))")
    }
  }

  /// The flows to show, in their order: all, or those that had most trouble.
  private func shown(_ flows: [FlowRecord]) -> [FlowRecord] {
    guard flows.count > Self.mostFlows else { return flows }
    func trouble(_ flow: FlowRecord) -> UInt64 { flow.sent - min(flow.sent, flow.delivered) }
    let worst = flows.indices.sorted {
      (trouble(flows[$1]), $0) < (trouble(flows[$0]), $1)
    }
    return worst.prefix(Self.mostFlows).sorted().map { flows[$0] }
  }

  private func row(_ flow: FlowRecord) -> [String] {
    let times = flow.latency.map { [$0.p50, $0.p95, $0.p99].map(Self.time) }
    return [flow.name] + counts([flow]) + (times ?? ["-", "-", "-"]) + [""]
  }

  private func total(_ flows: [FlowRecord]) -> [String] {
    ["all"] + counts(flows) + ["", "", "", ""]
  }

  private func counts(_ flows: [FlowRecord]) -> [String] {
    let returned = flows.reduce(0) { $0 + $1.returned.reduce(0) { $0 + $1.count } }
    return [
      grouped(flows.reduce(0) { $0 + $1.sent }),
      grouped(flows.reduce(0) { $0 + $1.delivered }),
      grouped(returned),
      grouped(flows.reduce(0) { $0 + $1.waiting }),
    ].map { $0 == "0" ? "-" : $0 }
  }

  private static func time(_ milliseconds: UInt64) -> String {
    SiteClock.about(.milliseconds(milliseconds))
  }

  /// Why mail was returned, over all flows, the most frequent first.
  private func reasons(_ flows: [FlowRecord]) -> [NamedCount] {
    var names: [String] = []
    var counts: [String: UInt64] = [:]
    for reason in flows.flatMap(\.returned) {
      if counts[reason.name] == nil { names.append(reason.name) }
      counts[reason.name, default: 0] += reason.count
    }
    return names.enumerated().map { ($0, NamedCount($1, counts[$1] ?? 0)) }
      .sorted { ($1.1.count, $0.0) < ($0.1.count, $1.0) }.map(\.1)
  }
}
