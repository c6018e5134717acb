import Kernel

/// Where copies wait and are worked on: a queue, and those who serve it.
///
/// A place has two lists: of those that wait, and of those that somebody has in hand. When the process
/// ends, what was in hand goes back to the front.
struct Place: BitwiseCopyable {
  // What post offices look at comes first: in a site of very many of them each place that is touched is
  // a cache line that must be fetched, so it is one and not three.

  var kind = Kind.store
  /// Closed by a latch: nobody takes anything from it.
  var isClosed = false
  /// Of a domain: it has all the connections that it may have.
  var isFull = false
  /// What becomes of it in a process that handles connections: see `LinkState`.
  var state: UInt8 = 0
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
  var inHandCount: UInt32 = 0
  /// How many a defect keeps here while others pass.
  var kept: UInt32 = 0
  var bytes: UInt64 = 0
  /// One more than the mover that works through it in this cycle, how many more it takes, and its next.
  var task: UInt32 = 0
  var quota: UInt32 = 0
  var nextTask: UInt32 = 0
  var stamp: UInt32 = 0

  /// The next place of the same owner that is not empty, and the one before; one more than the place.
  var nextOfOwner: UInt32 = 0
  var previousOfOwner: UInt32 = 0
  /// The process that serves it.
  var process: UInt32 = 0
  /// How many workers there are, and how many are lost.
  var workers: UInt16 = 0
  var blocked: UInt16 = 0
  /// One more than the connector that a link uses; 0 within a site.
  var connector: UInt32 = 0
  /// Of a link: how often it could not be opened. Of a domain: how many sessions it has.
  var attempts: UInt16 = 0
  /// Of a domain: when the first time of what stands in line is over, if that is watched for.
  var watched: UInt64 = .max
  /// Fills two lines, so that no place begins within one.
  private var padding: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

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

  @inline(__always) var isEmpty: Bool { count == 0 && inHandCount == 0 && kept == 0 }
  /// Whether a worker could take something now.
  @inline(__always) var canServe: Bool {
    head != 0 && !isClosed && inHandCount &+ UInt32(blocked) < UInt32(workers)
  }
}
