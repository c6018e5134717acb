import Kernel
import Plan
import Record

extension Judge {
  /// Whether a defect shows, for its own reasons, on one host at least.
  ///
  /// Its gate was open, what sets it off happened, something is put down to it, and each of its signs
  /// was there on that host.
  func reproduces(_ id: String, _ stretch: Stretch) -> Judgement {
    guard let defect = plan.defects.first(where: { $0.id == id }) else {
      return Judgement(.undecided, "Nothing is known of \(id).")
    }
    let records = record.defects.filter { $0.id == id }
    let judgements = records.map { reproduces(defect, $0, stretch) }
    let best = [Verdict.Outcome.held, .undecided, .failed].lazy
      .compactMap { outcome in judgements.first { $0.outcome == outcome } }.first
    return best ?? Judgement(.failed, "\(id) cannot be in force on any host of this site.")
  }

  private func reproduces(
    _ defect: Defect,
    _ found: DefectRecord,
    _ stretch: Stretch
  ) -> Judgement {
    let open: Verdict.Outcome = stretch.isReached ? .failed : .undecided
    let isOpen = found.inForce.contains {
      $0.from <= stretch.until && ($0.until.map { $0 > stretch.from } ?? true)
    }
    guard isOpen else {
      return Judgement(open, "\(defect.id) was not in force on \(found.host) in this time.")
    }
    guard let first = found.firstTrigger, found.triggers > 0, first <= stretch.until,
      found.lastTrigger.map({ $0 >= stretch.from }) ?? true
    else {
      return Judgement(open, "Nothing set \(defect.id) off on \(found.host) in this time.")
    }
    let triggered =
      "\(defect.id) was set off \(Words.count(found.triggers, "time")) on \(found.host), first on"
      + " \(calendar.time(first))."
    guard let cause = attribution(defect, found, stretch) else {
      return Judgement(open, triggered, "Nothing on \(found.host) is put down to \(defect.id).")
    }
    let signs = defect.signs.map { self.sign($0, of: found, stretch) }
    let verdict = all(signs.map { $0.outcome == .failed ? Judgement(open, $0.evidence) : $0 })
    let proof = [triggered] + cause
    return Judgement(
      verdict.outcome,
      verdict.outcome == .held ? proof + verdict.evidence : verdict.evidence + proof
    )
  }

  /// Whether a defect does not show: nothing set it off, and nothing is put down to it.
  func absent(_ id: String, _ stretch: Stretch) -> Judgement {
    let records = record.defects.filter { $0.id == id }
    let held: Verdict.Outcome = stretch.isReached ? .held : .undecided
    if records.isEmpty {
      return Judgement(.held, "\(id) cannot be in force on any host of this site.")
    }
    return all(
      records.map { found in
        if let judgement = settingOff(found, stretch) { return judgement }
        // What it did is nothing of a time before it was first set off.
        if found.firstTrigger.map({ $0 <= stretch.until }) ?? true,
          let doing = doings(found, stretch).first
        {
          return Judgement(.failed, doing)
        }
        let idle =
          found.idleTriggers == 0
          ? "Nothing set \(id) off on \(found.host)."
          : "What sets \(id) off happened \(Words.count(found.idleTriggers, "time")) on \(found.host)"
            + " while it was not in force, and did nothing."
        return Judgement(held, idle)
      }
    )
  }

  /// What follows from when a defect was set off for a time in which it should not be; nil where it was not
  /// then.
  private func settingOff(_ found: DefectRecord, _ stretch: Stretch) -> Judgement? {
    guard let first = found.firstTrigger, let last = found.lastTrigger, found.triggers > 0,
      first <= stretch.until, last >= stretch.from
    else { return nil }
    let sentence =
      "\(found.id) was set off \(Words.count(found.triggers, "time")) on \(found.host), first on"
      + " \(calendar.time(first))"
    if first >= stretch.from || last <= stretch.until { return Judgement(.failed, sentence + ".") }
    // Only the first and the last time are known, and both are outside.
    if found.triggers == 2 { return nil }
    return Judgement(
      .undecided,
      sentence + " and last on \(calendar.time(last)): whether in between is not kept."
    )
  }

  /// What is put down to a defect; nil where something should be and is not.
  private func attribution(
    _ defect: Defect,
    _ found: DefectRecord,
    _ stretch: Stretch
  ) -> [String]? {
    let doings = doings(found, stretch)
    return doings.isEmpty ? nil : doings
  }

  /// Everything that the record puts down to a defect on a host, in sentences.
  private func doings(_ found: DefectRecord, _ stretch: Stretch) -> [String] {
    let takings = found.takings.filter { $0.taken > 0 }.map { taking in
      let taken = Words.amount(Double(taking.taken), isBytes: taking.isBytes)
      let kept = Words.amount(Double(taking.amount), isBytes: taking.isBytes)
      return "\(found.id) took \(taken) of the \(taking.words) on \(found.host) and keeps \(kept)."
    }
    let stops = stops(of: found, stretch).map { process, stop in
      "\(process.service ?? process.image) on \(found.host) stopped on \(calendar.time(stop.time)):"
        + " \(stop.words)."
    }
    let closures = found.closures.filter { $0.from <= stretch.until }.map {
      "\($0.passage) on \(found.host) was shut by \(found.id) from \(calendar.time($0.from)) on."
    }
    let others = found.doings.filter { $0.first <= stretch.until && $0.last >= stretch.from }.map {
      "\(found.id) on \(found.host) \($0.words), first on \(calendar.time($0.first))."
    }
    return takings + Array(stops.prefix(1)) + Array(closures.prefix(1)) + others
  }

  /// The stops on a host that a defect caused.
  func stops(
    of found: DefectRecord,
    _ stretch: Stretch
  ) -> [(process: ProcessRecord, stop: ProcessRecord.Stop)] {
    record.processes.filter { $0.host == found.host }.flatMap { process in
      process.stops.filter {
        $0.defect == found.id && $0.time >= stretch.from && $0.time <= stretch.until
      }.map { (process, $0) }
    }
  }
}

extension DefectRecord.Taking {
  /// What is taken, in words: `handles of services.exe`.
  var words: String {
    resource.split(separator: "-").joined(separator: " ") + " of \(holder)"
  }
}
