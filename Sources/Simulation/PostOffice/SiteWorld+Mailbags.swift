import Kernel
import Plan

extension SiteWorld {
  /// Somebody at a post office writes a message, or its postmaster a report.
  mutating func writeAtOffice(
    _ copy: Int,
    _ office: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    let target = mail.copies[copy].target
    if target.kind == .postOffice, target.index == office {
      offices.states[office].delivered += UInt64(mail.copies[copy].recipients)
      return deliver(copy)
    }
    guard hasRoom(Int(offices.states[office].disk), for: Int(mail.copies[copy].size)) else {
      return try sendBackAtOnce(copy, .diskFull)
    }
    try putInMailbag(copy, at: office, &queue)
  }

  /// The next post office for a message that is at one.
  private mutating func nextOffice(_ copy: Int, at office: Int) -> Int? {
    let target = mail.copies[copy].target
    guard target.kind != .postOffice else { return offices.route(from: office, to: target.index) }
    // To Exchange: to the connector of the server itself, or else to the first that is known here.
    var first: Int?
    for index in 0..<routing.connectors.count {
      let server = Int(routing.connectors[index])
      let goal = Int(servers[server].office) - 1
      guard goal != office, let next = offices.route(from: office, to: goal) else { continue }
      if target.kind == .server, target.index == server { return next }
      if first == nil { first = next }
    }
    return first
  }

  /// Puts a message into the mailbag for the next post office on its way.
  mutating func putInMailbag(
    _ copy: Int,
    at office: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    let here = MailPoint(.postOffice(PostOfficeID(office)))
    guard let next = nextOffice(copy, at: office) else {
      countReturn(at: office)
      return try sendBack(copy, .unreachable, from: here, &queue)
    }
    let (place, isNew) = try mail.findOrMake(.mailbag, office, next)
    if isNew {
      mail.places[place].disk = offices.states[office].disk
      enlist(place, office)
    }
    guard mail.places[place].count < WorldLimits.mailbagRecords else {
      if offices.states[office].server != 0 {
        write(.mailbagFull, on: hostOfConnector(office), place)
        write(.connectorReturn, on: hostOfConnector(office), place)
      }
      countReturn(at: office)
      return try sendBack(copy, .contention, from: here, &queue)
    }
    note(.queued, copy, next)
    put(copy, at: place)
    offices.states[office].outbound += 1
    for number in offices.services(of: office) {
      let service = offices.service(number, of: office)
      let mover = Int(service.mover)
      guard movers.states[mover].dispatches, offices.serves(mover, next) else { continue }
      let slot = Int(movers.states[mover].firstOffice + service.place)
      movers.outbound[slot] += 1
      if movers.outbound[slot] == 1 {
        movers.setBit(true, mover, Int(service.place), true)
        try wake(mover, &queue)
      }
    }
  }

  /// A post office returns a message; that of a connector does it in the interchange.
  mutating func countReturn(at office: Int) {
    offices.states[office].returned += 1
    let server = Int(offices.states[office].server)
    if server != 0 { servers[server - 1].interchangeReturned += 1 }
  }

  /// A message leaves a mailbag for good: nobody has to fetch it any more.
  mutating func countOut(_ place: Int) {
    let office = Int(mail.places[place].owner)
    let next = Int(mail.places[place].key)
    offices.states[office].outbound -= 1
    for number in offices.services(of: office) {
      let service = offices.service(number, of: office)
      let mover = Int(service.mover)
      guard movers.states[mover].dispatches, offices.serves(mover, next) else { continue }
      let slot = Int(movers.states[mover].firstOffice + service.place)
      movers.outbound[slot] -= 1
      if movers.outbound[slot] == 0 { movers.setBit(true, mover, Int(service.place), false) }
    }
  }

  /// A mailbag joins those of its post office that are not empty: by network, then by post office.
  ///
  /// Of very many it is placed among the last ones only.
  private mutating func enlist(_ place: Int, _ office: Int) {
    let key = mailbagOrder(place)
    var after = offices.states[office].firstMailbag
    guard after != 0 else {
      offices.states[office].firstMailbag = UInt32(place) + 1
      mail.places[place].previousOfOwner = 0
      mail.places[place].nextOfOwner = 0
      return
    }
    // The first one's `previous` is the last, so that the list is entered from its end.
    var last = lastMailbag(office)
    var steps = 0
    while last != 0, steps < 64, mailbagOrder(Int(last) - 1) > key {
      last = previousMailbag(Int(last) - 1, office)
      steps += 1
    }
    if last == 0 {
      // Before the first.
      after = offices.states[office].firstMailbag
      mail.places[place].nextOfOwner = after
      mail.places[place].previousOfOwner = mail.places[Int(after) - 1].previousOfOwner
      mail.places[Int(after) - 1].previousOfOwner = UInt32(place) + 1
      if mail.places[place].previousOfOwner == 0 { mail.places[place].previousOfOwner = after }
      offices.states[office].firstMailbag = UInt32(place) + 1
      return
    }
    let next = mail.places[Int(last) - 1].nextOfOwner
    mail.places[place].nextOfOwner = next
    mail.places[place].previousOfOwner = last
    mail.places[Int(last) - 1].nextOfOwner = UInt32(place) + 1
    if next != 0 {
      mail.places[Int(next) - 1].previousOfOwner = UInt32(place) + 1
    } else {
      setLastMailbag(office, UInt32(place) + 1)
    }
  }

  private mutating func mailbagOrder(_ place: Int) -> UInt64 {
    let key = Int(mail.places[place].key)
    return UInt64(offices.states[key].network) << 32 | UInt64(key)
  }

  private mutating func lastMailbag(_ office: Int) -> UInt32 {
    let first = offices.states[office].firstMailbag
    let last = mail.places[Int(first) - 1].previousOfOwner
    return last == 0 ? first : last
  }

  private mutating func setLastMailbag(_ office: Int, _ last: UInt32) {
    let first = offices.states[office].firstMailbag
    mail.places[Int(first) - 1].previousOfOwner = last == first ? 0 : last
  }

  private mutating func previousMailbag(_ place: Int, _ office: Int) -> UInt32 {
    offices.states[office].firstMailbag == UInt32(place) + 1
      ? 0 : mail.places[place].previousOfOwner
  }

  /// A mailbag that is empty leaves the list of its post office and is forgotten.
  mutating func forgetMailbag(_ place: Int) {
    let office = Int(mail.places[place].owner)
    let link = UInt32(place) + 1
    let next = mail.places[place].nextOfOwner
    let last = lastMailbag(office)
    if offices.states[office].firstMailbag == link {
      offices.states[office].firstMailbag = next
      if next != 0 { mail.places[Int(next) - 1].previousOfOwner = last == next ? 0 : last }
    } else {
      let previous = mail.places[place].previousOfOwner
      mail.places[Int(previous) - 1].nextOfOwner = next
      if next != 0 {
        mail.places[Int(next) - 1].previousOfOwner = previous
      } else {
        setLastMailbag(office, previous)
      }
    }
    mail.forget(place)
  }

  /// The host of the server whose connector a post office belongs to.
  mutating func hostOfConnector(_ office: Int) -> Int {
    Int(servers[Int(offices.states[office].server) - 1].host)
  }
}
