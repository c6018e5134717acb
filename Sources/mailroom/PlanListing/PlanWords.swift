import Kernel
import Plan
import Schema
import Text

/// Parts of a plan in words.
enum PlanWords {
  /// A length of time as it would be written in a topology.
  static func time(_ interval: Interval) -> String { Shape<Interval>.duration.text(of: interval) }

  /// System, processors and memory of a host.
  static func system(_ host: HostPlan) -> String {
    let processors = host.processors == 1 ? "1 processor" : "\(host.processors) processors"
    return "\(host.system), \(processors), \(sizeText(host.memoryBytes)) memory,"
      + " \(sizeText(host.pagefileBytes)) page file"
  }

  /// Messages in a day.
  static func perDay(_ millionths: Int) -> String {
    let tenths = (millionths + 50_000) / 100_000
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
