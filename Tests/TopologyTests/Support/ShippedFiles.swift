import Foundation

/// The topologies that come with the project, as they lie beside the code.
enum ShippedFiles {
  static let folder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
    + "/Topologies"

  /// Their names, sorted.
  static let names: [String] = {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return all.filter { $0.hasSuffix(".yaml") }.sorted()
  }()

  /// The text of one.
  static func text(_ name: String) -> String {
    String(
      decoding: FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data(),
      as: UTF8.self
    )
  }

  /// The file that is about an article.
  static func about(_ article: String) -> String {
    names.first { $0.hasPrefix(article.lowercased() + "-") } ?? "there is no file about \(article)"
  }

  /// The articles that have a file of their own.
  static let articles = ["Q175982", "Q192265", "Q197142", "Q214573", "Q260554"]
}
