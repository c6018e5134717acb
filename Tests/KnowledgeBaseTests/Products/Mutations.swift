/// Texts that are nearly right: each letter left out, doubled, or changed; each word left out.
enum Mutations {
  static func of(_ texts: [String]) -> [String] {
    texts.flatMap { text in
      let letters = Array(text)
      let words = text.split(separator: " ")
      let shortened = words.indices.map { index in
        words.enumerated().filter { $0.offset != index }.map(\.element).joined(separator: " ")
      }
      let changed = letters.indices.flatMap { index in
        [[], [letters[index], letters[index]], ["x"], ["7"], [" "]].map { replacement in
          String(letters[..<index] + replacement + letters[(index + 1)...])
        }
      }
      return [text] + shortened + changed
    }
  }
}
