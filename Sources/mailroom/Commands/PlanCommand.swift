import Command
import Schema
import Text

/// How a plan is printed.
enum PlanFormat: String, CaseIterable, Sendable {
  case text
  case json
}

private let file = Parameter<String>.file("FILE", "A topology; - reads standard input.")
private let format = Parameter<PlanFormat>.choice(
  "format",
  default: .text,
  "How the plan is printed."
)

/// `mailroom plan`: says what a run would simulate, and runs nothing.
let planCommand = CommandDeclaration(
  name: "plan",
  summary: "say what will be simulated, which defects are in force and why",
  examples: [
    .init("mailroom plan site.yaml", "in sections that one can read"),
    .init("mailroom plan --format json site.yaml", "the same for programs"),
  ],
  parameters: [file.declaration, format.declaration],
  discussion: """
    A plan has the hosts with their processes and file versions, the defects that are in force and
    those that nearly are, the ways of mail, what happens during the run, the memory that it needs,
    and all that is assumed. A topology with mistakes has none: they are printed, and the exit code
    is 65.
    """
) { arguments, console in
  let topology: ReadTopology
  do throws(FileFailure) {
    topology = try ReadTopology(arguments[file])
  } catch {
    console.complain("mailroom: \(error)")
    return error.exitCode
  }
  let remarks = DiagnosticText.render([topology.reading], style: console.style)
  if !remarks.isEmpty { console.complain(remarks) }
  guard let plan = topology.plan else { return .rejected }
  switch arguments[format] {
  case .text:
    console.write(
      PlanText(
        plan: plan,
        study: topology.study,
        style: console.style,
        width: console.width
      ).text
    )
  case .json:
    console.write((try? PlanJSON(plan: plan, study: topology.study).value.encoded()) ?? "")
  }
  return .fine
}
