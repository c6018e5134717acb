import Command
import Text

private let file = Parameter<String>.file(
  "FILE",
  default: "site.yaml",
  "The topology to write; - is standard output."
)
private let from = Parameter<String>.choice(
  "from",
  among: ShippedTopologies.choices,
  default: ShippedTopologies.choices[0],
  "What to start from."
)

/// `mailroom init`: writes a topology to start from, and the schema for editors beside it.
let initCommand = CommandDeclaration(
  name: "init",
  summary: "write a topology to start from",
  examples: [
    .init("mailroom init", "site.yaml, the least that runs"),
    .init("mailroom init --from average-site hq.yaml", "a whole site, commented"),
    .init("mailroom init --from Q260554 leak.yaml", "a site that shows a defect"),
  ],
  parameters: [file.declaration, from.declaration],
  discussion: """
    Beside the topology it puts \(SchemaFile.name), with which an editor completes keys and marks
    mistakes. No file is ever overwritten.
    """
) { arguments, console in
  let path = arguments[file]
  guard let text = ShippedTopologies.text(of: arguments[from]) else { return .bug }
  if path == "-" {
    console.write(text)
    return .fine
  }
  let schemaPath = beside(path)
  do throws(FileFailure) {
    try createFile(path, text)
    console.print("\(printable(path)): \(title(of: text))")
    try writeSchema(schemaPath, &console)
  } catch {
    console.complain("mailroom: \(error)")
    return error.exitCode
  }
  let next = Page(
    "What next",
    "",
    [
      .rows(
        title: "",
        [
          .init("mailroom check \(path)", "says what is wrong with it"),
          .init("mailroom plan \(path)", "says what would be simulated"),
          .init("mailroom explain hosts", "says what can stand there"),
        ]
      )
    ]
  )
  console.write("\n" + next.text(width: console.width, style: console.style))
  return .fine
}

/// Writes the schema where there is none; another one is left as it is, which is worth a word.
private func writeSchema(_ path: String, _ console: inout Console) throws(FileFailure) {
  let schema = SchemaFile.text
  let there: [UInt8]?
  do throws(FileFailure) {
    there = try readFile(path)
  } catch {
    guard error.exitCode == .noInput else { throw error }
    there = nil
  }
  guard let there else {
    try createFile(path, schema)
    return console.print("\(printable(path)): the schema, for editors")
  }
  if there == Array(schema.utf8) {
    console.print("\(printable(path)): the schema, which was there already")
  } else {
    console.print(
      "\(printable(path)): is there already, and is not the schema of this version;"
        + " ‘mailroom schema --out \(printable(path))’ replaces it"
    )
  }
}

/// The schema's path in the folder of the topology at `path`.
private func beside(_ path: String) -> String {
  let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
  return folder + SchemaFile.name
}

/// What the topology says of itself.
private func title(of text: String) -> String {
  let line = text.split(separator: "\n").first { $0.hasPrefix("title: ") }
  return line.map { String($0.dropFirst("title: ".count)) } ?? "a topology"
}
