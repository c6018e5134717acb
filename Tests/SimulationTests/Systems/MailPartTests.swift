import Kernel
import Plan
import Record
import Testing

/// What is counted for expectations about mail that is written in a part of the run.
@Suite("Mail of a part of the run")
struct MailPartTests {
  private static func text(_ seed: UInt64, _ expect: [String]) -> String {
    """
    title: Two sites
    run: { duration: 12h, seed: \(seed) }
    hosts:
      ONE: { os: NT 4.0 Server SP5 }
      TWO: { os: NT 4.0 Server SP5 }
    exchange:
      ONE: { version: 5.5 SP4, site: NORTH, mailboxes: 50 }
      TWO: { version: 5.5 SP4, site: SOUTH, mailboxes: 50 }
    connectors: { BETWEEN: { between: [ONE, TWO], kind: x400 } }
    mail: { m: { from: ONE, to: TWO, volume: 60/hour, recipients: 3 } }
    faults: { line: { connector: BETWEEN, from: 4h, for: 2h } }
    expect:
      \(expect.map { "- { mail: m, delivered: 50%\($0) }" }.joined(separator: "\n  "))
    """
  }

  private static let claims: [(words: String, from: Int, until: Int, limit: Int?)] = [
    (", until: 3h", 0, 180, nil), (", from: 5h, until: 7h", 300, 420, nil),
    (", from: 3h, until: 5h, within: 30m", 180, 300, 30), (", at: 6h", 0, 360, nil),
    (", from: 11h, within: 2h", 660, 720, 120), (", within: 10m", 0, 720, 10),
  ]

  @Test("is what a walk over each message finds", arguments: 0..<5 as Range<UInt64>)
  func counted(seed: UInt64) throws {
    let trace = OutboundScene.Trace(Self.text(seed, Self.claims.map(\.words)))
    let flow = try #require(trace.record.flows.first { $0.name == "m" })
    var written: [String: Int] = [:]
    var delivered: [String: Int] = [:]
    for step in trace.steps where step.message.hasPrefix("m/") {
      if step.what == "is written" { written[step.message] = OutboundScene.Trace.ticks(step.time) }
      if step.what == "is delivered" {
        delivered[step.message] = OutboundScene.Trace.ticks(step.time)
      }
    }
    let minute = 600_000_000
    var parts = flow.parts
    for claim in Self.claims {
      let isLast = claim.until == 720
      let (from, until) = (claim.from * minute, claim.until * minute - (isLast ? 0 : 1))
      let limit = claim.limit.map { $0 * minute }
      let asked = written.filter { $0.value >= from && $0.value <= until }
      let inTime = asked.filter { name, time in
        guard let end = delivered[name] else { return false }
        return limit.map { end - time <= $0 } ?? (end <= until)
      }
      let due = asked.filter { name, time in
        limit.map { delivered[name] != nil || 720 * minute - time > $0 } ?? true
      }
      let isWhole = claim.from == 0 && isLast
      let counts =
        isWhole
        ? flow.withinCounts.first.map { ($0.delivered, $0.due) }
        : parts.isEmpty ? nil : parts.removeFirst().counts
      let found = try #require(counts, "\(claim)")
      #expect(found == (UInt64(inTime.count * 3), UInt64(due.count * 3)), "seed \(seed): \(claim)")
    }
    #expect(parts.isEmpty)
    // The line was down, so that some was late.
    #expect(flow.parts[2].delivered < flow.parts[2].due)
    #expect(flow.parts[0].delivered > flow.parts[0].due / 2)
  }
}

extension FlowRecord.Part {
  fileprivate var counts: (UInt64, UInt64) { (delivered, due) }
}
