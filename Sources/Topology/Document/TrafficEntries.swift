import Kernel
import Plan
import Schema

/// A flow of mail.
struct FlowEntry: Record {
  static let name = "flow"
  static let summary = "A flow of mail: from where, to where, how much, when."

  let from: Written<MailEndsText>
  let to: Written<MailEndsText>
  let volume: Written<Rate>
  let hours: Written<String>
  let size: Written<SizeEntry>?
  let recipients: Written<Int>
  let priority: Written<FlowPlan.Priority>
  let traits: Written<[Named<Share>]>

  init(_ keys: inout Keys) {
    from = keys.required(
      "from",
      .mailEnds,
      "Where it begins: a mail end, or several with their shares.",
      example: "HQ/SALES"
    )
    to = keys.required(
      "to",
      .mailEnds,
      "Where it goes: a mail end, or several with their shares.",
      example: "{ HQ/PLANT: 70%, HUB1: 30% }"
    )
    volume = keys.required(
      "volume",
      .rate(each: ["mailbox"]),
      "How many messages: in all, or for each mailbox where it begins.",
      example: "4000/day"
    )
    hours = keys.value("hours", .label, default: "always", "When: a profile of `hours`.")
    size = keys.optional(
      "size",
      .record(SizeEntry.self),
      "How large its messages are; without it 4 KiB and 60 KiB."
    )
    recipients = keys.value(
      "recipients",
      .whole.within(1...32_766),
      default: 1,
      "How many recipients a message has."
    )
    priority = keys.value(
      "priority",
      .vocabulary(FlowPlan.Priority.self),
      default: .normal,
      "Its priority."
    )
    traits = keys.value(
      "traits",
      .named(.label, of: .share),
      default: [],
      "What share of its messages has a trait that a defect asks for. Two of them mean something"
        + " without a defect too: "
        + MessageFlaw.allCases.map { "`\($0.rawValue)`: \($0.meaning)" }.joined(separator: " "),
      example: "{ binhex: 1% }"
    )
  }
}

/// How large messages are.
struct SizeEntry: Record {
  static let name = "size"
  static let summary = "How large messages are; the sizes are distributed lognormally."

  let median: Written<Int>
  let p95: Written<Int>

  init(_ keys: inout Keys) {
    let size = Shape<Int>.size.within(64...1 << 30)
    median = keys.required("median", size, "Half of them are smaller.", example: "6 KiB")
    p95 = keys.required("p95", size, "Of a hundred, 95 are smaller.", example: "80 KiB")
  }
}

/// People who read their mail by POP3.
struct PopulationEntry: Record {
  static let name = "population"
  static let summary = "People who read their mail by POP3."

  let server: Written<String>
  let users: Written<Int>
  let mechanism: Written<LogonMechanism>
  let check: Written<Interval>
  let hours: Written<String>
  let badPasswords: Written<Share>
  let retries: Written<Int>
  let retryAfter: Written<Interval>
  let session: Written<Interval>

  init(_ keys: inout Keys) {
    server = keys.required("server", .hostName, "Their Exchange server.", example: "HUB1")
    users = keys.required(
      "users",
      .whole.within(1...1_000_000),
      "How many they are.",
      example: "300"
    )
    mechanism = keys.value(
      "mechanism",
      .vocabulary(LogonMechanism.self),
      default: .basic,
      "How they log on."
    )
    check = keys.value(
      "check",
      .duration.within(.seconds(10) ... .days(7)),
      default: .minutes(10),
      source: .assumed,
      "How often each of them looks for mail."
    )
    hours = keys.value("hours", .label, default: "office", "When: a profile of `hours`.")
    badPasswords = keys.value(
      "bad-passwords",
      .share,
      default: Share(billionths: 10_000_000),
      source: .assumed,
      "What share of their logons has a wrong password."
    )
    retries = keys.value(
      "retries",
      .whole.within(0...100),
      default: 2,
      source: .assumed,
      "How often a failed logon is tried again."
    )
    retryAfter = keys.value(
      "retry-after",
      .duration.within(.seconds(1) ... .days(1)),
      default: .seconds(30),
      source: .assumed,
      "How long after a failed logon it is tried again."
    )
    session = keys.value(
      "session",
      .duration.within(.seconds(1) ... .hours(1)),
      default: .seconds(20),
      source: .assumed,
      "How long a session lasts."
    )
  }
}

/// A tool that an administrator runs again and again.
struct AdministratorEntry: Record {
  static let name = "administrator"
  static let summary = "A tool that an administrator runs again and again."

  let tool: Written<String>
  let runs: Written<CallerPlace>
  let against: Written<[Written<String>]>
  let every: Written<Interval>
  let hours: Written<String>

  init(_ keys: inout Keys) {
    tool = keys.required(
      "tool",
      .label,
      "The tool by its name; a defect may ask for it, as Q192265 does for srvinfo.",
      example: "srvinfo"
    )
    runs = keys.value(
      "runs",
      .vocabulary(CallerPlace.self),
      default: .remotely,
      "Whether it runs on another computer or on the one it looks at."
    )
    against = keys.required(
      "against",
      .list(of: .hostPattern, atLeast: 1),
      "The hosts it looks at.",
      example: "[HUB1]"
    )
    every = keys.required(
      "every",
      .duration.within(.seconds(1) ... .days(31)),
      "How often it is run.",
      example: "15m"
    )
    hours = keys.value("hours", .label, default: "always", "When: a profile of `hours`.")
  }
}

/// Something of the user's own that happens on a host.
struct ActivityEntry: Record {
  static let name = "activity"
  static let summary = "Something that happens on a host besides mail, for defects of your own."

  let host: Written<String>
  let process: Written<String>
  let rate: Written<Rate>
  let hours: Written<String>
  let traits: Written<[Named<Share>]>

  init(_ keys: inout Keys) {
    host = keys.required("host", .hostName, "The host it happens on.", example: "HUB1")
    process = keys.required(
      "process",
      .imageName,
      "The process; one that is not there otherwise runs without a service.",
      example: "mad.exe"
    )
    rate = keys.required("rate", .rate, "How often it happens.", example: "1/day")
    hours = keys.value("hours", .label, default: "always", "When: a profile of `hours`.")
    traits = keys.value(
      "traits",
      .named(.label, of: .share),
      default: [],
      "What share of them has a trait that a defect asks for.",
      example: "{ relocated: 100% }"
    )
  }
}
