import Foundation
import Testing

/// A mistake that is marked, and the nearest text in which it is none.
struct MarkedCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let wrong: String
  let right: String

  /// The folder of the files that hold them.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Diagnostics")

  /// Those of all files: a title after `# ===`, a text with its mistake, and after `# --- right` one
  /// without.
  static let all: [MarkedCase] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.sorted().filter { $0.hasSuffix(".yaml") }.flatMap { file -> [MarkedCase] in
      let text = (try? String(contentsOf: folder.appending(path: file), encoding: .utf8)) ?? ""
      return text.components(separatedBy: "# === ").dropFirst().map { part in
        let (title, rest) = halves(part, "\n")
        let (wrong, right) = halves(rest, "# --- right\n")
        return MarkedCase(testDescription: "\(file): \(title)", wrong: wrong, right: right)
      }
    }
  }()

  private static func halves(_ text: String, _ separator: String) -> (String, String) {
    let parts = text.components(separatedBy: separator)
    return (parts[0], parts.dropFirst().joined(separator: separator))
  }
}
