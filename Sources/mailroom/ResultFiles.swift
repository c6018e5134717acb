import Command

/// Files of results that go into a folder, each whole or not at all.
struct ResultFiles {
  let folder: String

  /// A file's name, and what writes its content.
  typealias File = (name: String, write: (borrowing WholeFile) throws(FileFailure) -> Void)

  /// Writes them all; says which could not be written.
  func write(_ files: [File]) -> [FileFailure] {
    var failures: [FileFailure] = []
    for file in files {
      do throws(FileFailure) {
        let whole = try WholeFile("\(folder)/\(file.name)")
        try file.write(whole)
        try whole.commit()
      } catch {
        failures.append(error)
      }
    }
    return failures
  }
}
