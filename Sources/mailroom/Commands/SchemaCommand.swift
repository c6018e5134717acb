import Command
import Schema
import Text
import Topology

/// The schema of a topology as editors and validators read it.
enum SchemaFile {
  /// What it is called beside topologies, which name it in their first line.
  static let name = "mailroom.schema.json"

  /// Its text.
  static var text: String {
    let value = JSONSchema.value(of: Topologies.root, title: "A topology of Mailroom")
    guard let text = try? value.encoded() else {
      preconditionFailure("The schema has no infinity.")
    }
    return text
  }
}

private let out = Parameter<String?>.file("out", "Where to write it, instead of standard output.")

/// `mailroom schema`: prints the JSON Schema of a topology.
let schemaCommand = CommandDeclaration(
  name: "schema",
  summary: "print the JSON Schema of a topology, for editors and validators",
  examples: [
    .init("mailroom schema --out \(SchemaFile.name)", "into the file that topologies name"),
    .init("mailroom schema", "to standard output"),
  ],
  parameters: [out.declaration]
) { arguments, console in
  guard let path = arguments[out] else {
    console.write(SchemaFile.text)
    return .fine
  }
  do throws(FileFailure) {
    let file = try WholeFile(path)
    try file.commit(SchemaFile.text)
  } catch {
    console.complain("mailroom: \(error)")
    return error.exitCode
  }
  return .fine
}
