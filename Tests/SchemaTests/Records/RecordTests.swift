import Kernel
import Testing
import YAML

@testable import Schema

@Suite("Records")
struct RecordTests {
  @Test("a whole document is decoded")
  func decoding() throws {
    let (site, reading) = read(
      """
      title: A firm
      run: { seed: 7, duration: 2w, start: 5 Mar 1998, quiet: true }
      hosts:
        HUB1: { kind: large, memory: 1.5 GiB, serves: [HUB2, HUB3], restart: never }
        HUB2: { kind: small, restart: 7d }
      mail:
        out: { volume: 20/mailbox/day, to: { HUB1: 70%, HUB2: 30% }, hours: 8 am to 6 pm, size: 6 KiB }
        back: { volume: 5/minute, size: { median: 1 KiB }, weight: 1.5 }
      faults:
        - { at: 30h, stop: HUB1 }
        - { at: 5 Mar 1998 10 am, slow: 50%, each: noon }
      """
    )
    #expect(reading.diagnostics.map(\.message) == [])
    let value = try #require(site)
    #expect(value.run.value.seed.value == 7)
    #expect(value.run.value.start.value.weekday == .thursday)
    #expect(value.hosts.value.map(\.name.value) == ["HUB1", "HUB2"])
    #expect(value.hosts.value[0].value.serves.value.map(\.value) == ["HUB2", "HUB3"])
    #expect(value.hosts.value[1].value.restart.value == .days(7))
    #expect(
      value.mail.value[0].value.to.value.map(\.value.billionths) == [700_000_000, 300_000_000]
    )
    #expect(value.mail.value[1].value.size.value.median.value == 1_024)
    #expect(
      value.faults.value.map(\.value.kind.value) == [.stop("HUB1"), .slow(Share(percent: 50))]
    )
    #expect(value.faults.value[1].value.each?.value == TimeOfDay(minutes: 720))
  }

  @Test("what is not written has its default, and a place on the key around it")
  func defaults() throws {
    let (site, _) = read("hosts:\n  HUB1: { kind: small }")
    let host = try #require(site?.hosts.value.first?.value)
    #expect(host.memory.value == 256 << 20)
    #expect(host.memory.isDefault && host.memory.isSound)
    #expect(host.memory.place.range == 9..<13)
    #expect(site?.run.isDefault == true)
    #expect(site?.run.value.duration.value == .days(5))
    #expect(site?.run.value.duration.place.range == 0..<0)
  }

  @Test("a place is that of a scalar's text, and of a collection the key")
  func places() throws {
    let text = "hosts:\n  HUB1:\n    kind: small\n    memory: '32 MiB'\n    serves: [A,  B2]"
    let (site, reading) = read(text)
    let host = try #require(site?.hosts.value.first)
    func piece(_ place: Place) -> String {
      String(decoding: reading.sources[0].bytes[place.range], as: UTF8.self)
    }
    #expect(piece(host.name.place) == "HUB1")
    #expect(piece(host.place) == "HUB1")
    #expect(piece(host.value.kind.place) == "small")
    #expect(piece(host.value.memory.place) == "'32 MiB'")
    #expect(piece(host.value.serves.place) == "serves")
    #expect(host.value.serves.value.map { piece($0.place) } == ["A", "B2"])
  }

  @Test("an error makes unsound what it is in, and nothing else")
  func soundness() throws {
    let (site, _) = read(
      "hosts: { HUB1: { kind: small, memory: 5 }, HUB2: { kind: small } }\nrun: { seed: 1 }"
    )
    let value = try #require(site)
    #expect(!value.hosts.isSound)
    #expect(!value.hosts.value[0].value.memory.isSound)
    #expect(value.hosts.value[0].value.kind.isSound)
    #expect(value.hosts.value[1].value.memory.isSound)
    #expect(value.run.isSound)
  }

  @Test("a record says the same of its keys whether it describes or decodes")
  func modes() {
    for form in SchemaIndex(SiteText.self).records {
      let names = form.keys.map(\.name)
      #expect(Set(names).count == names.count)
      #expect(asked(by: form.name) == names, "\(form.name)")
    }
  }

  /// The keys that a record asks for where it decodes an empty mapping.
  private func asked(by name: String) -> [String] {
    let types: [any Record.Type] = [
      SiteText.self, RunText.self, HostText.self, FlowText.self, SizeText.self, FaultText.self,
    ]
    let type = types.first { $0.name == name }!
    let reading = Reading()
    var keys = Keys(absentIn: reading)
    keys.asked = []
    _ = type.init(&keys)
    return keys.asked ?? []
  }
}
