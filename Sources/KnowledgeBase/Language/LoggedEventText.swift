import Plan
import Schema

/// An event of a host's log: `{ source: MSExchangeMTA, id: 9156 }`.
struct LoggedEventText: Record {
  static let name = "logged-event"
  static let summary = "An event of a host's event log."

  let source: String
  let id: Int

  init(_ keys: inout Keys) {
    source = keys.required("source", .line, "Who logs it.", example: "MSExchangeMTA").value
    id = keys.required("id", .whole.within(0...65_535), "Its number.", example: "9156").value
  }
}

extension Shape where Value == CounterPath {
  /// The path of a counter without a host.
  static var counter: Shape {
    .scalar(
      ScalarForm(
        "counter",
        noun: "the path of a counter",
        "Object, instance in parentheses where the object has some, backslash and counter.",
        pattern: "^[^\\\\()]+(?:\\([^\\\\]+\\))?\\\\[^\\\\]+$",
        examples: ["Process(store)\\Handle Count"]
      ),
      placeholder: CounterPath(host: nil, object: "Memory", instance: nil, counter: "Pages/sec"),
      write: \.description,
      parse: { text throws(Complaint) in try CounterText.parse(text) }
    )
  }
}

/// How counters are found, and what is said where there is none.
enum CounterText {
  /// The counter of a path, as it is spelled in the catalogue.
  static func parse(_ text: String) throws(Complaint) -> CounterPath {
    guard let path = CounterPath(text) else {
      throw Complaint(
        .wrongForm,
        "`\(text)` is no path of a counter.",
        notes: ["a path is written `Process(store)\\Handle Count`"]
      )
    }
    if let host = path.host {
      throw Complaint(
        .wrongForm,
        "A defect does not know hosts, and here stands `\(host)`.",
        label: "leave the host out",
        fixes: [String(path.description.dropFirst(host.count + 1))]
      )
    }
    guard let object = CounterObject.named(path.object) else {
      throw unknown(path, path.object, "object", among: CounterObject.all.map(\.name)) {
        CounterPath(host: nil, object: $0, instance: path.instance, counter: path.counter)
      }
    }
    guard let found = CounterObject.find(path) else {
      throw unknown(path, path.counter, "counter", among: object.counters.map(\.name)) {
        CounterPath(host: nil, object: object.name, instance: path.instance, counter: $0)
      }
    }
    let isRight = (object.instances == .none) == (path.instance == nil)
    let exact = CounterPath(
      host: nil,
      object: object.name,
      instance: object.instances == .none ? nil : path.instance ?? "*",
      counter: found.counter.name
    )
    if isRight { return exact }
    throw Complaint(
      .wrongForm,
      object.instances == .none
        ? "`\(object.name)` has no instances."
        : "`\(object.name)` has instances, and none is named.",
      fixes: [exact.description]
    )
  }

  private static func unknown(
    _ path: CounterPath,
    _ name: String,
    _ noun: String,
    among names: [String],
    _ corrected: (String) -> CounterPath
  ) -> Complaint {
    let complaint = Complaint.unknownWord(name, among: names)
    return Complaint(
      .unknownCounter,
      noun == "object"
        ? "There is no object `\(name)` of counters."
        : "`\(path.object)` has no counter `\(name)`.",
      label: complaint.label,
      fixes: complaint.fixes.map { corrected($0).description },
      notes: complaint.notes.map { $0.replacing("the words are", with: "the \(noun)s are") }
    )
  }
}
