import Kernel
import Plan

/// An Internet Mail Service at the moment; servers without one have an unused state.
struct ServiceState: BitwiseCopyable {
  var process: UInt32 = 0
  var sends = false
  var receives = false
  /// It takes nothing new in: by its mode, or because its disk is nearly full.
  var isFlushing = false
  var isOutOfDisk = false
  var speaksEHLO = true
  var reroutes = false
  var logging: UInt8 = 0
  var lowDisk = 0
  var mostOutbound: UInt32 = 0
  var mostInbound: UInt32 = 0
  var mostForHost: UInt32 = 0
  var messagesEach: UInt16 = 0
  var inbound: UInt32 = 0
  /// Copies in OUT that are due or in a session.
  var queuedByDomain: UInt32 = 0
  var retryCount: UInt8 = 0
  var retries = InlineArray<16, UInt64>(repeating: 0)
  var expiry = InlineArray<3, UInt64>(repeating: 0)
  var connectTimer: UInt64 = 0
  var bannerTimer: UInt64 = 0
  var commandTimer: UInt64 = 0
  var sizeIn: UInt32 = .max
  var sizeOut: UInt32 = .max
  /// Where all mail goes, as a key of `domain` places; 0 where each domain has its own way.
  var forwardKey: UInt32 = 0
  /// Domain places of this service that have something due, in a list.
  var firstReady: UInt32 = 0
  /// Sessions of this service, in a list.
  var firstSession: UInt32 = 0
  var socketAccount: Account
  // What Performance Monitor counts.
  var totalOutbound: UInt64 = 0
  var totalInbound: UInt64 = 0
  var totalRejected: UInt64 = 0
  var totalFailed: UInt64 = 0
  var messagesOut: UInt64 = 0
  var messagesIn: UInt64 = 0
  var bytesOut: UInt64 = 0
  var bytesIn: UInt64 = 0
  var enteredOut: UInt64 = 0
  var leftOut: UInt64 = 0
  var enteredIn: UInt64 = 0
  var returnsOfOutbound: UInt64 = 0
  var returnsOfInbound: UInt64 = 0
}

/// A mail host of the Internet at the moment.
struct MailHostState: BitwiseCopyable {
  var manner = MailHostManner.sound
  /// What it is without faults.
  var usualManner = MailHostManner.sound
  var isExchange = false
  /// One more than the server that it really is.
  var server: UInt32 = 0
  var latency: UInt64 = 0
  var ticksPerKilobyte: UInt64 = 0
  /// The action that began the fault that is in force; one more.
  var fault: UInt32 = 0
  /// A fault that is in force changes so much of 2^64 of the uses.
  var faultShare: UInt64 = 0
}

/// An SMTP connection, ours or to us.
struct Session: BitwiseCopyable {
  var phase = Phase.resolving
  var isInbound = false
  /// The connection is no longer used by anybody, and still there.
  var isLeaked = false
  var greetsPlainly = false
  var isConnected = false
  /// The other side has ended it, which is noticed when its answer should come.
  var isCut = false
  var manner = MailHostManner.sound
  var messages: UInt16 = 0
  var stamp: UInt32 = 0
  /// The server whose service it belongs to.
  var server: UInt32 = 0
  /// One more than the server on the other side, where that is ours and has accepted.
  var peer: UInt32 = 0
  /// The mail host on the other side; one more.
  var host: UInt32 = 0
  /// The place whose mail it carries.
  var place: UInt32 = 0
  /// What it carries at the moment; one more.
  var copy: UInt32 = 0
  /// Which of a domain's mail hosts have been tried.
  var tried: UInt64 = 0
  /// Since when the connection is there.
  var since: UInt64 = 0
  var next: UInt32 = 0
  var previous: UInt32 = 0
  /// What the connection counts as: a slot of its domain, and a socket.
  var slot: Lease = .ended
  var socket: Lease = .ended
  var peerSocket: Lease = .ended

  enum Phase: UInt8 {
    case resolving
    case connecting
    case banner
    case hello
    case sender
    case recipients
    case data
    case body
    case quit

    /// The phase as defects name it, by its place in their list.
    var word: Int {
      switch self {
      case .resolving, .connecting: 0
      case .banner: 1
      case .hello: 2
      case .sender: 4
      case .recipients: 5
      case .data: 6
      case .body: 7
      case .quit: 9
      }
    }
  }
}

/// All SMTP connections.
struct SessionTable: ~Copyable {
  var sessions: Slab<Session>
  private var free: UInt32 = 0
  private var used = 0
  private(set) var count = 0
  var messageNames: Slab<UInt64>

  init(capacity: Int) {
    sessions = Slab(count: capacity)
    messageNames = Slab(count: capacity)
  }

  var bound: Int { used }

  /// Whether connections that nobody uses any more can still be kept to be seen.
  var hasRoomForLeaks: Bool { count < sessions.count / 4 * 3 }

  /// What a session is called: by the message that it carries or carried last.
  @inline(__always)
  func name(of session: Int) -> UInt64 { messageNames[session] }

  mutating func make() throws(Halt) -> Int {
    let index: Int
    if free != 0 {
      index = Int(free) - 1
      free = sessions[index].next
    } else {
      guard used < sessions.count else { throw Halt(.sessions, limit: sessions.count) }
      index = used
      used += 1
    }
    let stamp = sessions[index].stamp &+ 1
    sessions[index] = Session()
    sessions[index].stamp = stamp
    count += 1
    return index
  }

  mutating func end(_ session: Int) {
    sessions[session].stamp &+= 1
    sessions[session].host = 0
    sessions[session].next = free
    free = UInt32(session) + 1
    count -= 1
  }
}
