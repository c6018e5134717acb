import KnowledgeBase
import Plan
import Schema

/// A computer.
struct HostEntry: Record {
  static let name = "host"
  static let summary = "A computer: its system, its memory, its disks, what is installed on it."

  let system: Written<OperatingSystem>
  let hotfixes: Written<[Written<String>]>
  let processors: Written<Int>
  let platform: Written<Platform>
  let memory: Written<Int>
  let pagefile: Written<Int>?
  let disks: Written<[Named<DiskEntry>]>
  let installed: Written<[Written<String>]>
  let files: Written<[Named<FileVersion>]>
  let count: Written<Int>?

  init(_ keys: inout Keys) {
    system = keys.required(
      "os",
      .operatingSystem(),
      "Its operating system with edition and service pack.",
      example: "NT 4.0 Server SP4"
    )
    hotfixes = keys.value(
      "hotfixes",
      .list(of: .hotfixID),
      default: [],
      "Hotfixes of the operating system, by the articles that carry them."
    )
    processors = keys.value(
      "processors",
      .whole.within(1...32),
      default: 1,
      "How many processors it has."
    )
    platform = keys.value(
      "platform",
      .vocabulary(Platform.self),
      default: .x86,
      "What kind of processors it has."
    )
    memory = keys.value(
      "memory",
      .size.within(16 << 20...4 << 30),
      default: 128 << 20,
      source: .assumed,
      "Its physical memory."
    )
    pagefile = keys.optional(
      "pagefile",
      .size.within(2 << 20...4_095 << 20),
      "Its page file, at most 4,095 MiB (Q197776); without it the memory and 12 MiB.",
      example: "384 MiB"
    )
    disks = keys.value(
      "disks",
      .named(.diskLetter, of: .record(DiskEntry.self)),
      default: [],
      "Its disks by their letters; without any, a C of 4 GiB with 3 GiB free."
    )
    installed = keys.value(
      "installed",
      .list(of: .componentName),
      default: [],
      "What else is installed. SMTPSVC, SNMP and WINS run as services; any other name counts for defects"
        + " that ask for it.",
      example: "[SMTPSVC]"
    )
    files = keys.value(
      "files",
      .named(.fileName, of: .fileVersion),
      default: [],
      "Versions of further files, for gates of defects that ask for them.",
      example: "{ inetmib1.dll: 4.0.1381.4 }"
    )
    count = keys.optional(
      "count",
      .whole.within(1...10_000),
      "How many such computers there are; the name then holds one # for each digit.",
      example: "40"
    )
  }
}

/// A disk.
struct DiskEntry: Record {
  static let name = "disk"
  static let summary = "A disk."

  let size: Written<Int>
  let free: Written<Int>?

  init(_ keys: inout Keys) {
    size = keys.required("size", .size.within(1 << 20...1 << 40), "Its size.", example: "4 GiB")
    free = keys.optional(
      "free",
      .size,
      "What is free when the run starts; without it three quarters."
    )
  }
}
