import Schema
import Testing

@testable import Topology

@Suite("Values between two ends, in which something is searched")
struct ValueSpanTests {
  private static let site = "title: T\nrun: { duration: 1d, sample: 2m }\n" + SweepTests.site

  private func span(
    _ text: String,
    _ overrides: [Override] = [],
    share: Double = 0.01
  ) throws(Complaint) -> ValueSpan {
    try ValueSpan(
      text,
      in: Array(Self.site.utf8),
      file: "site.yaml",
      overrides: overrides,
      share: share
    )
  }

  @Test(
    "The ends come back as they were, in the key's unit, with the decimals that the share asks for",
    arguments: [
      ("mail.m.volume=1000..64000", 0, "1000/day", "64000/day"),
      ("mail.m.volume=10..400", 1, "10/day", "400/day"),
      ("mail.m.volume=0.5..8", 3, "0.5/day", "8/day"),
      ("mail.*.volume=1..8/mailbox/hour", 2, "1/mailbox/hour", "8/mailbox/hour"),
      ("mail.n.volume=0.125..8", 3, "0.125/mailbox/hour", "8/mailbox/hour"),
      ("run.duration=0.5h..8h", 3, "0.5h", "8h"), ("run.sample=90s..300s", 1, "90s", "300s"),
      ("run.sample=90s..300", 1, "90s", "300s"),
      ("hosts.HUB1.memory=64..256", 1, "64 MiB", "256 MiB"),
      ("hosts.HUB1.memory=0.25 GiB..1 GiB", 3, "0.25 GiB", "1 GiB"),
      // A number of people has no parts, whatever is asked for.
      ("exchange.HUB1.mailboxes=2..90", 0, "2", "90"), ("mail.m.recipients=1..9", 0, "1", "9"),
    ]
  )
  func ends(text: String, decimals: Int, low: String, high: String) throws {
    let span = try span(text)
    #expect(span.decimals == decimals)
    #expect(span.text(span.low) == low)
    #expect(span.text(span.high) == high)
  }

  @Test("Every value between the ends is one that the topology takes")
  func values() throws {
    for text in ["mail.m.volume=0.5..8", "hosts.HUB1.memory=64..256", "run.sample=1.5m..40m"] {
      let span = try span(text)
      for value in stride(from: span.low, through: span.high, by: (span.high - span.low) / 7) {
        let change = Override(path: span.key, value: span.text(value), origin: "--vary")
        let reading = Reading(overrides: [change])
        _ = reading.read(
          TopologyDocument.self,
          from: Array(Self.site.utf8),
          file: "site.yaml"
        )
        #expect(!reading.hasErrors, "\(span.text(value))")
      }
    }
  }

  @Test("A coarser answer needs fewer decimals, and what is typed is never rounded")
  func shares() throws {
    #expect(try span("mail.m.volume=0.5..8", share: 0.5).decimals == 1)
    #expect(try span("mail.m.volume=1..8", share: 0.5).decimals == 1)
    #expect(try span("mail.m.volume=2..8", share: 0.5).decimals == 0)
    #expect(try span("mail.m.volume=0.0625..8", share: 0.5).decimals == 4)
  }

  @Test("What else is wrong with the topology decides nothing")
  func others() throws {
    let change = Override(path: "mail.m.volume", value: "many", origin: "--set")
    #expect(try span("mail.n.volume=1..8", [change]).decimals == 2)
  }

  @Test(
    "What is no span is refused",
    arguments: [
      ("mail.m.volume=many", "no key with two ends"), ("mail.m.volume=1..2..3", "two ends"),
      ("mail.m.volume", "two ends"), ("mail.m.volume=1.2.3..4", "two ends"),
      ("run.duration=1d 4h..3d", "two ends"),
      ("exchange.HUB1.version=5.5 SP1..5.5 SP4", "two ends"),
      ("mail.m.volume=9..3", "from a value above 0"), ("mail.m.volume=0..3", "above 0"),
      ("mail.m.volume=3..3", "above 0"), ("run.sample=30s..2m", "one unit"),
      ("hosts.HUB1.memory=64 MiB..1 GiB", "`MiB` and `GiB`"),
    ]
  )
  func refused(text: String, words: String) {
    #expect { try span(text) } throws: { ("\(($0 as? Complaint)?.message ?? "")").contains(words) }
  }
}
