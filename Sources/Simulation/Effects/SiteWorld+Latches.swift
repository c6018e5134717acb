import Kernel
import Plan
import Record

extension SiteWorld {
  /// A defect takes workers away or closes a way, until something opens it again.
  mutating func shut(
    _ row: EffectRow,
    in process: Int,
    _ circumstances: Circumstances,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    let passage = Passage.allCases[Int(row.passage)]
    let isLatch = row.operation == .latch
    var latch = EffectTable.Latch()
    latch.process = UInt32(process)
    latch.passage = row.passage
    latch.reset = isLatch ? row.reset : .restart
    latch.workers = isLatch ? 0 : UInt16(min(row.low, 1_000))
    latch.isUsed = true
    if isLatch, row.isKeyed, circumstances.place >= 0 {
      latch.place = Int32(circumstances.place)
    } else if let place = passagePlace(passage, process) {
      latch.place = Int32(place)
    }
    if isLatch {
      for index in 0..<effects.latchCount where effects.latches[index].isUsed {
        let other = effects.latches[index]
        if other.process == latch.process, other.place == latch.place,
          other.passage == latch.passage
        {
          return
        }
      }
    }
    guard effects.latchCount < effects.latches.count else {
      throw Halt(.limits, limit: effects.latches.count)
    }
    if effects.closureCount < effects.closures.count {
      latch.closure = Int32(effects.closureCount)
      effects.closures[effects.closureCount] = EffectTable.Closure(
        site: row.site,
        passage: row.passage,
        key: isLatch && row.isKeyed ? circumstances.key : -1,
        from: now
      )
      effects.closureCount += 1
    }
    effects.latches[effects.latchCount] = latch
    effects.latchCount += 1
    apply(latch, isShut: true)
    if isLatch, row.reset == .nextCycle {
      try later(
        .effectDue,
        effects.watches.count + effects.rows.count + effects.latchCount - 1,
        stamp: processes[process].stamp,
        after: WorldConstants.configurationTicks,
        &queue
      )
    }
  }

  /// The place that stands for a passage of a process; nothing where it is a number of connections.
  private mutating func passagePlace(_ passage: Passage, _ process: Int) -> Int? {
    let index = Int(processes[process].roleIndex)
    switch passage {
    case .storeDelivery: return place(.store, of: index)
    case .mtaQueue: return place(.agent, of: index)
    case .interchangeOutbound: return place(.interchangeOut, of: index)
    case .interchangeInbound: return inQueue(of: Int(servers[index].office) - 1)
    case .imsInbound: return place(.conversionIn, of: index)
    case .imsOutbound, .imsResolver, .pcmtaDispatch, .externalDispatch, .mtaAssociation, .pop3:
      return nil
    }
  }

  private mutating func apply(_ latch: EffectTable.Latch, isShut: Bool) {
    let process = Int(latch.process)
    if latch.place >= 0 {
      let place = Int(latch.place)
      if latch.workers == 0 {
        mail.places[place].isClosed = isShut
      } else if isShut {
        mail.work[place].blocked &+= latch.workers
      } else {
        mail.work[place].blocked &-= min(latch.workers, mail.work[place].blocked)
      }
      return
    }
    // What has no place of its own is a process that does nothing more of this kind.
    let index = Int(processes[process].roleIndex)
    switch Passage.allCases[Int(latch.passage)] {
    case .imsOutbound, .imsResolver:
      let all = UInt32(plan.servers[index].internetMail?.connections.outbound ?? 0)
      let workers = latch.workers == 0 ? all : UInt32(latch.workers)
      services[index].mostOutbound =
        isShut
        ? services[index].mostOutbound - min(services[index].mostOutbound, workers)
        : min(all, services[index].mostOutbound + workers)
    default: break
    }
  }

  /// What a latch or a lost worker did is undone.
  mutating func open(_ index: Int) {
    guard effects.latches[index].isUsed else { return }
    apply(effects.latches[index], isShut: false)
    effects.latches[index].isUsed = false
    let closure = Int(effects.latches[index].closure)
    if closure >= 0 { effects.closures[closure].until = now }
    while effects.latchCount > 0, !effects.latches[effects.latchCount - 1].isUsed {
      effects.latchCount -= 1
    }
  }

  /// A process has ended: what lasts until its restart is undone.
  mutating func resetEffects(of process: Int) {
    for index in 0..<effects.closureCount
    where Int(effects.closures[index].process) == process + 1 {
      if effects.closures[index].until == .max { effects.closures[index].until = now }
    }
    var index = effects.latchCount - 1
    while index >= 0 {
      let latch = effects.latches[index]
      if latch.isUsed, Int(latch.process) == process, latch.reset == .restart {
        open(index)
      }
      index -= 1
    }
    if effects.latchCount > 0 || strandingProcesses[process] { freeStranded(of: process) }
    if !probes.distorted.isEmpty { endDistortions(of: process) }
  }

  /// What made counters lie is gone with the process, unless it lies on a disk.
  private mutating func endDistortions(of process: Int) {
    for watch in 0..<effects.watches.count where Int(effects.watches[watch].process) == process {
      for row in Int(effects.watches[watch].firstRow)..<Int(effects.watches[watch].lastRow)
      where !effects.rows[row].isOnDisk {
        distortions[row] = 0
      }
    }
  }

  /// A host is started again: what lasts until then is undone.
  mutating func resetEffects(ofHost host: Int) {
    var index = effects.latchCount - 1
    while index >= 0 {
      let latch = effects.latches[index]
      if latch.isUsed, Int(processes[Int(latch.process)].host) == host,
        latch.reset != .never
      {
        open(index)
      }
      index -= 1
    }
  }

  /// Items that waited for a restart go back to where they were.
  private mutating func freeStranded(of process: Int) {
    guard strandingProcesses[process] else { return }
    for copy in 0..<mail.copyBound {
      guard mail.copies[copy].has(.used), mail.copies[copy].has(.stranded) else { continue }
      let place = Int(mail.copies[copy].place)
      guard Int(mail.work[place].process) == process else { continue }
      mail.copies[copy].set(.stranded, false)
      mail.places[place].kept -= 1
      mail.copies[copy].restamp()
      mail.prepend(copy, to: place)
      if mail.places[place].kind == .domain, mail.places[place].count == 1 {
        enlistReady(place, Int(mail.places[place].owner))
      }
    }
  }

  /// An item that a defect keeps is sent back when its time is over.
  mutating func watchStranded(_ copy: Int, _ queue: inout BoundedQueue) throws(Halt) {
    guard let end = endOfStay(copy) else { return }
    mail.copies[copy].restamp()
    try later(
      .copyDue,
      copy,
      stamp: mail.copies[copy].stamp,
      after: end > now ? end - now : 0,
      &queue
    )
  }

  /// When whoever has a copy returns it; nil where nobody looks at its age.
  mutating func endOfStay(_ copy: Int) -> UInt64? {
    let place = Int(mail.copies[copy].place)
    let server = Int(mail.places[place].owner)
    switch mail.places[place].kind {
    case .agent, .link, .interchangeOut, .store:
      return mail.copies[copy].since + servers[server].expiry[priority(of: copy)]
    case .conversionOut, .conversionIn, .deliveryIn, .domain, .waiting:
      return expiry(of: copy, server)
    case .inQueue, .mailbag, .foreign: return nil
    }
  }

  /// An item that was kept is tried once more, or goes back if its time is over.
  mutating func strandedDue(_ copy: Int, _ queue: inout BoundedQueue) throws(Halt) {
    let place = Int(mail.copies[copy].place)
    mail.copies[copy].set(.stranded, false)
    mail.places[place].kept -= 1
    guard let end = endOfStay(copy), now >= end else {
      return try putAndKick(copy, at: place, &queue)
    }
    let server = Int(mail.places[place].owner)
    try sendBack(copy, .expired, from: MailPoint(.server(ServerID(server))), &queue)
  }

  /// Somebody removes what stops a process at each start: it is set aside, and its recipients never get it.
  mutating func removeItems(of process: Int) {
    processes[process].poisoned = 0
    for copy in 0..<mail.copyBound {
      guard mail.copies[copy].has(.used),
        mail.copies[copy].has(.poison) || mail.copies[copy].has(.stranded)
      else { continue }
      let place = Int(mail.copies[copy].place)
      guard Int(mail.work[place].process) == process else { continue }
      mail.places[place].kept -= 1
      setAside(copy)
    }
  }
}
