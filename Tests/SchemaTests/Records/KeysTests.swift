import Kernel
import Schema
import Testing

private struct DiskText: Record {
  static let name = "disk"
  static let summary = "A disk."
  let size: Written<Int>
  init(_ keys: inout Keys) {
    size = keys.required("size", .size, "How much it holds.")
  }
}

private enum Machine: String, Word {
  case small, large
  var meaning: String { "A \(rawValue) machine." }
}

private enum Effect: Sendable {
  case leak(Int)
  case stop(String)
}

private struct HostText: Record {
  static let name = "host"
  static let summary = "A computer."
  let kind: Written<Machine>
  let memory: Written<Int>
  let poll: Written<Interval>
  let disks: Written<[Named<DiskText>]>
  let effect: Written<Effect>?
  init(_ keys: inout Keys) {
    kind = keys.required("kind", .word, "Its kind.", example: "small")
    memory = keys.value(
      "memory",
      .size.within(16 << 20...64 << 30),
      default: 256 << 20,
      source: .assumed,
      "Physical memory."
    )
    poll = keys.value("poll", .duration, default: .minutes(5), "How often it looks.")
    disks = keys.value("disks", .named(.line, of: .record(DiskText.self)), default: [], "Disks.")
    effect = keys.atMostOneOf([
      .init("leak", .size, "It leaks.") { .leak($0.value) },
      .init("stop", .line, "It stops.") { .stop($0.value) },
    ])
  }
}

private struct SiteText: Record {
  static let name = "site"
  static let summary = "A site."
  let hosts: Written<[Named<HostText>]>
  init(_ keys: inout Keys) {
    hosts = keys.value("hosts", .named(.line, of: .record(HostText.self)), default: [], "Hosts.")
  }
}

@Suite("Keys")
struct KeysTests {
  @Test("a record is decoded with its defaults")
  func decoding() throws {
    let reading = Reading()
    let site = reading.read(
      SiteText.self,
      text: "hosts: { A: { kind: small, poll: 90s, disks: { C: { size: 2 GiB } }, leak: 1 KiB } }",
      file: "site.yaml"
    )
    #expect(reading.diagnostics.map(\.message) == [])
    let host = try #require(site?.hosts.value.first)
    #expect(host.name.value == "A")
    #expect(host.value.memory.value == 256 << 20)
    #expect(host.value.memory.isDefault)
    #expect(host.value.poll.value == .seconds(90))
    #expect(host.value.disks.value[0].value.size.value == 2 << 30)
  }

  @Test("unknown and missing keys are reported with what is near")
  func mistakes() {
    let reading = Reading()
    let text = "hosts: { A: { memroy: 512, memory: 5, kind: smal, leak: 1 B, stop: x } , B: {} }"
    _ = reading.read(SiteText.self, text: text, file: "site.yaml")
    let codes = reading.diagnostics.map(\.rule.code)
    #expect(
      codes == ["unknown-key", "unit-missing", "unknown-word", "conflicting-keys", "missing-key"]
    )
    #expect(
      reading.diagnostics.map(\.fixes).prefix(3) == [["memory"], ["5 MiB", "5 KiB"], ["small"]]
    )
  }

  @Test("an override replaces, adds and is reported where it meets nothing")
  func overrides() {
    let reading = Reading(overrides: [
      Override("hosts.*.memory=1 GiB", origin: "--set")!,
      Override("hosts.B.memory=1 GiB", origin: "--set")!,
    ])
    let site = reading.read(
      SiteText.self,
      text: "hosts: { A: { kind: small } }",
      file: "site.yaml"
    )
    #expect(site?.hosts.value[0].value.memory.value == 1 << 30)
    #expect(reading.diagnostics.map(\.rule.code) == ["override-unmatched"])
  }
}
