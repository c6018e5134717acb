import Command
import Kernel
import Plan
import Record
import Report
import Simulation
import Text

/// How steps are printed.
enum TraceFormat: String, CaseIterable, Sendable {
  case text
  case jsonl
}

private let file = Parameter<String>.file("FILE", "A topology; - reads standard input.")
private let message = Parameter<String?>.text(
  "message",
  "FLOW/NUMBER",
  "One message, such as sales-out/17; or FLOW alone, all of a flow."
)
private let host = Parameter<String?>.text("host", "NAME", "Only what happens on this host.")
private let from = Parameter<String?>.text("from", "T", "From this moment on: 5h20m.")
private let until = Parameter<String?>.text("until", "T", "Up to this moment.")
private let format = Parameter<TraceFormat>.choice(
  "format",
  default: .text,
  "How steps are printed; jsonl is a JSON value a line."
)

/// `mailroom trace`: says where messages go, step by step, as it happens.
let traceCommand = CommandDeclaration(
  name: "trace",
  summary: "follow messages, step by step",
  examples: [
    .init("mailroom trace site.yaml --message sales-out/17", "where is my message?"),
    .init("mailroom trace site.yaml --host HUB1 --from 8h --until 8h5m", "five minutes of a host"),
    .init("mailroom trace site.yaml --format jsonl | head", "for programs"),
  ],
  parameters: [
    file.declaration, message.declaration, host.declaration, from.declaration, until.declaration,
    format.declaration, RunChoice.seed.declaration, RunChoice.set.declaration,
  ],
  discussion: """
    Messages of a flow are counted from 1. Steps are printed as they happen, and however long the run
    is, none are kept.
    """
) { arguments, console in
  do throws(RunRefusal) {
    let subject = try RunSubject(arguments[file], arguments, &console)
    var filter = try subject.filter(arguments[message])
    filter.from = try subject.instant(arguments[from], option: "--from") ?? .start
    let end = try subject.instant(arguments[until], option: "--until")
    filter.until = end
    let name = try subject.host(arguments[host]).map { subject.plan.hosts[$0.index].name }
    var run = try subject.start()
    run.trace(filter)
    let clock = SiteClock(start: subject.plan.run.start)
    Interruption.watch()
    let ending = SiteDriver.drive(&run, until: end ?? subject.end) { run in
      for step in run.takeTrace() where name == nil || step.host == name {
        switch arguments[format] {
        case .text: console.print(step.text(clock))
        case .jsonl: console.print((try? step.json(clock).encodedInLine()) ?? "")
        }
      }
      // Nobody reads any more: there is nothing left to run for.
      return console.isOpen
    }
    if case .halted(let halt) = ending { throw .init(halt) }
    return Interruption.exitCode ?? .fine
  } catch {
    console.complain("mailroom: \(error.message)")
    return error.code
  }
}

extension RunSubject {
  /// Which messages `FLOW/NUMBER` means; all where it is not given.
  fileprivate func filter(_ text: String?) throws(RunRefusal) -> SiteRun.TraceFilter {
    guard let text else { return SiteRun.TraceFilter() }
    if let flow = flow(text) { return SiteRun.TraceFilter(flow: flow) }
    guard let slash = text.lastIndex(of: "/"), let flow = flow(String(text[..<slash])) else {
      let names = plan.flows.map(\.name)
      let flow = text.lastIndex(of: "/").map { String(text[..<$0]) } ?? text
      let error = UsageError(
        "there is no flow ‘\(printable(flow))’ of mail",
        nearest: nearestNames(to: flow, among: names)
      )
      throw RunRefusal(.usage, "\(error)")
    }
    guard let number = UInt64(text[text.index(after: slash)...]), number > 0 else {
      throw RunRefusal(.usage, "messages are counted from 1: --message \(plan.flows[flow].name)/1")
    }
    return SiteRun.TraceFilter(flow: flow, number: number)
  }

  private func flow(_ name: String) -> Int? { plan.flows.firstIndex { $0.name == name } }
}
