import Command
import Text

/// Which cases are meant by a pattern: a part of their name, or with `*` and `?` the whole of it.
enum Filter {
  /// The cases that any of `patterns` means, in their own order; all if there is no pattern.
  static func select(_ cases: [Case], _ patterns: [String]) throws(UsageError) -> [Case] {
    if patterns.isEmpty { return cases }
    let names = cases.map(\.name)
    for pattern in patterns where !names.contains(where: { matches($0, pattern) }) {
      throw UsageError(
        "no benchmark is meant by --filter ‘\(pattern)’; --list shows them all",
        nearest: nearestNames(to: pattern, among: names + groups(names))
      )
    }
    return cases.filter { one in patterns.contains { matches(one.name, $0) } }
  }

  /// Whether `pattern` means the case `name`.
  static func matches(_ name: String, _ pattern: String) -> Bool {
    if pattern.contains("*") || pattern.contains("?") {
      return glob(Array(name.utf8)[...], Array(pattern.utf8)[...])
    }
    return contains(Array(name.utf8), Array(pattern.utf8))
  }

  /// What stands before a slash, which may be meant by whoever mistypes it.
  private static func groups(_ names: [String]) -> [String] {
    var groups: [String] = []
    for name in names {
      var words = name.split(separator: "/").dropLast()
      while !words.isEmpty {
        let group = words.joined(separator: "/")
        if !groups.contains(group) { groups.append(group) }
        words = words.dropLast()
      }
    }
    return groups
  }

  private static func contains(_ name: [UInt8], _ part: [UInt8]) -> Bool {
    guard part.count <= name.count else { return false }
    return (0...(name.count - part.count)).contains { name[$0...].starts(with: part) }
  }

  private static func glob(_ name: ArraySlice<UInt8>, _ pattern: ArraySlice<UInt8>) -> Bool {
    guard let sign = pattern.first else { return name.isEmpty }
    if sign == UInt8(ascii: "*") {
      return (name.startIndex...name.endIndex).contains {
        glob(name[$0...], pattern.dropFirst())
      }
    }
    guard let letter = name.first, sign == letter || sign == UInt8(ascii: "?") else { return false }
    return glob(name.dropFirst(), pattern.dropFirst())
  }
}
