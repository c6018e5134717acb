import Command
import Foundation
import Testing

/// Texts as the program printed them when somebody last read them.
///
/// `MAILROOM_RENEW_GOLDEN=1 swift test --filter Golden` writes them anew; every test that does fails,
/// so that a renewal is seen and what it changed is read.
enum Golden {
  private static let isRenewed =
    ProcessInfo.processInfo.environment["MAILROOM_RENEW_GOLDEN"].map { !$0.isEmpty } ?? false

  /// Compares `text` with the file of that name under `Tests/MailroomTests/Golden`.
  static func expect(_ text: String, is name: String) throws {
    let path = Programs.path("Tests/MailroomTests/Golden/\(name)")
    if isRenewed {
      let file = try WholeFile(path)
      try file.commit(text)
      Issue.record("\(name) is renewed: read what has changed, and run the tests without renewal")
      return
    }
    let kept = try readText(path)
    guard text != kept else { return }
    let lines = { (text: String) in text.split(separator: "\n", omittingEmptySubsequences: false) }
    let (new, old) = (lines(text), lines(kept))
    let first = zip(new, old).prefix { $0 == $1 }.count
    let shown = { (lines: [Substring]) in first < lines.count ? "\(lines[first])" : "nothing" }
    Issue.record(
      """
      \(name):\(first + 1): printed is
        \(shown(new))
      and the file has
        \(shown(old))
      `MAILROOM_RENEW_GOLDEN=1 swift test --filter Golden` renews it, if this is meant
      """
    )
  }
}
