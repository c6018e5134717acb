import Text

/// The names that are near a word, and all of them where they are few.
func nearest(_ word: String, among names: [String]) -> [String] {
  let near = nearestNames(to: word, among: names)
  return near.isEmpty && names.count <= 3 ? names : near
}
