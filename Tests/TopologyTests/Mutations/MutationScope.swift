import Foundation

/// How many mutations are tried: `MAILROOM_MUTATIONS=all` tries each, a number another seed.
enum MutationScope {
  private static let wish = ProcessInfo.processInfo.environment["MAILROOM_MUTATIONS"] ?? ""
  static let isAll = wish == "all"
  static let seed = UInt64(wish) ?? 1999

  /// All of them, or some by chance.
  static func sample<Element>(_ all: [Element], of count: Int, _ purpose: UInt64) -> [Element] {
    if isAll || all.count <= count { return all }
    var chance = Chance(seed &+ purpose)
    var rest = all
    return (0..<count).map { _ in rest.remove(at: chance.below(rest.count)) }
  }
}
