/// `a, b and c`; `nothing` where there are no words.
public func listed(_ words: [String]) -> String {
  guard let last = words.last else { return "nothing" }
  let others = words.dropLast()
  return others.isEmpty ? last : others.joined(separator: ", ") + " and " + last
}

/// `1 message`, `2 messages`: a count and what is counted, with an s where it is not one.
public func counted(_ count: some BinaryInteger, _ thing: String) -> String {
  "\(grouped(count)) \(thing)\(count == 1 ? "" : "s")"
}
