import Kernel
import Testing
import YAML

@testable import Schema

@Suite("Overrides")
struct OverrideTests {
  private let text = """
    hosts: { A: { kind: small }, B.C: { kind: large, memory: 32 MiB } }
    mail: { out: { volume: 1/day }, in: { volume: 2/day } }
    faults: [ { stop: A }, { stop: B } ]
    """

  @Test("a value is replaced and added at every place that matches")
  func replacing() throws {
    let (site, reading) = read(
      text.replacing("B.C", with: "B"),
      "hosts.*.memory=1 GiB",
      "mail.out.volume=5/hour",
      "faults.2.stop=C",
      "run.seed=99",
      "hosts.NEW={ kind: large }",
      "hosts.NEW.memory=2 GiB"
    )
    #expect(reading.diagnostics.map(\.message) == [])
    let value = try #require(site)
    #expect(value.hosts.value.map(\.name.value) == ["A", "B", "NEW"])
    #expect(value.hosts.value.map(\.value.memory.value) == [1 << 30, 1 << 30, 2 << 30])
    #expect(
      value.mail.value.map(\.value.volume.value) == [Rate(5, per: .hour), Rate(2, per: .day)]
    )
    #expect(value.faults.value.map(\.value.kind.value) == [.stop("A"), .stop("C")])
    #expect(value.run.value.seed.value == 99)
  }

  @Test("a place in an override is in a text of its own")
  func places() throws {
    let (site, reading) = read(text.replacing("B.C", with: "B"), "mail.*.volume= 5")
    let place = try #require(reading.diagnostics.first?.place)
    #expect(reading.sources[Int(place.source)].file == "--set mail.*.volume")
    #expect(place.range == 1..<2)
    #expect(reading.diagnostics.count == 1)
    #expect(site?.mail.isSound == false)
    #expect(site?.hosts.isSound == true)
  }

  @Test(
    "an override that meets nothing says what is near",
    arguments: [
      ("hosts.AB.memory=1 GiB", "override-unmatched", "A"),
      ("mail.aut.volume=1/day", "override-unmatched", "out"),
      ("faults.3.stop=A", "override-unmatched", ""),
      ("title.x=1", "override-unmatched", ""),
      ("run.sed=1", "unknown-key", "seed"), ("rum.seed=1", "unknown-key", "run"),
      ("hosts..memory=1", "override-form", ""), ("hosts.\"A=1", "override-form", ""),
      ("hosts.A.memory=", "override-form", ""), ("hosts.A.memory=[", "yaml-bracket-unclosed", ""),
    ]
  )
  func mistakes(_ override: String, _ code: String, _ near: String) throws {
    let reading = Reading(
      overrides: [
        Override(override, origin: "--set")
          ?? Override(path: override, value: "1", origin: "--set")
      ]
    )
    _ = reading.read(
      SiteText.self,
      text: "title: a\n" + text.replacing("B.C", with: "B"),
      file: "site.yaml"
    )
    let diagnostic = try #require(reading.diagnostics.first)
    #expect(reading.diagnostics.count == 1)
    #expect(diagnostic.rule.code == code)
    #expect((diagnostic.notes + diagnostic.fixes).joined().contains(near))
  }

  @Test("what is there is named of the place at which the path leaves what there is")
  func candidates() {
    for (path, names) in [
      ("hosts.ZZZZ.memory", "`A` and `B`"), ("mail.zzzz.volume", "`out` and `in`"),
      ("faults.9.stop", "`1` and `2`"),
    ] {
      let (_, reading) = read(text.replacing("B.C", with: "B"), "\(path)=1")
      #expect(reading.diagnostics.map(\.rule.code) == ["override-unmatched"], "\(path)")
      #expect(reading.diagnostics.first?.notes == ["there is only \(names)"], "\(path)")
    }
  }

  @Test("a segment with a dot in it stands in quotes")
  func quoting() {
    let path = Override(path: "a.\"b.c d\".*.\"*\"", value: "1", origin: "")
    #expect(path.segments == [.name("a"), .name("b.c d"), .any, .name("*")])
    #expect(Override("a.\"b=c\".d=e=f", origin: "")?.value == "e=f")
    #expect(Override("a.b", origin: "") == nil)
  }
}
