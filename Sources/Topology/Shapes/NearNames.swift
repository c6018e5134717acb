import Schema
import Text

extension Reading {
  /// The names that are near a word.
  ///
  /// Looking for neighbours takes time, and after so many mistakes nobody reads on.
  func near(_ word: String, among names: @autoclosure () -> [String]) -> [String] {
    errorCount + warningCount < 50 ? nearestNames(to: word, among: names()) : []
  }
}

extension SiteDraft {
  /// The names that are near a word, and all of them where they are few.
  func nearest(_ word: String, among names: @autoclosure () -> [String]) -> [String] {
    guard reading.errorCount + reading.warningCount < 50 else { return [] }
    let names = names()
    let near = reading.near(word, among: names)
    return near.isEmpty && names.count <= 3 ? names : near
  }
}

/// Names in a row, eight of them at most.
func listed(_ names: some Collection<String>) -> String {
  names.prefix(8).joined(separator: ", ")
    + (names.count > 8 ? " and \(names.count - 8) more" : "")
}
