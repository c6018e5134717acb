import Kernel
import Plan
import Record

extension Judge {
  /// What defects did or will do, the gravest first: what failed, by time; what will, by time; the rest.
  func findings() -> [Finding] {
    let found = record.defects.filter { $0.triggers > 0 }.compactMap { found in
      plan.defects.first { $0.id == found.id }.map { finding(found, $0) }
    }
    // Not stable by itself: the place decides among equals.
    return found.enumerated().sorted { left, right in
      let (first, second) = (left.element.gravity, right.element.gravity)
      return first == second ? left.offset < right.offset : first < second
    }.map(\.element)
  }

  private func finding(_ found: DefectRecord, _ defect: Defect) -> Finding {
    Finding(
      defect: found.id,
      title: defect.title,
      host: found.host,
      triggers: found.triggers,
      firstTrigger: found.firstTrigger,
      failures: failures(found),
      doings: found.doings,
      outlooks: found.takings.filter { $0.taken > 0 }.map { outlook($0, found) },
      fixes: defect.fixes.map(\.words),
      remedies: defect.remedies.map { Sourced($0.value.words, $0.provenance) }
    )
  }

  /// What a defect stopped, hung or shut on a host, in order of time.
  private func failures(_ found: DefectRecord) -> [Finding.Failure] {
    let whole = Stretch(from: .start, until: record.end, isReached: true)
    var failures = stops(of: found, whole).map { process, stop in
      let verb = stop.reason == .hang ? "hung" : "stopped unexpectedly"
      return Finding.Failure(time: stop.time, what: "\(process.service ?? process.image) \(verb)")
    }
    failures += found.closures.map {
      Finding.Failure(time: $0.from, what: "\($0.passage) was shut")
    }
    for taking in found.takings where taking.taken > 0 {
      guard let limit = taking.limit else { continue }
      for rung in limit.rungs where rung.symptom != .slow {
        // What shut a way is told as that already.
        guard let reached = rung.reached, !found.closures.contains(where: { $0.from == reached })
        else { continue }
        failures.append(
          Finding.Failure(time: reached, what: "\(limit.name): \(rung.symptom.words)")
        )
      }
    }
    var seen: Set<Finding.Failure> = []
    return failures.filter { seen.insert($0).inserted }.enumerated()
      .sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(\.element)
  }

  /// Where what a defect takes is heading, with all that others take towards the same limit.
  private func outlook(_ taking: DefectRecord.Taking, _ found: DefectRecord) -> Outlook {
    let own = approach([mover(found, taking)])
    let limit = taking.limit
    return Outlook(
      what: taking.words,
      isBytes: taking.isBytes,
      amount: taking.amount,
      perDay: own.perDay,
      limit: limit?.name,
      capacity: limit?.capacity,
      steps: limit.map { steps(towards: $0) } ?? [],
      limitAmount: limit?.amount,
      series: taking.series,
      limitSeries: limit?.series
    )
  }

  /// When each step of a limit was reached or will be, by what all defects together take.
  private func steps(towards limit: DefectRecord.Taking.Limit) -> [Outlook.Step] {
    let joint = approach(movers(towards: limit.name))
    let others = joint.others(limit)
    return rungs(of: limit).map { rung in
      Outlook.Step(
        amount: rung.amount,
        symptom: rung.symptom,
        reached: rung.reached,
        expected: rung.reached == nil
          ? joint.time(to: rung.amount, of: limit, besides: others) : nil
      )
    }
  }

  /// The steps of a limit, the limit itself last.
  private func rungs(
    of limit: DefectRecord.Taking.Limit
  ) -> [DefectRecord.Taking.Limit.Rung] {
    let rungs = limit.rungs.filter { $0.amount <= limit.capacity }.sorted { $0.amount < $1.amount }
    if rungs.last?.amount == limit.capacity { return rungs }
    return rungs + [.init(amount: limit.capacity, symptom: .refused, reached: nil)]
  }

  private func approach(_ movers: [Approach.Mover]) -> Approach {
    let sites = movers.compactMap { mover in
      plan.defects.first { $0.id == mover.found.id }.map { ($0, host: mover.found.host) }
    }
    return Approach(movers, in: record, following: Paces(plan).possible(for: sites))
  }

  private func movers(towards limit: String) -> [Approach.Mover] {
    record.defects.flatMap { found in
      found.takings.filter { $0.limit?.name == limit && $0.taken > 0 }.map { mover(found, $0) }
    }
  }

  private func mover(_ found: DefectRecord, _ taking: DefectRecord.Taking) -> Approach.Mover {
    let cause = plan.defects.first { $0.id == found.id }?.trigger.cause
    return (found, taking, isCalled: cause?.doers?.areCallers ?? false)
  }
}

extension Finding {
  /// What comes first of failures, of expected ends and of the rest; the smaller the graver.
  fileprivate var gravity: Gravity {
    if let first = failures.first { return Gravity(rank: 0, seconds: first.time.days * 86_400) }
    let ends = outlooks.compactMap { $0.steps.last?.expected?.value }
    if let first = ends.min() { return Gravity(rank: 1, seconds: first) }
    return Gravity(rank: 2, seconds: 0)
  }

  fileprivate struct Gravity: Comparable {
    let rank: Int
    let seconds: Double

    static func < (left: Self, right: Self) -> Bool {
      (left.rank, left.seconds) < (right.rank, right.seconds)
    }
  }
}
