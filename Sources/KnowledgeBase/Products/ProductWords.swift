/// A word of a text and where its bytes stand.
struct PlacedWord {
  let text: String
  let range: Range<Int>
}

/// The words of a text, parted by spaces and commas.
func words(of text: String) -> [PlacedWord] {
  let bytes = Array(text.utf8)
  return bytes.indices.split { bytes[$0] == 0x20 || bytes[$0] == 0x2C || bytes[$0] == 0x09 }
    .map { part in
      let range = part.startIndex..<part.endIndex
      return PlacedWord(text: String(decoding: bytes[range], as: UTF8.self), range: range)
    }
}

/// A version's letters and digits, with `service pack` as `sp`: what two ways to write it share.
func releaseKey(_ text: String) -> String {
  var key = ""
  for word in words(of: text.lowercased()) {
    switch word.text {
    case "service": key += "s"
    case "pack": key += "p"
    case "microsoft", "server", "version", "build": break
    default: key += word.text
    }
  }
  return key
}

/// `a`, `a and b`, `a, b and c`.
func listed(_ names: [String]) -> String {
  guard let last = names.last, names.count > 1 else { return names.first ?? "" }
  return names.dropLast().joined(separator: ", ") + " and " + last
}

/// The text as a regular expression that matches it alone.
func quoted(_ text: String) -> String {
  var pattern = ""
  for letter in text {
    if ".()+*?[]{}|^$\\".contains(letter) { pattern += "\\" }
    pattern.append(letter)
  }
  return pattern
}

/// A regular expression for the numbers from `least` on, of up to six digits.
func numberPattern(atLeast least: Int) -> String {
  let digits = Array("\(least)")
  if least == 0 { return "(?:0|[1-9][0-9]{0,5})" }
  // A number is greater where its first digits are the same and the next one is greater.
  var parts = ["\(least)"]
  for (place, digit) in digits.enumerated() where digit != "9" {
    let rest = digits.count - place - 1
    let next = (digit.wholeNumberValue ?? 0) + 1
    parts.append(String(digits[..<place]) + "[\(next)-9]" + (rest > 0 ? "[0-9]{\(rest)}" : ""))
  }
  if digits.count < 6 { parts.append("[1-9][0-9]{\(digits.count),5}") }
  return "(?:\(parts.joined(separator: "|")))"
}
