import Kernel
import Record

/// Random senders of the Internet and the service that they send to, as a text and as its twin has it.
struct InboundSite {
  private static let second = 10_000_000
  private static let minute = 60 * second
  private static let smallBytes = 3 << 10
  private static let largeBytes = 9 << 10
  /// Nothing takes less than a tick.
  private static let nearest = 1

  let text: String
  private(set) var setting: InboundTwin.Setting

  init(seed: UInt64) {
    var chance = Chance(seed)
    let isLong = chance.once(in: 4)
    let hours = isLong ? 150 : 8
    setting = Self.measured
    setting.limit = 1 + chance.below(4)
    setting.end = hours * 60 * Self.minute

    var internet = ""
    var mail = ""
    for number in 0..<1 + chance.below(3) {
      let seconds = chance.pick([0, 1, 7, 20, 60])
      let kilobits = chance.pick([1, 8, 64])
      let isLarge = chance.once(in: 4)
      let size = isLarge ? Self.largeBytes : Self.smallBytes
      setting.senders.append(
        InboundTwin.Sender(
          latency: max(seconds * Self.second, Self.nearest),
          body: size * Self.second / (kilobits * 125),
          isTooLarge: isLarge
        )
      )
      internet += "  d\(number).example: { hosts: { mx.d\(number).example:"
      internet += " { latency: \(seconds)s, bandwidth: \(kilobits) kbit/s } } }\n"
      mail += "  m\(number): { from: d\(number).example, to: HUB,"
      mail += " size: { median: \(size) B, p95: \(size) B },"
      mail += " volume: \(isLong ? 4 + chance.below(20) : 50 + chance.below(900))/day }\n"
    }
    var changes = ""
    for (number, time) in Self.pauses(&chance, hours).enumerated() {
      changes +=
        "  s\(number): { at: \(time.stop)m, host: HUB, does: [ { stop: MSExchangeIMC } ] }\n"
      changes += "  t\(number): { at: \(time.start)m, host: HUB,"
      changes += " does: [ { start: MSExchangeIMC } ] }\n"
    }
    text =
      Self.service("duration: \(hours)h, seed: \(seed)", limit: setting.limit)
      + internet + "mail:\n" + mail + (changes.isEmpty ? "" : "changes:\n" + changes)
  }

  /// The number of the sender of a message; nil for what the service itself sends.
  static func sender(of message: String) -> Int? {
    message.hasSuffix("(report)") ? nil : Int(String(message.dropFirst().prefix(1)))
  }

  /// When the service stops, and when it starts again, in minutes.
  private static func pauses(
    _ chance: inout Chance,
    _ hours: Int
  ) -> [(stop: Int, start: Int)] {
    (0..<chance.below(3)).map { number in
      let part = hours * 60 / 2
      let stop = part * number + 30 + chance.below(part / 8)
      return (stop, stop + 1 + chance.below(part - part / 8 - 40))
    }
  }

  private static func service(_ run: String, limit: Int) -> String {
    """
    title: Inbound
    run: { \(run) }
    hosts: { HUB: { os: NT 4.0 Server SP3 } }
    exchange:
      HUB:
        version: 5.5 SP4
        mailboxes: 1
        internet-mail:
          domain: firm.example
          connections: { inbound: \(limit) }
          inbound-limit: 5 KiB
    internet:

    """
  }

  /// What nobody can set, seen at messages that are alone: how long the service takes to greet, and to
  /// have a message.
  private static let measured: InboundTwin.Setting = {
    func whole(_ bytes: Int) -> Int {
      let trace = OutboundScene.Trace(
        service("duration: 12h", limit: 1) + """
            d.example: { hosts: { mx.d.example: { latency: 0s, bandwidth: 8 kbit/s } } }
          mail: { m0: { from: d.example, to: HUB, volume: 20/day,
                        size: { median: \(bytes) B, p95: \(bytes) B } } }
          """
      )
      let first = trace.steps.filter { $0.message == "m0/1" }
      let end = first.first { $0.what == "is taken over" || $0.what.hasPrefix("comes back") }!
      return OutboundScene.Trace.ticks(end.time) - OutboundScene.Trace.ticks(first[0].time)
    }
    var setting = InboundTwin.Setting()
    // One way there and back with the nearest host.
    let exchange = 2 * nearest
    // The connection, the greeting, EHLO, MAIL and RCPT, whose answer is no.
    setting.greeting = whole(largeBytes) - 5 * exchange
    // All of this, DATA and the message.
    setting.taking =
      whole(smallBytes) - setting.greeting - 7 * exchange - smallBytes * second / 1_000
    setting.retries = [15, 30, 60, 240].map { $0 * minute }
    setting.patience = 5 * 24 * 60 * minute
    return setting
  }()
}
