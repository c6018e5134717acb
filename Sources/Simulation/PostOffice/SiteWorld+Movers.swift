import Kernel
import Plan

// each cycle:  fetch from every post office ─► INQUEUE3 of the next ─► then INQUEUE3 ─► mailboxes
//                (so many of each mailbag)                                  or the next mailbag

extension SiteWorld {

  mutating func beginCycle(
    _ mover: Int,
    _ stamp: UInt32,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    guard movers.states[mover].stamp & Payload.stampMask == stamp else { return }
    movers.states[mover].isWaiting = false
    guard isRunning(Int(movers.states[mover].process)) else { return }
    movers.states[mover].phase = .dispatching
    try planFetching(mover, &queue)
    try nextTask(mover, &queue)
  }

  /// Chooses what is fetched in this cycle.
  ///
  /// External takes queues of fewer than five at once, and of the others 50 in all for each network
  /// that they lead to (Q199800). A connector's instance has limits for a mailbag and a post office.
  private mutating func planFetching(_ mover: Int, _ queue: inout BoundedQueue) throws(Halt) {
    let isExternal = movers.states[mover].server == 0
    var position = movers.nextBit(true, mover, from: 0)
    while let place = position {
      position = movers.nextBit(true, mover, from: place + 1)
      let office = movers.office(mover, place)
      let isOpen = offices.states[office].faults == 0
      _ = try occur(
        isExternal ? .externalOpen : .pcmtaOpen,
        in: Int(movers.states[mover].process),
        mover: mover,
        office: office,
        isOpen ? .succeeded : .noAnswer,
        &queue
      )
      if isExternal, movers.states[mover].link != 0, isOpen {
        // Where there is no network between them, it calls the post office through an adapter.
        _ = try occur(
          .externalCall,
          in: Int(movers.states[mover].process),
          mover: mover,
          office: office,
          .succeeded,
          &queue
        )
      }
      guard movers.states[mover].phase == .dispatching else { return }
      guard isOpen else { continue }
      var network = UInt32.max
      var room: UInt32 = 0
      var left = movers.states[mover].limits.office
      var bag = offices.states[office].firstMailbag
      while bag != 0 {
        let mailbag = Int(bag) - 1
        bag = mail.places[mailbag].nextOfOwner
        let target = Int(mail.places[mailbag].key)
        let count = mail.places[mailbag].count
        guard count > 0, mail.places[mailbag].task == 0, !mail.places[mailbag].isClosed,
          offices.serves(mover, target)
        else { continue }
        var quota: UInt32
        if isExternal {
          if offices.states[target].network != network {
            network = offices.states[target].network
            room = movers.states[mover].limits.office
          }
          quota = count < 5 ? count : min(count, room)
          if count >= 5 { room -= quota }
        } else {
          quota = min(count, movers.states[mover].limits.mailbag, left)
          left -= quota
        }
        if quota > 0 { addTask(mailbag, mover, quota) }
      }
    }
  }

  private mutating func planMailing(_ mover: Int) {
    var position = movers.nextBit(false, mover, from: 0)
    while let place = position {
      position = movers.nextBit(false, mover, from: place + 1)
      let office = movers.office(mover, place)
      guard offices.states[office].faults == 0 else { continue }
      let waiting = inQueue(of: office)
      guard mail.places[waiting].task == 0 else { continue }
      let quota = min(mail.places[waiting].count, movers.states[mover].limits.inQueue)
      if quota > 0 { addTask(waiting, mover, quota) }
    }
  }

  private mutating func addTask(_ place: Int, _ mover: Int, _ quota: UInt32) {
    mail.places[place].task = UInt32(mover) + 1
    mail.places[place].quota = UInt16(clamping: quota)
    mail.places[place].nextTask = 0
    if movers.states[mover].firstTask == 0 {
      movers.states[mover].firstTask = UInt32(place) + 1
    } else {
      mail.places[Int(movers.states[mover].lastTask) - 1].nextTask = UInt32(place) + 1
    }
    movers.states[mover].lastTask = UInt32(place) + 1
  }

  /// The first task is done with, or given up; an empty mailbag is forgotten.
  mutating func dropTask(_ mover: Int) {
    let place = Int(movers.states[mover].firstTask) - 1
    movers.states[mover].firstTask = mail.places[place].nextTask
    mail.places[place].task = 0
    mail.places[place].quota = 0
    if mail.places[place].kind == .mailbag, mail.places[place].isEmpty { forgetMailbag(place) }
  }

  /// Goes on with the next message of this cycle, or to the next part of it, or ends it.
  private mutating func nextTask(_ mover: Int, _ queue: inout BoundedQueue) throws(Halt) {
    while true {
      guard movers.states[mover].firstTask != 0 else {
        if movers.states[mover].phase == .dispatching {
          movers.states[mover].phase = .mailing
          if movers.states[mover].mails { planMailing(mover) }
          continue
        }
        movers.states[mover].phase = .idle
        if hasWork(mover) { try wake(mover, &queue) }
        return
      }
      let place = Int(movers.states[mover].firstTask) - 1
      guard mail.places[place].quota > 0, mail.places[place].head != 0,
        try canReach(place, mover, &queue)
      else {
        if movers.states[mover].firstTask != 0 { dropTask(mover) }
        guard movers.states[mover].phase != .idle else { return }
        continue
      }
      let copy = Int(mail.places[place].head) - 1
      mail.take(copy)
      mail.places[place].quota -= 1
      movers.states[mover].current = UInt32(copy) + 1
      let isMailing = movers.states[mover].phase == .mailing
      let speed =
        isMailing
        ? WorldConstants.mailerSpeed
        : WorldConstants.moverSpeed(link: Int(movers.states[mover].link))
      let ticks = speed.each + (UInt64(mail.copies[copy].size) * speed.perKilobyte) >> 10
      let slowness = hosts[Int(movers.states[mover].host)].slowness
      return try later(
        .moverStep,
        mover,
        stamp: movers.states[mover].stamp,
        after: ticks * UInt64(slowness) / 1_000,
        &queue
      )
    }
  }

  /// Whether what waits at a place can be moved now. Where the target cannot be opened, each message of
  /// the task has failed once more, and what has failed too often goes back (Q119884).
  private mutating func canReach(
    _ place: Int,
    _ mover: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) -> Bool {
    guard mail.places[place].kind == .mailbag else { return true }
    let target = Int(mail.places[place].key)
    let office = Int(mail.places[place].owner)
    if offices.states[target].faults == 0 {
      return try takesMail(target, from: mover, &queue)
    }
    let process = Int(movers.states[mover].process)
    let isExternal = movers.states[mover].server == 0
    _ = try occur(
      isExternal ? .externalOpen : .pcmtaOpen,
      in: process,
      mover: mover,
      office: target,
      .noAnswer,
      &queue
    )
    guard isRunning(process) else { return false }
    var circumstances = Circumstances(.outcome, Outcome.noAnswer.rawValue)
    circumstances.set(.link, Int(movers.states[mover].link))
    let decision: DecisionKind = isExternal ? .externalRetryCounted : .pcmtaRetryCounted
    let isCounted = try decide(decision, in: process, circumstances, &queue) == 0
    guard isRunning(process), isCounted else { return false }
    var left = mail.places[place].quota
    var link = mail.places[place].head
    while link != 0, left > 0 {
      let copy = Int(link) - 1
      link = mail.copies[copy].next
      left -= 1
      mail.copies[copy].attempts &+= 1
      guard mail.copies[copy].attempts >= movers.states[mover].retries else { continue }
      mail.remove(copy)
      countOut(place)
      offices.states[office].returned += 1
      try sendBack(copy, .retryCount, from: MailPoint(.postOffice(PostOfficeID(office))), &queue)
    }
    return false
  }

  /// Whether a post office takes mail: one whose disk was full does so again when enough is free (Q96060).
  private mutating func takesMail(
    _ office: Int,
    from mover: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) -> Bool {
    let disk = Int(offices.states[office].disk)
    guard disk != 0 else { return true }
    let state = movers.states[mover]
    if offices.states[office].isFull, state.server == 0 {
      let process = Int(state.process)
      let circumstances = Circumstances(.link, Int(state.link))
      let answer = try decide(.externalDiskChecked, in: process, circumstances, &queue)
      guard isRunning(process), answer == 0 else { return false }
    }
    let least = offices.states[office].isFull ? state.diskResume : state.diskStop
    offices.states[office].isFull = disks[disk].free <= least
    return !offices.states[office].isFull
  }

  /// A mover is done with the message that it has in hand.
  mutating func moverStep(
    _ mover: Int,
    _ stamp: UInt32,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    guard movers.states[mover].stamp & Payload.stampMask == stamp,
      movers.states[mover].current != 0, isRunning(Int(movers.states[mover].process))
    else { return }
    let copy = Int(movers.states[mover].current) - 1
    let place = Int(mail.copies[copy].place)
    movers.states[mover].current = 0
    mail.release(copy)
    if movers.states[mover].phase == .dispatching {
      try dispatch(copy, from: place, mover, &queue)
    } else {
      try distribute(copy, from: place, mover, &queue)
    }
    guard movers.states[mover].phase != .idle else { return }
    try nextTask(mover, &queue)
  }
}
