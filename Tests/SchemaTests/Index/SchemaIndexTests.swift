import Testing
import Text

@testable import Schema

@Suite("Index of keys")
struct SchemaIndexTests {
  private let index = SchemaIndex(SiteText.self)

  @Test("every key has its path, and every record is there once")
  func paths() {
    #expect(index.records.map(\.name) == ["site", "run", "host", "flow", "message-size", "fault"])
    #expect(
      index.items.map(\.path).prefix(8) == [
        "title", "run", "run.seed", "run.duration", "run.start", "run.quiet", "hosts",
        "hosts.*.kind",
      ]
    )
    #expect(index.items.contains { $0.path == "mail.*.size.median" })
    #expect(index.items.contains { $0.path == "faults.*.stop" })
  }

  @Test(
    "a key is found by its path with any names, by the end of it, or by a word",
    arguments: [
      ("hosts.*.memory", ["hosts.*.memory"]), ("hosts.HUB1.memory", ["hosts.*.memory"]),
      ("memory", ["hosts.*.memory"]), ("size.median", ["mail.*.size.median"]),
      ("media", ["mail.*.size.median"]), ("s", []), ("nonsense", []), ("hosts", ["hosts"]),
    ]
  )
  func finding(_ query: String, _ paths: [String]) {
    #expect(index.find(query).map(\.path) == paths)
  }

  @Test("a misspelt path has near ones")
  func nearest() {
    #expect(index.nearest(to: "hosts.*.memroy").first == "hosts.*.memory")
    #expect(index.nearest(to: "memroy") == ["hosts.*.memory"])
  }

  private func shown(_ page: Page) -> String {
    page.text(width: 80, style: Style(isColored: false))
  }

  @Test("a key is explained whole")
  func explanation() throws {
    let item = try #require(index.find("hosts.*.memory").first)
    #expect(
      shown(index.page(of: item)) == """
        hosts.*.memory: Physical memory.

          type     a size
          written  A number and `B`, `KiB`, `MiB`, `GiB` or `TiB`; rounded to whole
                   bytes.
          such as  256 MiB, 1.5 GiB, 512 B
          range    16 MiB to 64 GiB
          default  256 MiB (assumed)

          example
            hosts:
              HUB1:
                memory: 256 MiB

        """
    )
    let kind = try #require(index.find("kind").first)
    let text = shown(index.page(of: kind))
    #expect(text.contains("    small  One processor.\n    large  Four processors.\n"))
    #expect(text.contains("none; the key must be written"))
    let fault = try #require(index.find("faults.*.at").first)
    #expect(shown(index.page(of: fault)).hasSuffix("    faults:\n      - at: 30h\n"))
  }

  @Test("a record is explained by where it stands and what it has")
  func records() throws {
    let text = shown(index.page(of: try #require(index.record("fault"))))
    #expect(
      text == """
        fault: Something that breaks.

          stands at
            faults

          keys
            at    When. Default: 0s.
            stop  It stops.
            slow  It is slowed down by so much.
            each  Every day at this time.

          Exactly one of `stop` or `slow`.

        """
    )
  }
}
