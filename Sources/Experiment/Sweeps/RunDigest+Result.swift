import Kernel
public import Record

extension RunDigest {
  /// What a sweep keeps of a run that was judged.
  public init(_ result: RunResult, at place: RunPlace) {
    let record = result.record
    let failure = Self.failure(in: result.findings)
    let ending: Ending =
      if case .halted(let halt) = record.ending { .halted("\(halt)") } else { .complete }
    self.init(
      place: place,
      ending: ending,
      endSeconds: (record.end - .start).seconds,
      eventCount: record.eventCount,
      fingerprint: record.fingerprint,
      failure: failure,
      measures: Self.measures(of: result, failure)
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

  /// What failed first because of a defect; nil where nothing did.
  static func failure(in findings: [Finding]) -> Failure? {
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

  private static func measures(of result: RunResult, _ failure: Failure?) -> [Measure] {
    var measures = failure.map { [Measure(failureMeasure, $0.seconds)] } ?? []
    for (number, verdict) in result.verdicts.enumerated() where verdict.outcome != .undecided {
      let isHeld = verdict.outcome == .held
      measures.append(Measure(measure(ofExpectation: number), isHeld ? 1 : 0))
    }
    return measures + self.measures(of: result.record)
  }

  /// The numbers that stand in a record.
  static func measures(of record: RunRecord) -> [Measure] {
    var measures: [Measure] = []
    func add<Subject>(_ all: [SiteMeasure<Subject>], of subject: Subject, _ start: String = "") {
      for measure in all {
        if let value = measure.value(subject) {
          measures.append(Measure(start + measure.name, value))
        }
      }
    }
    add(SiteMeasure.ofMail, of: record)
    for flow in record.flows { add(SiteMeasure.ofFlow, of: flow, "flow.\(flow.name).") }
    add(SiteMeasure.ofDefects, of: record)
    for defect in record.defects where defect.triggers > 0 {
      let name = "defect.\(defect.id).\(defect.host)"
      measures.append(Measure("\(name).triggers", Double(defect.triggers)))
      for taking in defect.takings {
        let kind = taking.resource.replacing(" ", with: "-")
        measures.append(Measure("\(name).\(kind).\(taking.holder)", Double(taking.amount)))
      }
    }
    add(SiteMeasure.ofSite, of: record)
    return measures
  }
}
