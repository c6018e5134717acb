import Foundation

/// The project's own files, found from where this one lies.
struct SourceTree {
  let root: URL

  static let project = SourceTree(
    root: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  )

  /// One text file, its path counted from the root.
  struct File: Sendable {
    let path: String
    let text: String

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    var lineCount: Int { text.utf8.count { $0 == 0x0A } }
    var name: String { String(path.split(separator: "/").last!) }
  }

  /// All files under `folder` whose name has one of the `endings`, in the order of their paths.
  func files(under folder: String, endings: Set<String> = ["swift"]) -> [File] {
    let start = root.appending(path: folder)
    guard let walk = FileManager.default.enumerator(at: start, includingPropertiesForKeys: nil)
    else { return [] }
    var files: [File] = []
    for case let url as URL in walk where endings.contains(url.pathExtension) {
      files.append(
        file(String(url.path.dropFirst(root.path.count)).trimmingPrefix("/").description)
      )
    }
    return files.sorted { $0.path < $1.path }
  }

  /// The file at `path`, empty where it cannot be read as text.
  func file(_ path: String) -> File {
    let text = try? String(contentsOf: root.appending(path: path), encoding: .utf8)
    return File(path: path, text: text ?? "")
  }

  /// What lies directly in `folder`: names, in their order.
  func entries(of folder: String = "") -> [String] {
    let url = folder.isEmpty ? root : root.appending(path: folder)
    return ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted()
  }

  /// Every Swift file of the project.
  var swift: [File] {
    ["Sources", "Benchmarks", "Tests"].flatMap { files(under: $0) } + [file("Package.swift")]
  }
}
