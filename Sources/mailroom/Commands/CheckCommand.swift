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
    .init("mailroom check site.yaml", "every mistake, with its place"),
    .init("mailroom check Topologies/*.yaml", "several files"),
    .init("mailroom check - < site.yaml", "from standard input"),
    .init("mailroom check --format github *.yaml", "as annotations of a pull request"),
  ],
  parameters: [files.declaration, format.declaration],
  discussion: """
    The exit code is 0 where nothing is wrong and 65 where there are mistakes; a warning is no
    mistake. A file that cannot be read is named, the others are checked all the same, and the exit
    code is 66 or 74.
    """
) { arguments, console in
  var readings: [(name: String, reading: Reading)] = []
  var code = ExitCode.fine
  for path in arguments[files] {
    do throws(FileFailure) {
      let topology = try ReadTopology(path)
      readings.append((topology.name, topology.reading))
      if topology.reading.hasErrors { code = max(code, .rejected) }
    } catch {
      console.complain("mailroom: \(error)")
      code = max(code, error.exitCode)
    }
  }
  let all = readings.map(\.reading)
  switch arguments[format] {
  case .text:
    for (name, reading) in readings where reading.diagnostics.isEmpty {
      console.print("\(printable(name)): \(console.style.green("fine"))")
    }
    console.write(DiagnosticText.render(all, style: console.style))
  case .json: console.write((try? DiagnosticJSON.value(of: all).encoded()) ?? "")
  case .github: console.write(DiagnosticGitHub.render(all))
  }
  return code
}
