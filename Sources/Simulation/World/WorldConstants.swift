import Kernel
import Plan

/// What nothing states and nobody can set: how fast things are, and where limits stand.
///
/// Each is named in the plan's assumptions.
enum WorldConstants {
  /// How long something takes: each time, and for each kilobyte.
  struct Speed: BitwiseCopyable {
    var each: UInt64
    var perKilobyte: UInt64
  }

  /// A message at a place of a server.
  @inline(__always)
  static func speed(_ kind: Place.Kind) -> Speed {
    switch kind {
    case .store: Speed(each: milliseconds(40), perKilobyte: milliseconds(1))
    case .agent: Speed(each: milliseconds(60), perKilobyte: milliseconds(1))
    case .inQueue, .interchangeOut: Speed(each: milliseconds(250), perKilobyte: milliseconds(10))
    case .conversionOut, .conversionIn: Speed(each: milliseconds(120), perKilobyte: milliseconds(4))
    case .deliveryIn: Speed(each: milliseconds(50), perKilobyte: milliseconds(1))
    case .link, .mailbag, .domain, .waiting, .foreign: Speed(each: 0, perKilobyte: 0)
    }
  }

  /// Workers of the places of a server that have no number of their own.
  static let storeWorkers: UInt16 = 10
  static let agentWorkers: UInt16 = 4
  static let mostAssociations: UInt16 = 10

  /// A message that a mover moves from one share to the next, by link: LAN, modem, X.25.
  static func moverSpeed(link: Int) -> Speed {
    switch link {
    case 0: Speed(each: milliseconds(200), perKilobyte: milliseconds(2))
    // 28,800 bits a second, with start and stop bits.
    case 1: Speed(each: milliseconds(800), perKilobyte: milliseconds(355))
    // 9,600 bits a second.
    default: Speed(each: milliseconds(500), perKilobyte: milliseconds(853))
    }
  }

  static let mailerSpeed = Speed(each: milliseconds(100), perKilobyte: milliseconds(1))

  /// Between servers of one site, and from one server to another of ours.
  static let siteLatency = milliseconds(2)
  static let siteSpeed = Speed(each: milliseconds(20), perKilobyte: milliseconds(1))

  /// Names are found in this time, and a connection is greeted after this, the other side's name included.
  static let resolveTicks = milliseconds(50)
  static let greetingTicks = milliseconds(100)
  static let greylistTicks = Interval.minutes(15).ticks
  /// A message and its answer between a POP3 client and the store, or a tool and a host.
  static let logonTurn = milliseconds(150)
  static let toolTurn = milliseconds(40)
  /// From the moment that a host goes down until its services start.
  static let bootTicks = Interval.minutes(3).ticks
  /// How often the Internet Mail Service and movers read their configuration again.
  static let configurationTicks = Interval.minutes(15).ticks
  /// How much longer everything takes on a host that is short of something, in thousandths.
  static let slowness: UInt32 = 3_000
  /// What senders on the Internet do: after how long they try again, and when they give up.
  static let foreignRetries =
    [
      Interval.minutes(15).ticks, Interval.minutes(30).ticks, Interval.hours(1).ticks,
      Interval.hours(4).ticks,
    ] as InlineArray<4, UInt64>
  static let foreignExpiry = Interval.days(5).ticks
  /// How long a store's cache takes to fill by two thirds.
  static let cacheTicks = Double(Interval.hours(6).ticks)

  private static func milliseconds(_ count: UInt64) -> UInt64 { count * 10_000 }
}
