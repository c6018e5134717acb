import Plan

/// What a queue of outgoing Internet mail leads to, as a number.
enum DomainKey {
  /// A domain, by its mail hosts.
  static func domain(_ domain: Int) -> Int { domain }
  /// One mail host of the Internet.
  static func host(_ host: Int) -> Int { 1 << 26 | host }
  /// A server of ours.
  static func server(_ server: Int) -> Int { 2 << 26 | server }

  /// What kind of target a number stands for, 0 to 2, and its place.
  static func parts(_ key: Int) -> (kind: Int, index: Int) { (key >> 26, key & 0x3ff_ffff) }
}
