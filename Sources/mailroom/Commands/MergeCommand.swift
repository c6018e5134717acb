import Command

private let folders = Parameter<[String]>.files(
  "DIR",
  isRequired: true,
  "Folders that sweeps with --shard have written, in any order."
)
private let out = Parameter<String?>.folder("out", "Where the whole sweep goes.")
private let quiet = Parameter<Bool>.flag("quiet", "Print no result; the exit code says it.")

/// `mailroom merge`: puts the parts of a sweep together.
let mergeCommand = CommandDeclaration(
  name: "merge",
  summary: "put the parts of a sweep together",
  examples: [
    .init("mailroom merge part-* --out whole", "after every part of --shard I/N is done")
  ],
  parameters: [folders.declaration, out.declaration, quiet.declaration],
  discussion: """
    The files are those of one undisturbed sweep, byte for byte. A run that stands in two parts must be
    the same in both. Where runs are missing they are named with the command that makes them, and the
    exit code is 75; what is there is kept in --out.
    """
) { arguments, console in
  guard let out = arguments[out] else {
    console.complain("mailroom: --out DIR is needed")
    return .usage
  }
  do throws(FileFailure) {
    return try MergeTask(
      folders: arguments[folders],
      out: out,
      isQuiet: arguments[quiet]
    ).perform(&console)
  } catch {
    console.complain("mailroom: \(error)")
    return error.exitCode
  }
}
