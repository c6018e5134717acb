import Plan

/// A message on its way: one copy for all its recipients at one end.
struct Copy: BitwiseCopyable {
  /// The flow in 24 bits, the traits in 8, the number in the flow in 32.
  var identity: UInt64 = 0
  /// When it was written.
  var written: UInt64 = 0
  /// Since when the present agent is responsible for it.
  var since: UInt64 = 0
  /// When it is to be tried next in 56 bits, which mail hosts did not greet it in the others.
  private var dueAndSilent: UInt64 = 0
  /// Its neighbours in the list that it is in; 0 for none, or else one more than the place in the pool.
  var next: UInt32 = 0
  var previous: UInt32 = 0
  /// The place that it is at.
  var place: UInt32 = 0
  /// The stamp in 24 bits, the flags above.
  private var stampAndFlags: UInt32 = 0
  var size: UInt32 = 0
  var source = MailPoint(raw: 0)
  var target = MailPoint(raw: 0)
  var recipients: UInt16 = 0
  var attempts: UInt8 = 0
  var hops: UInt8 = 0

  @inline(__always) var flow: Int { Int(identity >> 40) }
  @inline(__always) var traits: UInt64 { identity >> 32 & 0xff }
  @inline(__always) var number: UInt64 { identity & 0xffff_ffff }

  /// When it is to be tried next.
  @inline(__always) var due: UInt64 {
    get { dueAndSilent & Self.dueMask }
    set { dueAndSilent = dueAndSilent & ~Self.dueMask | newValue }
  }

  /// Which of the first eight mail hosts of its domain did not greet it, a bit each.
  var silentHosts: UInt64 {
    get { dueAndSilent >> 56 }
    set { dueAndSilent = dueAndSilent & Self.dueMask | newValue << 56 }
  }

  private static let dueMask: UInt64 = 1 << 56 - 1

  @inline(__always) var stamp: UInt32 { stampAndFlags & Payload.stampMask }

  /// Makes all events stale that were scheduled for the copy.
  @inline(__always)
  mutating func restamp() {
    stampAndFlags = stampAndFlags & ~Payload.stampMask | (stampAndFlags &+ 1) & Payload.stampMask
  }

  @inline(__always)
  func has(_ flag: Flag) -> Bool { stampAndFlags & flag.rawValue != 0 }

  @inline(__always)
  mutating func set(_ flag: Flag, _ isSet: Bool = true) {
    if isSet { stampAndFlags |= flag.rawValue } else { stampAndFlags &= ~flag.rawValue }
  }

  /// Forgets all flags.
  mutating func clearFlags() { stampAndFlags &= Payload.stampMask }

  enum Flag: UInt32 {
    /// It is used.
    case used = 0x0100_0000
    /// It tells a sender that a message did not arrive, and has no sender itself.
    case report = 0x0200_0000
    /// The Internet Mail Service forwards it for others.
    case forwarded = 0x0400_0000
    /// The next session for it begins with HELO.
    case greetsPlainly = 0x0800_0000
    /// A worker has it.
    case served = 0x1000_0000
    /// It stays where it is whatever starts again: it stops its process each time, or is reserved for ever.
    case poison = 0x2000_0000
    /// It waits for ever while others pass.
    case stranded = 0x4000_0000
    /// It was sent again at once when its connection broke; the next time it waits.
    case sentAgain = 0x8000_0000
  }
}

/// Where mail begins or ends, in a word.
struct MailPoint: BitwiseCopyable, Hashable {
  let raw: UInt32

  init(raw: UInt32) { self.raw = raw }

  init(_ end: MailEnd, plus member: Int = 0) {
    switch end {
    case .postOffice(let id): raw = UInt32(id.index + member)
    case .server(let id): raw = 1 << 30 | UInt32(id.index)
    case .domain(let id): raw = 2 << 30 | UInt32(id.index)
    }
  }

  enum Kind: UInt32 {
    case postOffice
    case server
    case domain
  }

  @inline(__always) var kind: Kind { Kind(rawValue: raw >> 30)! }
  @inline(__always) var index: Int { Int(raw & 0x3fff_ffff) }
}
