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
      Alternative("level", .name, "What is held of a resource, or of a pool, rises.") {
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
  static var process: Shape { ProcessWords.shape(and: nil, placeholder: .process) { $0 } }
}

extension Shape where Value == ScopeText {
  /// A process as a defect names it, or the host.
  static var scope: Shape {
    ProcessWords.shape(and: .host, placeholder: .host) { .process($0) }
  }
}

/// How processes are named.
enum ProcessWords {
  /// The word for a process.
  static func text(_ process: ProcessReference) -> String {
    if case .image(let file) = process { return file }
    return ProcessReference.words.first { $0.reference == process }?.word ?? ""
  }

  fileprivate static func shape<Value: Hashable & Sendable>(
    and host: Value?,
    placeholder: Value,
    _ make: @escaping @Sendable (ProcessReference) -> Value
  ) -> Shape<Value> {
    let words = ProcessReference.words.map(\.word) + (host == nil ? [] : ["host"])
    return .scalar(
      ScalarForm(
        host == nil ? "process" : "process or host",
        noun: host == nil ? "a process" : "a process or `host`",
        "A role (\(words.joined(separator: ", "))) or the file of a program.",
        pattern: "^(?:\(words.joined(separator: "|"))|[a-z0-9_-]{1,40}\\.(?:exe|dll|sys))$",
        examples: ["process", "store.exe"]
      ),
      placeholder: placeholder,
      write: { value in
        if value == host { return "host" }
        let known = ProcessReference.words.first { make($0.reference) == value }
        return known?.word
          ?? Program.all.first { make(.image($0.image)) == value }?.image ?? "process"
      },
      parse: { text throws(Complaint) in
        if text == "host", let host { return host }
        if let known = ProcessReference.words.first(where: { $0.word == text }) {
          return make(known.reference)
        }
        if FileName.isValid(text) { return make(.image(text)) }
        throw .unknownWord(text, among: words + Program.all.map(\.image))
      }
    )
  }
}
