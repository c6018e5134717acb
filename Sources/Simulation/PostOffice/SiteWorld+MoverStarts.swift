import Kernel

extension SiteWorld {
  /// Lets a mover begin its next cycle at the next point of its grid, if it has nothing planned.
  mutating func wake(_ mover: Int, _ queue: inout BoundedQueue) throws(Halt) {
    guard movers.states[mover].phase == .idle, !movers.states[mover].isWaiting,
      isRunning(Int(movers.states[mover].process))
    else { return }
    let (origin, cycle) = (movers.states[mover].origin, movers.states[mover].cycle)
    let next = origin &+ ((now &- origin) / cycle &+ 1) &* cycle
    movers.states[mover].isWaiting = true
    movers.states[mover].stamp &+= 1
    try queue.schedule(
      Payload(.moverCycle, mover, stamp: movers.states[mover].stamp).word,
      at: Instant(ticks: next)
    )
  }

  mutating func moverStarted(_ mover: Int, _ queue: inout BoundedQueue) throws(Halt) {
    if movers.states[mover].origin == .max { movers.states[mover].origin = now }
    if movers.states[mover].server == 0 {
      // External knows nothing of what it found before.
      for place in 0..<Int(movers.states[mover].officeCount) {
        offices.states[movers.office(mover, place)].isFull = false
      }
    }
    if hasWork(mover) { try wake(mover, &queue) }
  }

  mutating func moverStopped(_ mover: Int) {
    movers.states[mover].stamp &+= 1
    movers.states[mover].isWaiting = false
    movers.states[mover].phase = .idle
    if movers.states[mover].current != 0 {
      let copy = Int(movers.states[mover].current) - 1
      mail.putBack(Int(mail.copies[copy].place))
      movers.states[mover].current = 0
    }
    while movers.states[mover].firstTask != 0 { dropTask(mover) }
  }

  mutating func hasWork(_ mover: Int) -> Bool {
    movers.nextBit(true, mover, from: 0) != nil || movers.nextBit(false, mover, from: 0) != nil
  }
}
