import Foundation
import Kernel
import Plan
import Testing

/// A defect that is not among the articles: its YAML as a user would write it, a site in which it shows,
/// and what makes the difference to one in which it does not.
struct Sibling: Sendable, CustomTestStringConvertible {
  let id: String
  /// The site without the defect.
  let site: String
  /// A defect of the site's own beside it, without which it would never be set off.
  let companion: String
  /// When it is looked at.
  let time: Interval
  /// Parts of the site and what stands in their places where nothing must show.
  let control: [(old: String, new: String)]
  /// What is looked at.
  let sign: @Sendable (Stage) throws -> Int
  /// What it is where the defect is in force, and where it is not.
  let shown: ClosedRange<Int>
  let sound: ClosedRange<Int>

  init(
    _ id: String,
    at time: Interval,
    shown: ClosedRange<Int>,
    sound: ClosedRange<Int> = 0...0,
    control: [(String, String)],
    site: String,
    companion: String = "",
    sign: @escaping @Sendable (Stage) throws -> Int
  ) {
    self.id = id
    self.site = site
    self.companion = companion
    self.time = time
    self.control = control.map { (old: $0.0, new: $0.1) }
    self.sign = sign
    self.shown = shown
    self.sound = sound
  }

  var testDescription: String { id }

  static let folder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path + "/KnowledgeBaseTests/Siblings"

  /// The file that holds the defect.
  var path: String { "\(Self.folder)/\(id).yaml" }

  /// The text of the file.
  var text: String {
    String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
  }

  /// The site with the defect, after a change of the control or without one.
  func stage(_ change: (old: String, new: String)? = nil) throws -> Stage {
    var text = "title: \(id)\n\(site)\ndefects:\n  \(id): '\(path)'\n\(companion)"
    if let change {
      try #require(text.contains(change.old), "`\(change.old)` is not in the text")
      text = text.replacing(change.old, with: change.new)
    }
    return try Stage(text)
  }
}
