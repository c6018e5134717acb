import Kernel
import KnowledgeBase
import Plan
import Schema

/// A post office of MS Mail, or a group of them.
struct PostOfficeEntry: Record {
  static let name = "post office"
  static let summary = "A post office of MS Mail, or a group of post offices that are alike."

  let mailboxes: Written<Int>
  let host: Written<String>?
  let disk: Written<String>?
  let routes: Written<[Named<RouteText>]>
  let hasPostmaster: Written<Bool>
  let hopLimit: Written<Int>
  let compression: Written<Interval>
  let count: Written<Int>?

  init(_ keys: inout Keys) {
    mailboxes = keys.required(
      "mailboxes",
      .whole.within(1...10_000),
      "How many mailboxes it has.",
      example: "200"
    )
    host = keys.optional(
      "host",
      .hostName,
      "The host its share lies on; without it a file server that never fails.",
      example: "FILE1"
    )
    disk = keys.optional("disk", .diskLetter, "The disk of that host; without it the first.")
    routes = keys.required(
      "routes",
      .named(.routeTarget, of: .route),
      "How it reaches other post offices: `direct`, or `via` one that is direct; `others` means all"
        + " that are not named.",
      example: "{ HQ/SHADOW: direct, others: via HQ/SHADOW }"
    )
    hasPostmaster = keys.value(
      "postmaster",
      .flag,
      default: true,
      "Whether it has a mailbox for its postmaster (Q175447)."
    )
    hopLimit = keys.value(
      "hop-limit",
      .whole.within(1...255),
      default: 10,
      source: .article("Q244485"),
      "How many post offices a message may pass."
    )
    compression = keys.value(
      "compression",
      .duration.within(.hours(1) ... .days(366)),
      default: .days(1),
      source: .assumed,
      "How often deleted records are compressed away."
    )
    count = keys.optional(
      "count",
      .whole.within(1...100_000),
      "How many such post offices there are; the name then holds one # for each digit.",
      example: "30"
    )
  }
}

/// An instance of External.exe.
struct ExternalEntry: Record {
  static let name = "external"
  static let summary = "An instance of External.exe, which moves mail between post offices."

  let host: Written<String>
  let version: Written<FileVersion>
  let serves: Written<[Written<String>]>
  let link: Written<MoverPlan.Link>
  let does: Written<ExternalRoles>
  let cycle: Written<Interval>
  let update: Written<Interval>
  let retries: Written<Int>
  let batch: Written<Int>
  let diskFull: Written<Int>
  let diskNotFull: Written<Int>?

  init(_ keys: inout Keys) {
    host = keys.required("host", .hostName, "The host it runs on.", example: "MTA1")
    version = keys.value(
      "version",
      .fileVersion,
      default: FileVersion("3.5.30")!,
      source: .documented,
      "The version of External.exe."
    )
    serves = keys.required(
      "serves",
      .list(of: .postOfficePattern, atLeast: 1),
      "The post offices it serves; # stands for each of a group.",
      example: "[HQ/SALES, BR/PO###]"
    )
    link = keys.value(
      "link",
      .vocabulary(MoverPlan.Link.self),
      default: .lan,
      "What connects it to its post offices."
    )
    does = keys.value(
      "does",
      .vocabulary(ExternalRoles.self),
      default: .both,
      "Whether it moves mail between post offices, puts it into mailboxes, or both."
    )
    cycle = keys.value(
      "cycle",
      .duration.within(.seconds(10) ... .days(1)),
      default: .minutes(5),
      source: .article("Q119884"),
      "How often it looks for mail."
    )
    update = keys.value(
      "update",
      .duration.within(.zero ... .days(7)),
      default: .minutes(5),
      source: .article("Q119884"),
      "How often it looks at a post office in error again; 0s for never."
    )
    retries = keys.value(
      "retries",
      .whole.within(0...1_000),
      default: 3,
      source: .article("Q119884"),
      "How often a message is tried before it is returned."
    )
    batch = keys.value(
      "batch",
      .whole.within(5...1_000),
      default: 50,
      source: .article("Q199800"),
      "How many messages it sets aside in one cycle."
    )
    diskFull = keys.value(
      "disk-full",
      .size,
      default: 100 << 10,
      source: .article("Q111558"),
      "Below what free space it holds mail back."
    )
    diskNotFull = keys.optional(
      "disk-not-full",
      .size,
      "Above what free space it goes on; without it twice `disk-full`."
    )
  }
}
