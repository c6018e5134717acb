import Kernel
import Plan
import Schema

/// Parts of a plan in words.
enum PlanWords {
  /// `Mon 2 Mar 1998`
  static func date(_ date: CivilDate) -> String {
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return "\(days[date.weekday.rawValue]) \(date.day) \(months[date.month - 1]) \(date.year)"
  }

  /// A length of time as it would be written in a topology.
  static func time(_ interval: Interval) -> String { Shape<Interval>.duration.text(of: interval) }

  /// `256 MiB`
  static func size(_ bytes: Int) -> String {
    for (unit, shift) in [("GiB", 30), ("MiB", 20), ("KiB", 10)] where bytes >> shift > 0 {
      return bytes & ((1 << shift) - 1) == 0
        ? "\(bytes >> shift) \(unit)"
        : "\(bytes >> shift).\(((bytes & ((1 << shift) - 1)) * 10) >> shift) \(unit)"
    }
    return "\(bytes) B"
  }

  /// System, processors and memory of a host.
  static func system(_ host: HostPlan) -> String {
    let processors = host.processors == 1 ? "1 processor" : "\(host.processors) processors"
    return "\(host.system), \(processors), \(size(host.memoryBytes)) memory,"
      + " \(size(host.pagefileBytes)) page file"
  }

  /// `a, b and c`
  static func list(_ words: [String]) -> String {
    guard let last = words.last else { return "nothing" }
    let others = words.dropLast()
    return others.isEmpty ? last : others.joined(separator: ", ") + " and " + last
  }

  /// Messages in a day.
  static func perDay(_ millionths: Int) -> String {
    let tenths = (millionths + 50_000) / 100_000
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
