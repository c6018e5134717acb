import Kernel
import Plan
import Schema

/// A domain of the Internet.
struct DomainEntry: Record {
  static let name = "domain"
  static let summary = "A domain of the Internet and its mail hosts."

  let hosts: Written<[Named<MailHostEntry>]>

  init(_ keys: inout Keys) {
    hosts = keys.required(
      "hosts",
      .named(.domainName, of: .record(MailHostEntry.self)),
      "Its mail hosts, by name.",
      example: "{ mx1.example.net: { preference: 10 } }"
    )
  }
}

/// A mail host of the Internet.
struct MailHostEntry: Record {
  static let name = "mail host"
  static let summary = "A mail host of the Internet: how it is preferred, and how it behaves."

  let preference: Written<Int>
  let manner: Written<MailHostManner>
  let product: Written<MailHostProduct>
  let server: Written<String>?
  let latency: Written<Interval>
  let bandwidth: Written<Int>

  init(_ keys: inout Keys) {
    preference = keys.value(
      "preference",
      .whole.within(0...65_535),
      default: 10,
      "How it is preferred: the least first, equals by chance."
    )
    manner = keys.value(
      "manner",
      .vocabulary(MailHostManner.self),
      default: .sound,
      "How it behaves."
    )
    product = keys.value(
      "product",
      .vocabulary(MailHostProduct.self),
      default: .other,
      "Whether it is an Exchange server: some defects show towards Exchange alone."
    )
    server = keys.optional(
      "server",
      .hostName,
      "The Exchange server of this topology that it really is."
    )
    latency = keys.value(
      "latency",
      .duration.within(.zero ... .minutes(1)),
      default: .milliseconds(80),
      source: .assumed,
      "How long a packet takes."
    )
    bandwidth = keys.value(
      "bandwidth",
      .bandwidth,
      default: 16_000,
      source: .assumed,
      "How much passes in a second."
    )
  }
}
