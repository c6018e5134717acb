import Kernel
import Plan

extension SiteWorld {
  /// A message has been copied from a mailbag into the next post office's INQUEUE3.
  mutating func dispatch(
    _ copy: Int,
    from place: Int,
    _ mover: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    let office = Int(mail.places[place].owner)
    let next = Int(mail.places[place].key)
    let process = Int(movers.states[mover].process)
    let isExternal = movers.states[mover].server == 0
    if !isExternal, offices.states[office].server == 0 {
      let response = try occur(
        .pcmtaCollect,
        in: process,
        copy,
        mover: mover,
        office: office,
        &queue
      )
      if keep(copy, at: place, response) { return }
      guard isRunning(process) else { return putBackInMailbag(copy, place) }
      movers.states[mover].collected += 1
    }
    if isExternal || offices.states[next].server == 0 {
      let response = try occur(
        isExternal ? .externalDispatch : .pcmtaDispatch,
        in: process,
        copy,
        mover: mover,
        office: next,
        &queue
      )
      if keep(copy, at: place, response) { return }
      guard isRunning(process) else { return putBackInMailbag(copy, place) }
      movers.states[mover].delivered += 1
    }
    countOut(place)
    mail.copies[copy].attempts = 0
    mail.copies[copy].hops &+= 1
    let here = MailPoint(.postOffice(PostOfficeID(office)))
    guard mail.copies[copy].hops <= offices.states[office].hopLimit else {
      offices.states[office].returned += 1
      return try sendBack(copy, .hopCount, from: here, &queue)
    }
    let waiting = inQueue(of: next)
    guard mail.places[waiting].count < WorldLimits.mailbagRecords else {
      offices.states[office].returned += 1
      return try sendBack(copy, .contention, from: here, &queue)
    }
    note(.moved, copy, next)
    put(copy, at: waiting)
    if offices.states[next].server != 0 { return try kick(waiting, &queue) }
    for number in offices.services(of: next) {
      let service = offices.service(number, of: next)
      guard movers.states[Int(service.mover)].mails else { continue }
      movers.setBit(false, Int(service.mover), Int(service.place), true)
      try wake(Int(service.mover), &queue)
    }
  }

  /// A process ended while it had a message in hand: that waits where it was.
  private mutating func putBackInMailbag(_ copy: Int, _ place: Int) {
    mail.prepend(copy, to: place)
  }

  /// A message has been taken from INQUEUE3: into mailboxes, or into the mailbag for the next one.
  mutating func distribute(
    _ copy: Int,
    from place: Int,
    _ mover: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    let office = Int(mail.places[place].owner)
    if mail.places[place].head == 0 {
      for number in offices.services(of: office) {
        let service = offices.service(number, of: office)
        movers.setBit(false, Int(service.mover), Int(service.place), false)
      }
    }
    let process = Int(movers.states[mover].process)
    let response = try occur(
      .mailbagAppend,
      in: process,
      copy,
      mover: mover,
      office: office,
      &queue
    )
    if keep(copy, at: place, response) { return }
    guard isRunning(process) else {
      for number in offices.services(of: office) {
        let service = offices.service(number, of: office)
        guard movers.states[Int(service.mover)].mails else { continue }
        movers.setBit(false, Int(service.mover), Int(service.place), true)
      }
      return mail.prepend(copy, to: place)
    }
    let target = mail.copies[copy].target
    if target.kind == .postOffice, target.index == office {
      offices.states[office].delivered += UInt64(mail.copies[copy].recipients)
      return deliver(copy)
    }
    try putInMailbag(copy, at: office, &queue)
  }
}
