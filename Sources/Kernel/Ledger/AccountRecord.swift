/// What takes, gives back and leaks touch of an account: one cache line.
@frozen @usableFromInline
struct AccountRecord: BitwiseCopyable, Sendable {
  /// What a lease must match to still stand; moves on when all that the account held was freed.
  @usableFromInline var epoch: UInt32
  /// What an `Account` must match to still name it; moves on when the account is given to other terms.
  @usableFromInline var generation: UInt32
  /// The balances on which it counts, one for each level; 0 for the levels that it does not have, and
  /// 0 at `process` if the account is free.
  @usableFromInline var slot: UInt32
  @usableFromInline var pool: UInt32
  @usableFromInline var process: UInt32
  @usableFromInline var host: UInt32
  @usableFromInline var leases: UInt32
  /// How many leases and leaks there were, as far as `History` does not have it yet.
  @usableFromInline var takes: UInt32
  /// What its leases and its level come to.
  @usableFromInline var live: Int
  /// What was abandoned and not freed since.
  @usableFromInline var leaked: Int
  /// In how many pieces it was.
  @usableFromInline var leaks: Int
  /// What was ever taken, as far as `History` does not have it yet.
  @usableFromInline var taken: UInt

  @usableFromInline static var levels: Int { 4 }

  /// The balance at one of the levels, in the order in which they are asked.
  func balance(_ level: Int) -> Int {
    switch level {
    case 0: Int(slot)
    case 1: Int(pool)
    case 2: Int(process)
    default: Int(host)
    }
  }

  var isUsed: Bool { process != 0 }
}

/// The rest of an account, which only rarer things touch.
@frozen @usableFromInline
struct AccountDetail: BitwiseCopyable, Sendable {
  @usableFromInline var terms: Account.Terms
  /// How often the account was opened and not closed.
  @usableFromInline var openings: UInt32
  @usableFromInline var hash: UInt32
}
