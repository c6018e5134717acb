import Command
import Schema
import Text

/// How diagnostics are printed.
enum DiagnosticFormat: String, CaseIterable, Sendable {
  case text
  case json
  case github
}

private let files = Parameter<[String]>.files(
  "FILE",
  isRequired: true,
  "Topologies; - reads standard input."
)
private let format = Parameter<DiagnosticFormat>.choice(
  "format",
  default: .text,
  "How mistakes are printed."
)

/// `mailroom check`: says all that is wrong with topologies, and runs nothing.
let checkCommand = CommandDeclaration(
  name: "check",
  summary: "say what is wrong with topology files",
  examples: [
    .init("mailroom check site.yaml", "every mistake of a file, with its place"),
    .init("mailroom check Topologies/*.yaml", "several files"),
    .init("mailroom check - < site.yaml", "from standard input"),
    .init("mailroom check --format github *.yaml", "as annotations of a pull request"),
  ],
  parameters: [files.declaration, format.declaration],
  discussion: "Exits with 0 where nothing is wrong, with 65 otherwise. Warnings are no mistakes."
) { arguments, console in
  var readings: [Reading] = []
  do throws(FileFailure) {
    for path in arguments[files] { readings.append(try ReadTopology(path).reading) }
  } catch {
    console.complain("mailroom: \(error)")
    return error.exitCode
  }
  switch arguments[format] {
  case .text: console.write(DiagnosticText.render(readings, style: console.style))
  case .json: console.write((try? DiagnosticJSON.value(of: readings).encoded()) ?? "")
  case .github: console.write(DiagnosticGitHub.render(readings))
  }
  return readings.contains(where: \.hasErrors) ? .rejected : .fine
}
