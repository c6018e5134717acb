import Command
import Foundation

/// What the tests need of the system: the built program, other programs, the project's files.
enum Programs {
  /// The built program, which lies beside the tests.
  static let mailroom: String = {
    let test = resolvedPath("/proc/self/exe")
    return test.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/") + "/mailroom"
  }()

  static var isBuilt: Bool { isExecutable(mailroom) }

  /// Runs a script of bash with the program as `$M` and an empty folder of its own as `$T`.
  static func bash(_ script: String) throws -> ChildProcess.Finished {
    let whole = "M='\(mailroom)'; T=$(mktemp -d); trap 'rm -rf \"$T\"' EXIT; cd \"$T\"; \(script)"
    return try ChildProcess.run("/bin/bash", ["--norc", "-c", whole])
  }

  /// A python3 that has these modules.
  static func python(with modules: String) -> String? {
    executables(named: "python3").first { path in
      (try? ChildProcess.run(path, ["-c", "import \(modules)"]))?.ending == .exited(0)
    }
  }

  /// The project's own folder.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The topologies that come with the project, by name.
  static func topologies() throws -> [(name: String, path: String, bytes: [UInt8])] {
    let folder = root.appending(path: "Topologies")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".yaml") }
      .map { name in
        let path = folder.appending(path: name).path
        return (String(name.dropLast(5)), path, try readFile(path))
      }
  }
}
