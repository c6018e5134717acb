public import Plan
import Record

/// The names that runs of a plan can give their measures.
public struct MeasureNames: Sendable {
  /// Those that are known beforehand; those of defects are not, as they hang on what happens.
  public let names: [String]

  /// The names for a plan.
  public init(_ plan: SitePlan) {
    let flow = [
      "sent", "delivered", "returned", "waiting", "latency-mean-seconds", "latency-p50-seconds",
      "latency-p95-seconds", "latency-p99-seconds",
    ]
    names =
      [RunDigest.failureMeasure]
      + plan.expectations.indices.map(RunDigest.measure(ofExpectation:))
      + [
        "mail.messages", "mail.sent", "mail.delivered", "mail.returned", "mail.lost",
        "mail.waiting", RunDigest.undeliveredMeasure, "mail.latency-mean-seconds",
      ]
      + plan.flows.flatMap { own in flow.map { "flow.\(own.name).\($0)" } }
      + [
        RunDigest.triggersMeasure, "services.unexpected-stops", "hosts.hangs", "events",
      ]
  }

  /// Whether a run may have a measure of this name.
  public func contains(_ name: String) -> Bool {
    name.hasPrefix("defect.") || names.contains(name)
  }
}
