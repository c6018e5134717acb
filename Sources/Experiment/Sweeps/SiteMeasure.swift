import Plan
import Record

/// A number that a run has of something, with its name: what is measured stands here once, and nowhere
/// else.
struct SiteMeasure<Subject>: Sendable {
  /// The name, or what follows the subject's own.
  let name: String
  /// The number; nil where there is none.
  let value: @Sendable (Subject) -> Double?

  init(_ name: String, _ value: @escaping @Sendable (Subject) -> Double?) {
    self.name = name
    self.value = value
  }

  /// A count.
  fileprivate init(count name: String, _ value: @escaping @Sendable (Subject) -> UInt64) {
    self.init(name) { Double(value($0)) }
  }
}

extension SiteMeasure where Subject == RunRecord {
  /// Of the mail of all flows together.
  static let ofMail = [
    SiteMeasure(count: "mail.messages") { $0.total(\.messages) },
    SiteMeasure(count: "mail.sent") { $0.total(\.sent) },
    SiteMeasure(count: "mail.delivered") { $0.total(\.delivered) },
    SiteMeasure(count: "mail.returned") { $0.total(\.returnedCount) },
    SiteMeasure(count: "mail.lost") { $0.total(\.lost) },
    SiteMeasure(count: "mail.waiting") { $0.total(\.waiting) },
    SiteMeasure(count: RunDigest.undeliveredMeasure) { $0.total { $0.sent - $0.delivered } },
    SiteMeasure("mail.latency-mean-seconds") { record in
      let latencies = record.flows.compactMap(\.latency)
      let count = latencies.reduce(0) { $0 + $1.count }
      let sum = latencies.reduce(0) { $0 + $1.mean * Double($1.count) }
      return count == 0 ? nil : sum / Double(count) / 1_000
    },
  ]

  /// Of all defects together.
  static let ofDefects = [
    SiteMeasure(count: RunDigest.triggersMeasure) { record in
      record.defects.reduce(0) { $0 + $1.triggers }
    }
  ]

  /// Of the site.
  static let ofSite = [
    SiteMeasure("services.unexpected-stops") { record in
      let stops = record.processes.flatMap(\.stops)
      return Double(stops.count { $0.reason != .asked && $0.reason != .host })
    },
    SiteMeasure("hosts.hangs") { record in
      let symptoms = record.hosts.flatMap(\.symptoms)
      return Double(symptoms.count { $0.symptom == .hang && $0.process == nil })
    },
    SiteMeasure(count: "events", \.eventCount),
  ]
}

extension SiteMeasure where Subject == FlowRecord {
  /// Of a flow.
  static let ofFlow = [
    SiteMeasure(count: "sent", \.sent),
    SiteMeasure(count: "delivered", \.delivered),
    SiteMeasure(count: "returned", \.returnedCount),
    SiteMeasure(count: "waiting", \.waiting),
    SiteMeasure("latency-mean-seconds") { $0.latency.map { $0.mean / 1_000 } },
    SiteMeasure("latency-p50-seconds") { $0.latency.map { Double($0.p50) / 1_000 } },
    SiteMeasure("latency-p95-seconds") { $0.latency.map { Double($0.p95) / 1_000 } },
    SiteMeasure("latency-p99-seconds") { $0.latency.map { Double($0.p99) / 1_000 } },
  ]
}

extension RunRecord {
  /// A count of all flows together.
  fileprivate func total(_ count: (FlowRecord) -> UInt64) -> UInt64 {
    flows.reduce(0) { $0 + count($1) }
  }
}
