import Text

/// A text of at most so many columns; what is longer ends in a mark.
func fitted(_ text: String, _ columns: Int) -> String {
  let text = printable(text)
  guard displayWidth(text) > columns else { return text }
  var kept = ""
  for character in text {
    if displayWidth(kept) + displayWidth(String(character)) > columns - 1 { break }
    kept.append(character)
  }
  return kept + "…"
}
