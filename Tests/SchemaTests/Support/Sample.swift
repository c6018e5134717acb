import Kernel
import YAML

@testable import Schema

/// A small language with every shape in it.
struct SiteText: Record {
  static let name = "site"
  static let summary = "A site."
  let title: Written<String>
  let run: Written<RunText>
  let hosts: Written<[Named<HostText>]>
  let mail: Written<[Named<FlowText>]>
  let faults: Written<[Written<FaultText>]>

  init(_ keys: inout Keys) {
    title = keys.value("title", .text, default: "untitled", "What it is called.")
    run = keys.section("run", RunText.self, "How long it runs.")
    hosts = keys.required(
      "hosts",
      .named(.hostName, of: .record(HostText.self)),
      "The computers.",
      example: "{ HUB1: { kind: small } }"
    )
    mail = keys.value("mail", .named(.line, of: .record(FlowText.self)), default: [], "The mail.")
    faults = keys.value("faults", .list(of: .record(FaultText.self)), default: [], "What breaks.")
  }
}

struct RunText: Record {
  static let name = "run"
  static let summary = "A run."
  let seed: Written<Int>
  let duration: Written<Interval>
  let start: Written<CivilDate>
  let isQuiet: Written<Bool>

  init(_ keys: inout Keys) {
    seed = keys.value("seed", .whole, default: 1, "Which chance.")
    duration = keys.value("duration", .duration, default: .days(5), "How long.")
    start = keys.value(
      "start",
      .date,
      default: CivilDate(year: 1998, month: 3, day: 2)!,
      source: .assumed,
      "The first day."
    )
    isQuiet = keys.value("quiet", .flag, default: false, "Whether it says nothing.")
  }
}

enum MachineKind: String, Word {
  case small, large
  var meaning: String { self == .small ? "One processor." : "Four processors." }
}

struct HostText: Record {
  static let name = "host"
  static let summary = "A computer."
  let kind: Written<MachineKind>
  let memory: Written<Int>
  let serves: Written<[Written<String>]>
  let restart: Written<Interval?>

  init(_ keys: inout Keys) {
    kind = keys.required("kind", .word, "Its kind.", example: "small")
    memory = keys.value(
      "memory",
      .size.within(16 << 20...64 << 30),
      default: 256 << 20,
      source: .assumed,
      "Physical memory."
    )
    serves = keys.value("serves", .list(of: .hostName, atLeast: 1), default: [], "Whom it serves.")
    restart = keys.value(
      "restart",
      Shape.duration.map(back: { $0 ?? .zero }) { $0 }.or("never", means: nil, "It is left alone."),
      default: nil,
      "How often it is restarted."
    )
  }
}

struct FlowText: Record {
  static let name = "flow"
  static let summary = "Mail from somewhere to somewhere."
  let volume: Written<Rate>
  let to: Written<[Named<Share>]>
  let hours: Written<TimeRange>?
  let size: Written<SizeText>
  let weight: Written<Double>

  init(_ keys: inout Keys) {
    volume = keys.required("volume", .rate(each: ["mailbox", "user"]), "How much.")
    to = keys.value("to", .named(.hostName, of: .share), default: [], "Where it goes.")
    hours = keys.optional("hours", .timeRange, "When it is sent.")
    size = keys.value(
      "size",
      .either(
        Shape.size.map(back: \.median.value) { SizeText(median: $0) },
        .record(SizeText.self)
      ),
      default: SizeText(median: 6 << 10),
      "How large a message is.",
      defaultText: "6 KiB"
    )
    weight = keys.value("weight", .number.within(0.5...2), default: 1, "Its weight.")
  }
}

struct SizeText: Record {
  static let name = "message-size"
  static let summary = "How large messages are."
  let median: Written<Int>

  init(_ keys: inout Keys) { median = keys.required("median", .size, "Half are smaller.") }

  init(median: Int) { self.median = Written(median, at: Place(source: 0, 0..<0)) }
}

struct FaultText: Record {
  enum Kind: Hashable { case stop(String), slow(Share) }

  static let name = "fault"
  static let summary = "Something that breaks."
  let at: Written<Moment>
  let kind: Written<Kind>
  let each: Written<TimeOfDay>?

  init(_ keys: inout Keys) {
    at = keys.value("at", .moment, default: .afterStart(.zero), "When.")
    kind = keys.oneOf([
      .init("stop", .hostName, "It stops.") { .stop($0.value) },
      .init("slow", .share, "It is slowed down by so much.") { .slow($0.value) },
    ])
    each = keys.optional("each", .timeOfDay, "Every day at this time.")
  }
}

extension Shape where Value == String {
  static var hostName: Shape {
    .scalar(
      ScalarForm(
        "host name",
        noun: "the name of a host",
        "Capital letters and digits.",
        pattern: "^[A-Z0-9]{1,15}$",
        examples: ["HUB1"]
      ),
      placeholder: "A",
      write: \.self
    ) { text throws(Complaint) in
      let isName = text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
      if isName, (1...15).contains(text.utf8.count) { return text }
      throw Complaint(.wrongForm, "`\(text)` is no name of a host.", fixes: [text.uppercased()])
    }
  }
}

/// The reading of a text as a site.
func read(_ text: String, _ overrides: String...) -> (site: SiteText?, reading: Reading) {
  let reading = Reading(overrides: overrides.map { Override($0, origin: "--set")! })
  return (reading.read(SiteText.self, text: text, file: "site.yaml"), reading)
}

/// What a shape makes of a text that stands alone.
func parsed<Value>(
  _ shape: Shape<Value>,
  _ text: String
) -> (value: Value?, diagnostics: [Diagnostic]) {
  let reading = Reading()
  var quoted = "\""
  for scalar in text.unicodeScalars {
    quoted +=
      scalar == "\n" ? "\\n" : scalar == "\"" || scalar == "\\" ? "\\\(scalar)" : "\(scalar)"
  }
  quoted += "\""
  let node = reading.document(Array(quoted.utf8), file: "text", limits: YAMLLimits())
  return (node.flatMap { shape.read($0, reading) }, reading.diagnostics)
}
