import Kernel
import Plan

extension SiteWorld {
  /// One of a server's own places.
  @inline(__always)
  func place(_ place: ServerPlace, of server: Int) -> Int {
    1 + server * ServerPlace.allCases.count + place.rawValue
  }

  /// A post office's INQUEUE3.
  @inline(__always)
  func inQueue(of office: Int) -> Int { firstInQueue + office }

  /// Where mail of a domain of the Internet waits for us.
  @inline(__always)
  func foreignPlace(of domain: Int) -> Int { firstForeign + domain }

  /// Lets workers of a place take what waits there.
  mutating func kick(_ place: Int, _ queue: inout BoundedQueue) throws(Halt) {
    guard processes[Int(mail.work[place].process)].state == .running else { return }
    while mail.canServe(place) {
      let copy = Int(mail.places[place].head) - 1
      mail.take(copy)
      mail.copies[copy].restamp()
      try later(
        .served,
        copy,
        stamp: mail.copies[copy].stamp,
        after: serviceTicks(place, Int(mail.copies[copy].size)),
        &queue
      )
    }
  }

  /// How long a message of a size takes at a place.
  @inline(__always)
  mutating func serviceTicks(_ place: Int, _ size: Int) -> UInt64 {
    let kind = mail.places[place].kind
    let speed: WorldConstants.Speed
    if kind == .link {
      speed = linkSpeed(place)
    } else {
      speed = WorldConstants.speed(kind)
    }
    let ticks = speed.each &+ (UInt64(size) &* speed.perKilobyte) >> 10
    let slowness = hosts[Int(processes[Int(mail.work[place].process)].host)].slowness
    return slowness == 1_000 ? ticks : ticks * UInt64(slowness) / 1_000
  }

  /// A worker is done with a message.
  mutating func served(
    _ copy: Int,
    _ stamp: UInt32,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    guard mail.copies[copy].stamp == stamp, mail.copies[copy].has(.served) else { return }
    let place = Int(mail.copies[copy].place)
    let process = Int(mail.work[place].process)
    // A process that hangs finishes nothing; its restart begins again.
    guard processes[process].state == .running else { return }
    mail.release(copy)
    let owner = Int(mail.places[place].owner)
    let stamp = mail.places[place].stamp
    switch mail.places[place].kind {
    case .store: try storeDone(copy, owner, &queue)
    case .agent: try agentDone(copy, owner, &queue)
    case .link: try linkDone(copy, place, &queue)
    case .inQueue: try interchangeInDone(copy, owner, &queue)
    case .interchangeOut: try interchangeOutDone(copy, owner, &queue)
    case .conversionOut: try convertedOut(copy, owner, &queue)
    case .conversionIn: try convertedIn(copy, owner, &queue)
    case .deliveryIn: try deliveredIn(copy, owner, &queue)
    case .mailbag, .domain, .waiting, .foreign: break
    }
    if mail.places[place].stamp == stamp { try kick(place, &queue) }
  }

  /// A message waits at a place whose workers look at once.
  @inline(__always)
  mutating func putAndKick(
    _ copy: Int,
    at place: Int,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    put(copy, at: place)
    try kick(place, &queue)
  }

  /// How an item fares that a defect wants to keep: it waits for ever, or on its disk whatever starts
  /// again; says whether it was kept.
  mutating func keep(_ copy: Int, at place: Int, _ response: Response) -> Bool {
    guard response.keepsItem else { return false }
    // It lies where it lay, in no list.
    mail.copies[copy].place = UInt32(place)
    mail.copies[copy].set(response.isPoison ? .poison : .stranded)
    mail.places[place].kept += 1
    return true
  }
}
