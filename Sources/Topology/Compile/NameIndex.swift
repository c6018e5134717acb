import Plan
import Schema
import Text

/// Names of one kind, each given once, looked up with an answer for those that are not there.
struct NameIndex<ID: PlanIdentifier> {
  /// What a name of this kind is called, such as `host`.
  let noun: String
  private var numbers: [String: Int] = [:]
  /// Groups by their names with `#`: where they begin, and how many they are.
  private var groups: [String: Range<Int>] = [:]
  /// Names of groups and of what is in none, and for each number the one that it goes back to.
  private var names: [Written<String>] = []
  private var origins: [Int: Int] = [:]

  init(_ noun: String) {
    self.noun = noun
  }

  /// How many names there are, members of groups counted each.
  var count: Int { numbers.count }

  /// The names of groups and of what is in none, in their order.
  var writtenNames: [Written<String>] { names }

  /// The groups, in the order of their members.
  var memberGroups: [MemberGroup] {
    groups.map { MemberGroup(name: $0.key, members: $0.value) }
      .sorted { $0.members.lowerBound < $1.members.lowerBound }
  }

  /// Adds one name. Reports a name that is there already and answers with false.
  mutating func add(_ name: Written<String>, _ id: ID, _ reading: Reading) -> Bool {
    if let first = place(of: name.value) {
      reading.report(
        TopologyRule.nameTwice,
        at: name.place,
        "`\(name.value)` is a \(noun) already.",
        label: "given a second time",
        related: [.init(first, "first given here")]
      )
      return false
    }
    origins[id.index] = names.count
    names.append(name)
    numbers[name.value] = id.index
    return true
  }

  /// Adds the members of a group, which follow one another from `first` on.
  mutating func addGroup(
    _ name: Written<String>,
    members: [String],
    first: ID,
    _ reading: Reading
  ) -> Bool {
    for member in members {
      if let other = place(of: member) {
        reading.report(
          TopologyRule.nameTwice,
          at: name.place,
          "The group `\(name.value)` has a member `\(member)`, which is a \(noun) already.",
          related: [.init(other, "given here")]
        )
        return false
      }
    }
    groups[name.value] = first.index..<first.index + members.count
    for (offset, member) in members.enumerated() {
      numbers[member] = first.index + offset
      origins[first.index + offset] = names.count
    }
    names.append(name)
    return true
  }

  /// What a name means: one, or all members of a group; nil where nothing has it.
  subscript(name: String) -> Range<Int>? {
    if let number = numbers[name] { return number..<number + 1 }
    return groups[name]
  }

  /// Where a name is given.
  func place(of name: String) -> Place? {
    guard let number = self[name]?.first, let origin = origins[number] else { return nil }
    return names[origin].place
  }

  /// One of this kind; reports a name that is none, and a group where one is needed.
  func one(_ name: Written<String>, _ reading: Reading) -> ID? {
    guard let range = several(name, reading) else { return nil }
    if range.count == 1 || groups[name.value] == nil { return range.first }
    reading.report(
      TopologyRule.groupForOne,
      at: name.place,
      "`\(name.value)` is a group of \(range.count), and one \(noun) is needed here.",
      fixes: member(of: name.value).map { [$0] } ?? []
    )
    return nil
  }

  /// The first member of a group.
  private func member(of group: String) -> String? {
    groups[group].flatMap { groupMembers(group, count: $0.count)?.first }
  }

  /// One or several; reports a name that is none.
  func several(_ name: Written<String>, _ reading: Reading) -> [ID]? {
    guard name.isSound else { return nil }
    if let range = self[name.value] { return range.map(ID.init) }
    if reading.errorCount >= Reading.diagnosticLimit { return nil }
    let nearest = reading.near(name.value, among: names.map(\.value))
    reading.report(
      TopologyRule.unknownName,
      at: name.place,
      "There is no \(noun) `\(name.value)`.",
      label: nearest.first.map { "did you mean `\($0)`?" } ?? "unknown \(noun)",
      notes: nearest.isEmpty && !names.isEmpty
        ? ["there is \(listed(names.lazy.map(\.value)))"] : [],
      fixes: nearest
    )
    return nil
  }
}

/// The members of a group: `#` in its name stands for the digits of a number from 1 on.
func groupMembers(_ name: String, count: Int) -> [String]? {
  let characters = Array(name)
  guard let first = characters.firstIndex(of: "#"),
    let last = characters.lastIndex(of: "#"),
    characters[first...last].allSatisfy({ $0 == "#" })
  else { return nil }
  let digits = last - first + 1
  var limit = 1
  for _ in 0..<digits where limit <= count { limit *= 10 }
  guard count < limit else { return nil }
  let (head, tail) = (String(characters[..<first]), String(characters[(last + 1)...]))
  return (1...count).map { number in
    let text = "\(number)"
    return head + String(repeating: "0", count: digits - text.count) + text + tail
  }
}
