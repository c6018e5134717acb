import Foundation

/// What the tests need of the system: variables, files, folders, other programs.
enum Files {
  static func variable(_ name: String) -> String? { ProcessInfo.processInfo.environment[name] }

  static func read(_ path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path).map { Array($0) }
  }

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// The names in a folder, sorted.
  static func names(in path: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
      .filter { !$0.hasPrefix(".") }.sorted()
  }

  /// What Python prints for a script that is given files; nil where it fails or there is none.
  static func python(_ script: String, files: [[UInt8]] = []) -> String? {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "mailroom-yaml-\(UUID().uuidString)"
    )
    defer { try? FileManager.default.removeItem(at: folder) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["PYTHONIOENCODING": "utf-8"]
    ) { $1 }
    var arguments = ["python3", "-c", script]
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for (number, bytes) in files.enumerated() {
        let file = folder.appendingPathComponent("\(number)")
        try Data(bytes).write(to: file)
        arguments.append(file.path)
      }
      process.arguments = arguments
      let pipe = Pipe()
      process.standardOutput = pipe
      process.standardError = FileHandle.nullDevice
      try process.run()
      let output = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return process.terminationStatus == 0 ? String(decoding: output, as: UTF8.self) : nil
    } catch {
      return nil
    }
  }
}
