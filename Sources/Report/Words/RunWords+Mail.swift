import Kernel
import Record
import Text

extension RunWords {
  /// So many flows, reasons and queues are shown, those with most to say first.
  static let mostFlows = 12
  static let mostReasons = 8
  static let mostQueues = 8

  /// What the columns of a flow are called.
  static let mailColumns = [
    "", "sent", "delivered", "returned", "waiting", "p50", "p95", "p99",
  ]

  /// What became of the mail of the flows that are shown.
  var mailRows: [[String]] { shownFlows.map(row) }

  /// What became of all of it; nil where one flow is all.
  var mailTotal: [String]? {
    record.flows.count > 1 ? ["all"] + counts(record.flows) + ["", "", ""] : nil
  }

  /// How many flows only the line of all has in it; nil where none.
  var furtherFlows: String? {
    let hidden = record.flows.count - min(record.flows.count, Self.mostFlows)
    return hidden > 0 ? "The line of all has \(counted(hidden, "flow")) more in it." : nil
  }

  /// What was lost without a word; nil where nothing was.
  var lostMail: (lead: String, rest: String)? {
    let lost = record.flows.reduce(0) { $0 + $1.lost }
    guard lost > 0 else { return nil }
    return ("\(grouped(lost)) lost", ": neither delivered nor returned, nor on its way")
  }

  /// Why mail was returned, over all flows, the most frequent reason first.
  var returnedRows: [[String]] {
    reasons.prefix(Self.mostReasons).map { ["\(grouped($0.count)) returned", $0.name] }
  }

  /// Where mail waits, the longest queue first.
  var queueRows: [[String]] {
    waitingQueues.prefix(Self.mostQueues).map { queue in
      [
        "\(grouped(queue.count)) waiting",
        "\(queue.name), \(sizeText(queue.bytes)), the oldest since"
          + " \(clock.moment(queue.oldest))",
      ]
    }
  }

  /// How many queues more there are; nil where all are shown.
  var furtherQueues: String? {
    let hidden = waitingQueues.count - min(waitingQueues.count, Self.mostQueues)
    return hidden > 0 ? "and in \(counted(hidden, "more queue"))" : nil
  }

  private var waitingQueues: [QueueRecord] {
    record.queues.filter { $0.count > 0 }.enumerated()
      .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
  }

  /// The flows to show, in their order: all, or those that had most trouble.
  private var shownFlows: [FlowRecord] {
    let flows = record.flows
    guard flows.count > Self.mostFlows else { return flows }
    func trouble(_ flow: FlowRecord) -> UInt64 { flow.sent - min(flow.sent, flow.delivered) }
    let worst = flows.indices.sorted {
      (trouble(flows[$1]), $0) < (trouble(flows[$0]), $1)
    }
    return worst.prefix(Self.mostFlows).sorted().map { flows[$0] }
  }

  private func row(_ flow: FlowRecord) -> [String] {
    let times = flow.latency.map { [$0.p50, $0.p95, $0.p99].map(Self.time) }
    return [flow.name] + counts([flow]) + (times ?? ["-", "-", "-"])
  }

  private func counts(_ flows: [FlowRecord]) -> [String] {
    let returned = flows.reduce(0) { $0 + $1.returnedCount }
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

  private var reasons: [NamedCount] {
    var names: [String] = []
    var counts: [String: UInt64] = [:]
    for reason in record.flows.flatMap(\.returned) {
      if counts[reason.name] == nil { names.append(reason.name) }
      counts[reason.name, default: 0] += reason.count
    }
    return names.enumerated().map { ($0, NamedCount($1, counts[$1] ?? 0)) }
      .sorted { ($1.1.count, $0.0) < ($0.1.count, $1.0) }.map(\.1)
  }
}
