import Kernel
import Plan
import Schema

/// What sets a defect off: `{ event: pop3.logon, when: { mechanism: ntlm, outcome: failed } }`.
struct TriggerText: Record {
  static let name = "trigger"
  static let summary = "What sets a defect off once its gate is open."

  /// What happens.
  enum Cause: Hashable, Sendable {
    case event(EventKind)
    case decision(DecisionKind)
    case level(Written<String>)
    case uptime(Sourced<Interval>)
    case every(Sourced<Interval>)
  }

  let cause: Written<Cause>
  let when: Written<[Named<String>]>
  let scope: Written<ScopeText>?
  let above: Written<Sourced<LevelText>>?
  let likelihood: Written<Sourced<Share>>?
  let times: Written<Sourced<Int>>?

  init(_ keys: inout Keys) {
    let duration = SourcedText<DurationContent>.shape
    cause = keys.oneOf([
      Alternative("event", .vocabulary, "Something happens.") { .event($0.value) },
      Alternative("decision", .vocabulary, "Something is decided.") { .decision($0.value) },
      Alternative("level", .resource, "What is held of a resource, or of a pool, rises.") {
        .level($0)
      },
      Alternative("uptime", duration, "A process or a host has run for so long.") {
        .uptime($0.value)
      },
      Alternative("every", duration, "Time passes.") { .every($0.value) },
    ])
    when = keys.value(
      "when",
      .named(.attributeName, of: .line),
      default: [],
      "What must hold of the event or the decision; at most eight attributes.",
      example: "{ mechanism: ntlm, outcome: failed }",
      defaultText: "each time"
    )
    scope = keys.optional(
      "of",
      .scope,
      "Beside `level` and `uptime`: whose."
    )
    above = keys.optional(
      "above",
      SourcedText<LevelContent>.shape,
      "Beside `level`: how much must be held, or how much of what the limit allows."
    )
    likelihood = keys.optional(
      "probability",
      SourcedText<LikelihoodContent>.shape,
      "How likely it then is; certain where this is not written."
    )
    times = keys.optional(
      "after",
      SourcedText<TimesContent>.shape,
      "How often it must happen; the first time where this is not written."
    )
  }
}

/// A process, or the host.
enum ScopeText: Hashable, Sendable {
  case process(ProcessReference)
  case host

  /// As a defect refers to it.
  var reference: ProcessOrHost {
    switch self {
    case .process(let process): .process(process)
    case .host: .host
    }
  }
}

extension Shape where Value == ProcessReference {
  /// A role in what happens, or a file that is loaded.
  static var process: Shape {
    .scalar(
      ProcessWords.form("process", noun: "a process", others: []),
      placeholder: .process,
      write: { ProcessWords.text($0) },
      parse: { text throws(Complaint) in try ProcessWords.parse(text, others: []) }
    )
  }
}

extension Shape where Value == ScopeText {
  /// A process as a defect names it, or the host.
  static var scope: Shape {
    .scalar(
      ProcessWords.form("process or host", noun: "a process or `host`", others: ["host"]),
      placeholder: .host,
      write: { scope in
        switch scope {
        case .process(let process): ProcessWords.text(process)
        case .host: "host"
        }
      },
      parse: { text throws(Complaint) in
        text == "host" ? .host : .process(try ProcessWords.parse(text, others: ["host"]))
      }
    )
  }
}

/// How processes are named.
enum ProcessWords {
  private static let roles = ProcessReference.words.map(\.word)

  /// The word for a process.
  static func text(_ process: ProcessReference) -> String {
    if case .image(let file) = process { return file }
    return ProcessReference.words.first { $0.reference == process }?.word ?? ""
  }

  static func form(_ name: String, noun: String, others: [String]) -> ScalarForm {
    let words = roles + others
    return ScalarForm(
      name,
      noun: noun,
      "A role (\(words.joined(separator: ", "))) or the file of a program.",
      pattern: "^(?:\(words.joined(separator: "|"))|\(FileName.pattern))$",
      examples: ["process", "store.exe"]
    )
  }

  static func parse(_ text: String, others: [String]) throws(Complaint) -> ProcessReference {
    if let known = ProcessReference.words.first(where: { $0.word == text }) {
      return known.reference
    }
    if FileName.isValid(text) { return .image(text) }
    throw .unknownWord(text, among: roles + others + Program.all.map(\.image))
  }
}
