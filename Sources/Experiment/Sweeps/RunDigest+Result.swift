import Kernel
import Plan
public import Record

extension RunDigest {
  /// What a sweep keeps of a run that was judged.
  public init(_ result: RunResult, at place: RunPlace) {
    let record = result.record
    let ending: Ending =
      if case .halted(let halt) = record.ending { .halted("\(halt)") } else { .complete }
    self.init(
      place: place,
      ending: ending,
      endSeconds: (record.end - .start).seconds,
      eventCount: record.eventCount,
      fingerprint: record.fingerprint,
      failure: Self.failure(in: result.findings),
      measures: Self.measures(of: result)
    )
  }

  /// A run that did not begin, or whose point has no plan.
  public init(_ ending: Ending, at place: RunPlace) {
    self.init(
      place: place,
      ending: ending,
      endSeconds: 0,
      eventCount: 0,
      fingerprint: 0,
      failure: nil,
      measures: []
    )
  }

  /// The measure of how long it took until something failed because of a defect.
  public static let failureMeasure = "failure-seconds"

  /// The measure of how often defects were set off, all together.
  public static let triggersMeasure = "defects.triggers"

  /// The measure of how many recipients do not have their mail at the end.
  public static let undeliveredMeasure = "mail.undelivered"

  /// The measure of an expectation: 1 where it held, 0 where it failed; none where that is open.
  public static func measure(ofExpectation number: Int) -> String { "expectation.\(number + 1)" }

  private static func failure(in findings: [Finding]) -> Failure? {
    var first: Failure?
    for finding in findings {
      for failure in finding.failures {
        let seconds = (failure.time - .start).seconds
        if first.map({ seconds < $0.seconds }) ?? true {
          first = Failure(seconds: seconds, what: "\(finding.defect): \(failure.what)")
        }
      }
    }
    return first
  }

  private static func measures(of result: RunResult) -> [Measure] {
    var measures: [Measure] = []
    if let failure = failure(in: result.findings) {
      measures.append(Measure(failureMeasure, failure.seconds))
    }
    for (number, verdict) in result.verdicts.enumerated() where verdict.outcome != .undecided {
      let isHeld = verdict.outcome == .held
      measures.append(Measure(measure(ofExpectation: number), isHeld ? 1 : 0))
    }
    return measures + self.measures(of: result.record)
  }

  /// The numbers that stand in a record.
  static func measures(of record: RunRecord) -> [Measure] {
    var measures: [Measure] = []
    func add(_ name: String, _ value: Double) { measures.append(Measure(name, value)) }
    func count(_ name: String, _ value: UInt64) { add(name, Double(value)) }
    let flows = record.flows
    count("mail.messages", flows.total(\.messages))
    count("mail.sent", flows.total(\.sent))
    count("mail.delivered", flows.total(\.delivered))
    count("mail.returned", flows.total { $0.returned.reduce(0) { $0 + $1.count } })
    count("mail.lost", flows.total(\.lost))
    count("mail.waiting", flows.total(\.waiting))
    count(undeliveredMeasure, flows.total { $0.sent - $0.delivered })
    let delivered = flows.compactMap(\.latency)
    let arrived = delivered.reduce(0) { $0 + $1.count }
    if arrived > 0 {
      let sum = delivered.reduce(0) { $0 + $1.mean * Double($1.count) }
      add("mail.latency-mean-seconds", sum / Double(arrived) / 1_000)
    }
    for flow in flows {
      let name = "flow.\(flow.name)"
      count("\(name).sent", flow.sent)
      count("\(name).delivered", flow.delivered)
      count("\(name).returned", flow.returned.reduce(UInt64(0)) { $0 + $1.count })
      count("\(name).waiting", flow.waiting)
      if let latency = flow.latency {
        add("\(name).latency-mean-seconds", latency.mean / 1_000)
        add("\(name).latency-p50-seconds", Double(latency.p50) / 1_000)
        add("\(name).latency-p95-seconds", Double(latency.p95) / 1_000)
        add("\(name).latency-p99-seconds", Double(latency.p99) / 1_000)
      }
    }
    count(triggersMeasure, record.defects.reduce(UInt64(0)) { $0 + $1.triggers })
    for defect in record.defects where defect.triggers > 0 {
      let name = "defect.\(defect.id).\(defect.host)"
      count("\(name).triggers", defect.triggers)
      for taking in defect.takings {
        let kind = taking.resource.replacing(" ", with: "-")
        add("\(name).\(kind).\(taking.holder)", Double(taking.amount))
      }
    }
    let stops = record.processes.flatMap(\.stops).count {
      $0.reason != .asked && $0.reason != .host
    }
    add("services.unexpected-stops", Double(stops))
    let hangs = record.hosts.flatMap(\.symptoms).count { $0.symptom == .hang && $0.process == nil }
    add("hosts.hangs", Double(hangs))
    count("events", record.eventCount)
    return measures
  }
}

extension [FlowRecord] {
  fileprivate func total(_ count: (FlowRecord) -> UInt64) -> UInt64 {
    reduce(0) { $0 + count($1) }
  }
}
