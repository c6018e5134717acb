import Kernel
import Plan
import Schema

/// How a defect shows: `{ counter: 'Process(services)\Handle Count', is: rising }`.
struct SignText: Record {
  static let name = "sign"
  static let summary = "How a defect shows to an administrator."

  /// What is looked at.
  enum Subject: Sendable {
    case counter(CounterPath)
    case event(LoggedEventText)
    case connections
    case service(Written<String>)
    case hang(Written<ScopeText>)
  }

  let subject: Written<Subject>
  let state: Written<SignState>?
  let age: Written<Interval>?

  init(_ keys: inout Keys) {
    subject = keys.oneOf([
      Alternative("counter", .counter, "A counter moves.") { .counter($0.value) },
      Alternative("event", .record(LoggedEventText.self), "An event stands in the log.") {
        .event($0.value)
      },
      Alternative("connections", Shape<ConnectionState>.vocabulary, "Connections stay open.") {
        _ in .connections
      },
      Alternative("service", .name, "A service is in a state.", example: "MSExchangeIMC") {
        .service($0)
      },
      Alternative("hang", .scope, "A process, or the host, does nothing any more.") {
        .hang($0)
      },
    ])
    state = keys.optional("is", .vocabulary, "Beside `counter` and `service`: how it is then.")
    age = keys.optional(
      "for-longer-than",
      .duration.within(Interval.milliseconds(1)...),
      "Beside `connections`: how long they have been so.",
      example: "10m"
    )
  }
}

/// How something is that is looked at.
enum SignState: String, VocabularyWord {
  case rising
  case level
  case falling
  case stopped

  var meaning: String { trend?.meaning ?? "The service has stopped by itself." }

  /// How a counter moves; nil where it is a service that is meant.
  var trend: Trend? { Trend(rawValue: rawValue) }
}

/// A state of connections.
enum ConnectionState: String, VocabularyWord {
  case established

  var meaning: String { "Open on both sides." }
}

/// What frees what a defect took: `{ stop: MSExchangeIS, source: text }`.
struct RemedyText: Record {
  static let name = "remedy"
  static let summary = "What frees what a defect took."

  /// What is done.
  enum Subject: Sendable {
    case stop(Written<String>)
    case restart(Written<String>)
    case reboot
    case removeItem
  }

  let subject: Written<Subject>
  let source: Written<Provenance>

  init(_ keys: inout Keys) {
    subject = keys.oneOf([
      Alternative("stop", .name, "A stop of this service.", example: "MSExchangeIS") {
        .stop($0)
      },
      Alternative("restart", .fileName, "A restart of the program with this file.") {
        .restart($0)
      },
      Alternative("reboot", Shape<OnlyHost>.vocabulary, "A restart of the host.") { _ in .reboot },
      Alternative("remove", Shape<OnlyItem>.vocabulary, "Removing what caused it.") { _ in
        .removeItem
      },
    ])
    source = keys.source()
  }
}

/// The only thing that can be booted.
enum OnlyHost: String, VocabularyWord {
  case host

  var meaning: String { "The host on which it happens." }
}

/// The only thing that can be removed.
enum OnlyItem: String, VocabularyWord {
  case item

  var meaning: String { "The message, file or queue entry that caused it." }
}

/// What corrects a defect: `{ release: Exchange 5.5 SP4 }`.
struct FixText: Record {
  static let name = "fix"
  static let summary = "What corrects a defect."

  /// What is installed.
  enum Subject: Sendable {
    case release(ReleaseName)
    case hotfix(String)
    case file(String)
  }

  let subject: Written<Subject>
  let version: Written<FileVersion>?

  init(_ keys: inout Keys) {
    subject = keys.oneOf([
      Alternative("release", .releaseName, "A release that has it corrected.") {
        .release($0.value)
      },
      Alternative("hotfix", .articleID, "A hotfix.", example: "Q269183") { .hotfix($0.value) },
      Alternative("file", .fileName, "A file of at least the version beside it.") {
        .file($0.value)
      },
    ])
    version = keys.optional("version", .fileVersion, "Beside `file`: the first version with it.")
  }
}
