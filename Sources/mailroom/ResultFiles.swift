import Command

/// Files of results that go into a folder, each whole or not at all.
struct ResultFiles {
  let folder: String

  /// A file's name, and what writes its content.
  typealias File = (name: String, write: (borrowing WholeFile) throws(FileFailure) -> Void)

  /// A folder that is there.
  init(in folder: String) { self.folder = folder }

  /// Makes the folder where there is none, and proves that files of these names can be written there before
  /// the work whose result they will hold.
  init(making folder: String, for names: [String]) throws(FileFailure) {
    self.folder = folder
    try makeFolder(folder)
    for name in names { _ = try WholeFile(place(of: name)) }
  }

  private func place(of name: String) -> String { "\(folder)/\(name)" }

  /// Writes them all; says which could not be written.
  func write(_ files: [File]) -> [FileFailure] {
    var failures: [FileFailure] = []
    for file in files {
      do throws(FileFailure) {
        let whole = try WholeFile(place(of: file.name))
        try file.write(whole)
        try whole.commit()
      } catch {
        failures.append(error)
      }
    }
    return failures
  }
}
