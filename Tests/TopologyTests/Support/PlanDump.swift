import Plan

/// A plan as text, one value a line, so that two plans can be compared and differences be read.
///
/// The known defects are left out, which no topology changes, and so are the assumptions: they list
/// which values nobody wrote, and a value that is written as it would have been anyway is not one.
struct PlanDump: Equatable {
  private(set) var lines: [String] = []

  init(_ plan: SitePlan) {
    for part in Mirror(reflecting: plan).children
    where part.label != "defects" && part.label != "assumptions" {
      add(part.value, part.label ?? "")
    }
  }

  private mutating func add(_ value: Any, _ path: String) {
    let mirror = Mirror(reflecting: value)
    if mirror.children.isEmpty {
      lines.append("\(path) = \(value)")
      return
    }
    if mirror.displayStyle == .optional {
      for part in mirror.children { add(part.value, path) }
      return
    }
    for (number, part) in mirror.children.enumerated() {
      add(part.value, "\(path).\(part.label ?? "\(number)")")
    }
  }

  /// The same plan with a word in the place of another.
  func replacing(_ old: String, with new: String) -> PlanDump {
    var copy = self
    copy.lines = lines.map { line in
      line.split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
    }
    return copy
  }

  /// The first lines in which two plans differ.
  func difference(from other: PlanDump) -> String {
    let (own, others) = (Set(lines), Set(other.lines))
    let gone = other.lines.filter { !own.contains($0) }.prefix(4).map { "- \($0)" }
    let new = lines.filter { !others.contains($0) }.prefix(4).map { "+ \($0)" }
    return (gone + new).joined(separator: "\n")
  }
}
