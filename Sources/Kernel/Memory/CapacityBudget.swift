/// What a run's structures will hold at most, known and printed before the first event.
///
/// Each structure says what it needs with a static `bytes(…)` of its own; the budget lists and adds.
public struct CapacityBudget: Sendable {
  /// One structure's share.
  public struct Line: Hashable, Sendable {
    /// What holds the memory.
    public let name: String

    /// The most that it will hold.
    public let bytes: Int
  }

  /// The shares in the order in which they were added.
  public private(set) var lines: [Line] = []

  /// An empty budget.
  public init() {}

  /// Adds one structure's share.
  public mutating func add(_ name: String, bytes: Int) {
    precondition(bytes >= 0, "a share of the budget cannot be negative")
    lines.append(Line(name: name, bytes: bytes))
  }

  /// The most that all structures together will hold.
  public var total: Int { lines.reduce(0) { $0 + $1.bytes } }
}

extension CapacityBudget: CustomStringConvertible {
  /// A line for each share and one for the sum, the bytes right-aligned.
  public var description: String {
    let rows = lines + [Line(name: "in all", bytes: total)]
    let width = rows.map { Self.amount($0.bytes).count }.max() ?? 0
    return rows.map { row in
      let amount = Self.amount(row.bytes)
      return String(repeating: " ", count: width - amount.count) + amount + "  " + row.name
    }.joined(separator: "\n")
  }

  /// Bytes in the largest binary unit that leaves at least 1, with one decimal, rounded up.
  static func amount(_ bytes: Int) -> String {
    guard bytes >= 1_024 else { return "\(bytes) B" }
    var divisor = 1_024
    var unit = 0
    while unit < 3, bytes / divisor >= 1_024 {
      divisor *= 1_024
      unit += 1
    }
    let tenths = (bytes / divisor) * 10 + ((bytes % divisor) * 10 + divisor - 1) / divisor
    return "\(tenths / 10).\(tenths % 10) \(["KiB", "MiB", "GiB", "TiB"][unit])"
  }
}
