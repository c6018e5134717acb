import Command

/// A line that the system shows about itself in a file; `nil` where it does not.
func systemText(_ path: String) -> String? {
  guard let text = try? readText(path) else { return nil }
  return String(text.prefix { $0 != "\n" })
}

/// All lines of such a file; none where it is not there.
func systemLines(_ path: String) -> [Substring] {
  guard let text = try? readText(path) else { return [] }
  return text.split(separator: "\n", omittingEmptySubsequences: false)
}

/// What stands after `name` and a colon on the first line of `lines` that has it.
func systemField(_ name: String, in lines: [Substring]) -> String? {
  for line in lines where line.hasPrefix(name) {
    guard let colon = line.firstIndex(of: ":") else { continue }
    return String(line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" })
  }
  return nil
}
