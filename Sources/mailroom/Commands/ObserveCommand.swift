import Command
import Kernel
import Plan
import Record
import Report
import Simulation
import Text

private let file = Parameter<String>.file("FILE", "A topology; - reads standard input.")
private let tool = Parameter<SnapshotView>.choice("TOOL", "What to look with.")
private let at = Parameter<String?>.text(
  "at",
  "T",
  "When: 5h20m, '5 Mar 1998 10 am'. Default: its end."
)
private let host = Parameter<String?>.text("host", "NAME", "Where; without it on the first host.")

/// `mailroom observe`: shows what an administrator would have seen at a moment.
let observeCommand = CommandDeclaration(
  name: "observe",
  summary: "show what an administrator would have seen at a moment",
  examples: [
    .init("mailroom observe site.yaml netstat --at 5h20m --host HUB1", "its connections then"),
    .init("mailroom observe site.yaml tlist --at 2d", "the processes of the first host"),
    .init("mailroom observe site.yaml eventlog", "the event log at the end"),
  ],
  parameters: [
    file.declaration, tool.declaration, at.declaration, host.declaration,
    RunChoice.seed.declaration, RunChoice.set.declaration,
  ],
  discussion:
    "The site is simulated up to that moment. A netstat of the time shows no ages; this one does."
) { arguments, console in
  do throws(RunRefusal) {
    let subject = try RunSubject(arguments[file], arguments, &console)
    let moment = try subject.instant(arguments[at], option: "--at")
    let host = try subject.host(arguments[host])
    var run = try subject.start()
    Interruption.watch()
    let end = SiteDriver.drive(&run, until: moment ?? subject.end)
    if case .stopped = end { return Interruption.exitCode ?? .fine }
    guard let snapshot = run.snapshot(of: host ?? HostID(0)) else { return .bug }
    let view = arguments[tool]
    console.write(
      view.text(
        of: snapshot,
        clock: SiteClock(start: subject.plan.run.start),
        style: console.style,
        width: console.width
      )
    )
    if case .halted(let halt) = end { throw .init(halt) }
    return .fine
  } catch {
    console.complain("mailroom: \(error.message)")
    return error.code
  }
}
