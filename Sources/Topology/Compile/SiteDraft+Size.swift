import Schema

extension SiteDraft {
  /// The most post offices, hosts, and entries of lists that name groups.
  static let sizeLimits = (postOffices: 250_000, hosts: 50_000, entries: 4_000_000)

  /// Whether so many more hosts or post offices can be added; reports the first that are too many.
  func canAdd(_ count: Int, to present: Int, limit: Int, _ noun: String, at place: Place) -> Bool {
    if present + count <= limit { return true }
    report(
      TopologyRule.tooLarge,
      at: place,
      "With these there are \(present + count) \(noun), and \(limit) can be simulated.",
      label: "too many"
    )
    return false
  }

  /// Whether a list that names a group can be written out; reports the first that cannot.
  mutating func canExpand(_ count: Int, at place: Place) -> Bool {
    let isWithin = entryCount <= Self.sizeLimits.entries
    entryCount += count
    if entryCount <= Self.sizeLimits.entries { return true }
    if isWithin {
      report(
        TopologyRule.tooLarge,
        at: place,
        "Up to here groups are named with \(entryCount) members in all, and \(Self.sizeLimits.entries)"
          + " can be simulated.",
        label: "too many"
      )
    }
    return false
  }
}
