/// Accounts in doubly linked lists, threaded through one slab: those that a process holds, those that
/// it owns in other processes, and those of a site. The account that came last is first.
@frozen @usableFromInline
struct Chains: ~Copyable, Sendable {
  /// The three lists on which an account can be.
  @frozen @usableFromInline
  enum Thread: Int, Sendable {
    /// By the process that holds.
    case held
    /// By the process that owns, if another one holds.
    case owned
    /// By the site that takes.
    case site

    static var count: Int { 3 }
  }

  /// Neighbours, each as its number plus 1, or 0 at the end.
  @frozen @usableFromInline
  struct Link: BitwiseCopyable, Sendable {
    @usableFromInline var next: UInt32
    @usableFromInline var previous: UInt32
  }

  @usableFromInline var links: Slab<Link>
  /// The first of each list plus 1, 0 if it is empty.
  @usableFromInline var heads: Slab<UInt32>
  @usableFromInline let processes: Int

  init(_ capacity: Ledger.Capacity) {
    links = Slab(count: capacity.accounts * Thread.count)
    heads = Slab(count: Self.heads(capacity))
    processes = capacity.processes
  }

  static func bytes(_ capacity: Ledger.Capacity) -> Int {
    Slab<Link>.bytes(count: capacity.accounts * Thread.count)
      + Slab<UInt32>.bytes(count: heads(capacity))
  }

  var bytes: Int { links.bytes + heads.bytes }

  private static func heads(_ capacity: Ledger.Capacity) -> Int {
    2 * capacity.processes + capacity.sites
  }

  /// The first account on a list, plus 1; 0 if there is none.
  func first(_ thread: Thread, of index: Int) -> UInt32 { heads[head(thread, index)] }

  /// The account after `account` on its list, plus 1; 0 if it is the last.
  func next(_ thread: Thread, after account: Int) -> UInt32 { links[link(thread, account)].next }

  /// Puts `account` at the head of a list.
  mutating func insert(_ account: Int, _ thread: Thread, of index: Int) {
    let head = head(thread, index)
    let next = heads[head]
    links[link(thread, account)] = Link(next: next, previous: 0)
    if next != 0 { links[link(thread, Int(next) - 1)].previous = UInt32(account) + 1 }
    heads[head] = UInt32(account) + 1
  }

  /// Takes `account` off a list on which it is.
  mutating func remove(_ account: Int, _ thread: Thread, of index: Int) {
    let gone = links[link(thread, account)]
    if gone.previous == 0 {
      heads[head(thread, index)] = gone.next
    } else {
      links[link(thread, Int(gone.previous) - 1)].next = gone.next
    }
    if gone.next != 0 { links[link(thread, Int(gone.next) - 1)].previous = gone.previous }
    links[link(thread, account)] = Link(next: 0, previous: 0)
  }

  private func link(_ thread: Thread, _ account: Int) -> Int {
    account * Thread.count + thread.rawValue
  }

  private func head(_ thread: Thread, _ index: Int) -> Int { thread.rawValue * processes + index }
}
