import Kernel

/// Where copies wait and are worked on: a queue, and those who serve it.
///
/// A place has two lists: of those that wait, and of those that somebody has in hand. When the process
/// ends, what was in hand goes back to the front.
struct Place: BitwiseCopyable {
  // In a site of very many post offices each place that is touched is a cache line that must be fetched,
  // so a place is one: what only those need that have workers stands in `PlaceWork`.

  var bytes: UInt64 = 0
  /// The stamp in 24 bits, whether it is closed in one, the kind above.
  private var stampAndKind: UInt32 = 0
  /// The server, post office or mover that it belongs to.
  var owner: UInt32 = 0
  /// What it leads to: a domain, a post office, a server.
  var key: UInt32 = 0
  /// The disk that what waits here lies on; 0 for none.
  var disk: UInt32 = 0
  var head: UInt32 = 0
  var tail: UInt32 = 0
  var count: UInt32 = 0
  var inHand: UInt32 = 0
  /// How many a defect keeps here while others pass.
  var kept: UInt32 = 0
  var inHandCount: UInt16 = 0
  /// How many more the mover takes that works through it in this cycle.
  var quota: UInt16 = 0
  /// One more than that mover, and than its next place.
  var task: UInt32 = 0
  var nextTask: UInt32 = 0
  /// The next place of the same owner that is not empty, and the one before; one more than the place.
  var nextOfOwner: UInt32 = 0
  var previousOfOwner: UInt32 = 0

  /// A place where nothing is yet.
  init(_ kind: Kind, _ owner: Int, _ key: Int, stamp: UInt32 = 0) {
    stampAndKind = UInt32(kind.rawValue) << 25 | stamp & Payload.stampMask
    self.owner = UInt32(owner)
    self.key = UInt32(key)
  }

  @inline(__always) var kind: Kind { Kind(rawValue: UInt8(stampAndKind >> 25))! }
  @inline(__always) var stamp: UInt32 { stampAndKind & Payload.stampMask }

  /// Closed by a latch: nobody takes anything from it.
  @inline(__always) var isClosed: Bool {
    get { stampAndKind & Self.closed != 0 }
    set { stampAndKind = newValue ? stampAndKind | Self.closed : stampAndKind & ~Self.closed }
  }

  private static let closed: UInt32 = 1 << 24

  /// Makes all events stale that were scheduled for the place.
  @inline(__always)
  mutating func restamp() {
    stampAndKind = stampAndKind & ~Payload.stampMask | (stampAndKind &+ 1) & Payload.stampMask
  }

  /// What a place with a key is found by.
  @inline(__always) var word: UInt64 { PlaceTable.word(kind, Int(owner), Int(key)) }

  enum Kind: UInt8 {
    /// The Information Store: submits and delivers.
    case store
    /// The message transfer agent's work queue.
    case agent
    /// What the transfer agent has for one neighbour.
    case link
    /// INQUEUE3 of a post office; that of a connector is served by the interchange.
    case inQueue
    /// A post office's mailbag for another.
    case mailbag
    /// What the transfer agent has for MS Mail.
    case interchangeOut
    /// MTS-OUT: awaiting conversion for the Internet.
    case conversionOut
    /// OUT, for one domain: due, or in a session.
    case domain
    /// OUT: waiting until it is due again.
    case waiting
    /// IN: awaiting conversion for Exchange.
    case conversionIn
    /// MTS-IN: awaiting delivery to Exchange.
    case deliveryIn
    /// A domain of the Internet: with the sender, for us.
    case foreign
  }

  /// How many are here, whether they wait, are in hand, or are kept.
  @inline(__always) var held: Int { Int(count) + Int(inHandCount) + Int(kept) }
  @inline(__always) var isEmpty: Bool { count == 0 && inHandCount == 0 && kept == 0 }
}
