import Kernel
import Plan
import Record

extension SiteWorld {
  /// Does what a watch does, in order; a stop ends it.
  mutating func act(
    _ watch: Int,
    in process: Int,
    _ circumstances: Circumstances,
    _ response: inout Response,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    for row in Int(effects.watches[watch].firstRow)..<Int(effects.watches[watch].lastRow) {
      try act(row: row, of: watch, in: process, circumstances, &response, &queue)
      guard isRunning(process) else { return }
    }
  }

  mutating func act(
    row: Int,
    of watch: Int,
    in process: Int,
    _ circumstances: Circumstances,
    _ response: inout Response,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    let record = effects.rows[row]
    let site = Int(record.site)
    switch record.operation {
    case .leak:
      try take(record, of: watch, in: process, circumstances, &queue)
    case .withhold:
      try take(record, of: watch, in: process, circumstances, &queue)
      response.withhold(Int(record.resource))
    case .grow:
      try take(record, of: watch, in: process, circumstances, &queue)
      try later(
        .effectDue,
        effects.watches.count + row,
        stamp: processes[process].stamp,
        after: record.period,
        &queue
      )
    case .stop:
      guard let victim = self.process(record.holder, in: process) else { return }
      try stop(victim, .unexpected, site: site, &queue)
    case .hang:
      if record.isHost {
        try hang(host: Int(effects.sites[site].host), site: site, &queue)
      } else if let victim = self.process(record.holder, in: process) {
        try hang(victim, isStoppable: record.isStoppable, site: site, &queue)
      }
    case .poison:
      response.keepsItem = circumstances.copy >= 0
      response.isPoison = true
      guard let victim = self.process(record.holder, in: process) else { return }
      try poison(victim, circumstances.copy, by: site, &queue)
    case .strand:
      response.keepsItem = circumstances.copy >= 0
      if circumstances.copy >= 0 { noteDoing(row) }
      if circumstances.copy >= 0, record.reset == .timeOut {
        try watchStranded(circumstances.copy, &queue)
      }
    case .block, .latch:
      try shut(record, in: process, circumstances, &queue)
    case .answer: break
    case .distort:
      distortions[row] += 1
      noteDoing(row)
    case .log:
      writeNumber(Int(record.logCode), on: Int(effects.sites[site].host), 0)
      noteDoing(row)
    }
  }

  /// A row has done something that nothing else tells of.
  mutating func noteDoing(_ row: Int) {
    if effects.doings[row].count == 0 { effects.doings[row].first = now }
    effects.doings[row].count += 1
    effects.doings[row].last = now
  }

  /// A process stops, and does so at each start if it is an item that stops it; -1 for none.
  mutating func poison(
    _ victim: Int,
    _ copy: Int,
    by site: Int?,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    if copy >= 0 { processes[victim].poisoned += 1 }
    poisoners[victim] = site.map { UInt32($0) + 1 } ?? 0
    try stop(victim, .unexpected, site: site, &queue)
  }

  /// A defect takes something that nobody gives back.
  private mutating func take(
    _ row: EffectRow,
    of watch: Int,
    in process: Int,
    _ circumstances: Circumstances,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    guard let holder = party(row.holder, in: process), let owner = party(row.owner, in: process)
    else { return }
    var amount = row.low
    if row.high > row.low {
      var stream = effects.watches[watch].stream
      amount += Int(stream.integer(below: UInt64(row.high - row.low + 1)))
      effects.watches[watch].stream = stream
    }
    switch row.measure {
    case 1: amount *= max((max(circumstances.value(AttributeKind.size.slot), 0) + 1_023) / 1_024, 1)
    case 2: amount *= max(circumstances.value(AttributeKind.recipients.slot), 1)
    default: break
    }
    if Int(row.resource) == Resources.disk.index {
      amount = write(amount, in: process, ownedBy: owner.index)
      guard amount > 0 else { return }
    }
    let site = Ledger.Site(Int(row.site) + 1)
    let terms = Account.Terms(
      Ledger.Resource(Int(row.resource)),
      by: site,
      holder: holder,
      owner: owner,
      key: row.isKeyed && circumstances.key >= 0 ? Ledger.Key(circumstances.key) : nil
    )
    let refusal = try ledger.leak(terms, amount)
    noteLostConnections(terms)
    guard let refusal else { return }
    try exhausted(refusal.scope, &queue)
  }

  /// Whom a row means, as a process of the ledger.
  private func party(_ party: EffectRow.Party, in process: Int) -> Ledger.Process? {
    switch party {
    case .process: Ledger.Process(process)
    case .caller:
      Ledger.Process(Int(hosts[Int(processes[process].host)].toolHolder))
    case .none: nil
    default: Ledger.Process(Int(party.raw))
    }
  }

  /// Whom a row means, as a process of the plan.
  private func process(_ party: EffectRow.Party, in process: Int) -> Int? {
    switch party {
    case .process: process
    case .caller, .none: nil
    default: Int(party.raw) < processes.count ? Int(party.raw) : nil
    }
  }
}
