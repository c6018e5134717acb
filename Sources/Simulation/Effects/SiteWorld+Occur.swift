import Kernel
import Plan
import Record

extension SiteWorld {
  /// Where the watches for something in a process begin and end.
  @inline(__always)
  func watches(_ slot: Int, _ process: Int) -> Range<Int> {
    let index = process &* EffectTable.codes &+ slot
    return Int(effects.starts[index])..<Int(effects.starts[index + 1])
  }

  /// Something happens in a process: each defect that waits for it does what it does.
  mutating func respond(
    _ range: Range<Int>,
    in process: Int,
    _ circumstances: Circumstances,
    _ queue: inout BoundedQueue
  ) throws(Halt) -> Response {
    var response = Response()
    for watch in range where holds(watch, circumstances) {
      let site = Int(effects.watches[watch].site)
      guard effects.sites[site].isOpen else {
        effects.sites[site].idle += 1
        continue
      }
      guard fires(watch) else { continue }
      try act(watch, in: process, circumstances, &response, &queue)
      // What has ended the process ends what other defects could do in it.
      guard isRunning(process) else { break }
    }
    return response
  }

  /// Whether what a watch asks of an event is so.
  mutating func holds(_ watch: Int, _ circumstances: Circumstances) -> Bool {
    let record = effects.watches[watch]
    for test in 0..<Int(record.testCount) {
      let slot = Int(record.slots[test])
      if slot == AttributeKind.trait.slot {
        // A trait is asked for by its name; the message knows its own by their places in its flow.
        guard hasTrait(record.lows[test], circumstances) else { return false }
        continue
      }
      let value = circumstances.value(slot)
      guard value >= record.lows[test], value <= record.highs[test] else { return false }
    }
    return true
  }

  private mutating func hasTrait(_ name: Int, _ circumstances: Circumstances) -> Bool {
    var traits = circumstances.traits
    while traits != 0 {
      let bit = traits.trailingZeroBitCount
      if Int(traitNames[circumstances.firstTrait + bit]) == name { return true }
      traits &= traits - 1
    }
    return false
  }

  /// Whether a watch whose gate is open does something this time.
  private mutating func fires(_ watch: Int) -> Bool {
    let site = Int(effects.watches[watch].site)
    if effects.watches[watch].hasProbability {
      var stream = effects.watches[watch].stream
      let draw = stream.next()
      effects.watches[watch].stream = stream
      guard draw < effects.watches[watch].probability else { return false }
    }
    effects.watches[watch].counted &+= 1
    guard effects.watches[watch].counted >= effects.watches[watch].needed else { return false }
    if effects.watches[watch].needed > 1 { effects.watches[watch].counted = 0 }
    if effects.sites[site].triggers == 0 { effects.sites[site].first = now }
    effects.sites[site].triggers += 1
    effects.sites[site].last = now
    return true
  }

  /// A process decides something: the place of the answer, 0 for the sound one.
  mutating func decide(
    _ decision: DecisionKind,
    in process: Int,
    _ circumstances: Circumstances,
    _ queue: inout BoundedQueue
  ) throws(Halt) -> Int {
    try settle(decision, in: process, circumstances, &queue).answer
  }

  /// A process decides something: the place of the answer, 0 for the sound one, and the site of the defect
  /// that gave it. Whatever else a defect does on the occasion is done too.
  mutating func settle(
    _ decision: DecisionKind,
    in process: Int,
    _ circumstances: Circumstances,
    _ queue: inout BoundedQueue
  ) throws(Halt) -> (answer: Int, site: Int?) {
    let range = watches(decision.slot, process)
    guard !range.isEmpty else { return (0, nil) }
    var answer = 0
    var answerer: Int?
    var response = Response()
    for watch in range where holds(watch, circumstances) {
      let site = Int(effects.watches[watch].site)
      guard effects.sites[site].isOpen else {
        effects.sites[site].idle += 1
        continue
      }
      guard fires(watch) else { continue }
      for row in Int(effects.watches[watch].firstRow)..<Int(effects.watches[watch].lastRow)
      where effects.rows[row].operation == .answer && answer == 0 {
        answer = Int(effects.rows[row].answer)
        answerer = site
        if answer != 0 { noteDoing(row) }
      }
      try act(watch, in: process, circumstances, &response, &queue)
      guard isRunning(process) else { break }
    }
    return (answer, answerer)
  }
}
