import Kernel
import Plan

/// What moves mail between post offices: External, and the instances of the Connector (PC) MTA.
struct MoverTable: ~Copyable {
  var states: Slab<MoverState>
  /// The post offices of each mover, a connector's own last.
  let offices: Slab<UInt32>
  /// How much each mover has to fetch from, and to put into mailboxes of, each of its post offices.
  var outbound: Slab<UInt32>
  /// The places of which that is more than nothing, a bit each: to fetch from, and to distribute in.
  var fetching: Slab<UInt64>
  var mailing: Slab<UInt64>

  struct MoverState: BitwiseCopyable {
    var process: UInt32 = 0
    var host: UInt32 = 0
    /// One more than the server whose connector it belongs to; 0 for External.
    var server: UInt32 = 0
    var phase = Phase.idle
    var isWaiting = false
    var dispatches = false
    var mails = false
    var stamp: UInt32 = 0
    var link: UInt8 = 0
    var retries: UInt8 = 3
    var firstOffice: UInt32 = 0
    var officeCount: UInt32 = 0
    var firstWord: UInt32 = 0
    var wordCount: UInt32 = 0
    var cycle: UInt64 = 0
    /// When it first looked: all cycles lie on a grid from there.
    var origin: UInt64 = .max
    var limits = (inQueue: UInt32(50), mailbag: UInt32(50), office: UInt32(50))
    var diskStop = 0
    var diskResume = 0
    /// The places that it works through in this cycle, and the copy that it has in hand; one more each.
    var firstTask: UInt32 = 0
    var lastTask: UInt32 = 0
    var current: UInt32 = 0
    var collected: UInt64 = 0
    var delivered: UInt64 = 0
  }

  enum Phase: UInt8 {
    case idle
    case dispatching
    case mailing
  }

  init(_ plan: SitePlan) {
    states = Slab(count: plan.movers.count)
    var offices: [UInt32] = []
    var words = 0
    for (number, mover) in plan.movers.enumerated() {
      let own = Self.offices(of: mover, plan)
      states[number] = MoverState()
      states[number].process = UInt32(mover.process.index)
      states[number].host = UInt32(plan.processes[mover.process.index].host.index)
      if case .connector(let server) = mover.kind {
        states[number].server = UInt32(server.index) + 1
      }
      states[number].dispatches = mover.dispatches
      states[number].mails = mover.mails
      states[number].link = UInt8(mover.link.ordinal)
      states[number].retries = UInt8(min(mover.retries, 255))
      states[number].firstOffice = UInt32(offices.count)
      states[number].officeCount = UInt32(own.count)
      states[number].firstWord = UInt32(words)
      states[number].wordCount = UInt32((own.count + 63) / 64)
      states[number].cycle = max(mover.cycle.ticks, 1)
      states[number].limits = (
        UInt32(mover.limits.inQueue), UInt32(mover.limits.mailbag), UInt32(mover.limits.postOffice)
      )
      states[number].diskStop = mover.diskFullBytes.stop
      states[number].diskResume = mover.diskFullBytes.resume
      offices += own.map { UInt32($0.index) }
      words += (own.count + 63) / 64
    }
    self.offices = Slab(offices)
    outbound = Slab(count: offices.count)
    fetching = Slab(count: words)
    mailing = Slab(count: words)
  }

  /// The post offices that a mover works with.
  static func offices(of mover: MoverPlan, _ plan: SitePlan) -> [PostOfficeID] {
    guard case .connector(let server) = mover.kind,
      let own = plan.servers[server.index].mailConnector?.postOffice
    else { return mover.serves }
    return mover.serves + [own]
  }

  /// The post office at a place of a mover's list.
  func office(_ mover: Int, _ place: Int) -> Int {
    Int(offices[Int(states[mover].firstOffice) + place])
  }

  mutating func setBit(_ isFetching: Bool, _ mover: Int, _ place: Int, _ isSet: Bool) {
    let word = Int(states[mover].firstWord) + place / 64
    let bit: UInt64 = 1 << UInt64(place % 64)
    if isFetching {
      fetching[word] = isSet ? fetching[word] | bit : fetching[word] & ~bit
    } else {
      mailing[word] = isSet ? mailing[word] | bit : mailing[word] & ~bit
    }
  }

  /// The first place from one on where there is something to do.
  mutating func nextBit(_ isFetching: Bool, _ mover: Int, from place: Int) -> Int? {
    let first = Int(states[mover].firstWord)
    var word = place / 64
    var mask = UInt64.max << UInt64(place % 64)
    while word < Int(states[mover].wordCount) {
      let bits = (isFetching ? fetching[first + word] : mailing[first + word]) & mask
      if bits != 0 { return word * 64 + bits.trailingZeroBitCount }
      mask = .max
      word += 1
    }
    return nil
  }
}
