import Kernel
import Plan

extension SiteWorld {
  /// Looks at all gates of a host: which are open now?
  mutating func settleGates(of host: Int) {
    for site in 0..<effects.sites.count where Int(effects.sites[site].host) == host {
      let isOpen = gateIsOpen(Int(effects.sites[site].defect), host)
      guard isOpen != effects.sites[site].isOpen else { continue }
      effects.sites[site].isOpen = isOpen
      let count = Int(effects.sites[site].spanCount)
      if isOpen {
        if count < EffectTable.spans { effects.sites[site].froms[count] = now }
        effects.sites[site].spanCount += 1
      } else if count > 0, count <= EffectTable.spans {
        effects.sites[site].untils[count - 1] = now
      }
    }
  }

  private mutating func gateIsOpen(_ defect: Int, _ host: Int) -> Bool {
    var hasAlternatives = false
    var isOne = false
    for index in 0..<effects.alternatives.count {
      let range = effects.alternatives[index]
      guard Int(range.defect) == defect else { continue }
      var holds = true
      for test in Int(range.firstTest)..<Int(range.lastTest) {
        let gate = effects.tests[test]
        let value = effects.facts[host * effects.factCount + Int(gate.fact)]
        if value == EffectTable.absent || value < gate.from || value >= gate.below {
          holds = false
          break
        }
      }
      if range.isAlternative {
        hasAlternatives = true
        if holds { isOne = true }
      } else if !holds {
        return false
      }
    }
    return isOne || !hasAlternatives
  }

  /// Something is installed: it is there, and waits for what must start again.
  mutating func install(_ host: Int, _ facts: [FactValue]) {
    for value in facts {
      guard let fact = effects.factKinds.firstIndex(of: value.fact) else { continue }
      effects.pending[host * effects.factCount + fact] = value.value
    }
  }

  /// A process starts: it loads its file as it is now, and what belongs to no process of its own.
  mutating func takeUpFiles(of process: Int, _ queue: inout BoundedQueue) throws(Halt) {
    let host = Int(processes[process].host)
    var isChanged = false
    for fact in 0..<effects.factCount {
      let place = host * effects.factCount + fact
      guard effects.pending[place] != EffectTable.absent else { continue }
      guard takesUp(effects.factKinds[fact], process) else { continue }
      effects.facts[place] = effects.pending[place]
      effects.pending[place] = EffectTable.absent
      isChanged = true
    }
    if isChanged { settleGates(of: host) }
  }

  /// Whether a process's start brings a fact into force. An image does it for its own file alone; a
  /// library, a hotfix or an option come with the next start of any service.
  private mutating func takesUp(_ fact: Fact, _ process: Int) -> Bool {
    switch fact {
    case .file(let file):
      return imageNumbers.image(of: process, is: file)
        || !imageNumbers.isImage(file, onHostOf: process)
    case .hotfix, .option: return plan.processes[process].service != nil
    case .family, .edition, .servicePack, .platform, .installed: return false
    }
  }

  /// A host starts: everything that was installed is in force.
  mutating func takeUpSystem(of host: Int, _ queue: inout BoundedQueue) throws(Halt) {
    var isChanged = false
    for fact in 0..<effects.factCount {
      let place = host * effects.factCount + fact
      guard effects.pending[place] != EffectTable.absent else { continue }
      effects.facts[place] = effects.pending[place]
      effects.pending[place] = EffectTable.absent
      isChanged = true
    }
    if isChanged { settleGates(of: host) }
  }

  /// What defects do after so long a time begins to count when a process starts.
  mutating func scheduleUptime(_ process: Int, _ queue: inout BoundedQueue) throws(Halt) {
    for watch in 0..<effects.watches.count {
      guard Int(effects.watches[watch].process) == process else { continue }
      let cause = effects.watches[watch].cause
      guard cause == .uptimeOfProcess || cause == .every else { continue }
      try later(
        .effectDue,
        watch,
        stamp: processes[process].stamp,
        after: effects.watches[watch].interval,
        &queue
      )
    }
  }

  mutating func scheduleHostUptime(_ host: Int, _ queue: inout BoundedQueue) throws(Halt) {
    for watch in 0..<effects.watches.count {
      guard effects.watches[watch].cause == .uptimeOfHost,
        Int(processes[Int(effects.watches[watch].process)].host) == host
      else { continue }
      try later(
        .effectDue,
        watch,
        stamp: hosts[host].stamp,
        after: effects.watches[watch].interval,
        &queue
      )
    }
  }

  /// Time has passed for a watch, for something that grows, or for a latch.
  mutating func effectDue(
    _ index: Int,
    _ stamp: UInt32,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    let watchCount = effects.watches.count
    if index >= watchCount + effects.rows.count {
      return open(index - watchCount - effects.rows.count)
    }
    if index >= watchCount { return try grow(index - watchCount, stamp, &queue) }
    let process = Int(effects.watches[index].process)
    let host = Int(processes[process].host)
    let isHostWide = effects.watches[index].cause == .uptimeOfHost
    let current = isHostWide ? hosts[host].stamp : processes[process].stamp
    guard current & Payload.stampMask == stamp, isRunning(process) else { return }
    if effects.watches[index].cause == .every {
      try later(.effectDue, index, stamp: stamp, after: effects.watches[index].interval, &queue)
    }
    _ = try respond(index..<index + 1, in: process, Circumstances(), &queue)
  }

  private mutating func grow(
    _ row: Int,
    _ stamp: UInt32,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    for watch in 0..<effects.watches.count
    where Int(effects.watches[watch].firstRow) <= row && row < Int(effects.watches[watch].lastRow) {
      let process = Int(effects.watches[watch].process)
      guard processes[process].stamp & Payload.stampMask == stamp, isRunning(process) else {
        return
      }
      guard effects.sites[Int(effects.rows[row].site)].isOpen else { return }
      var response = Response()
      return try act(row: row, of: watch, in: process, Circumstances(), &response, &queue)
    }
  }
}
