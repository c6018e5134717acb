import Kernel

/// What holding costs: a lease taken and given back, a leak, and the stop of a process that owns much.
let ledgerCases: [Case] = [
  Case("ledger/lease", warmUp: 100_000, limits: [.nanoseconds(10)]) {
    LedgerWorkload { books, turn, operations in
      var granted: UInt64 = 0
      var order = Round(after: turn)
      for _ in 0..<operations {
        let account = books.order[order.next()]
        if let lease = books.ledger.take(account, 3).lease {
          granted &+= books.ledger.giveBack(lease) ? 1 : 0
        }
      }
      return granted
    }
  },
  Case("ledger/leak", warmUp: 100_000, limits: [.nanoseconds(6)]) {
    LedgerWorkload { books, turn, operations in
      var leaked: UInt64 = 0
      var order = Round(after: turn)
      for _ in 0..<operations {
        let account = books.order[order.next()]
        leaked &+= books.ledger.leak(account, 1) == nil ? 1 : 0
      }
      return leaked
    }
  },
  // An operation is an account, on which something is taken and which the stop empties.
  Case("ledger/stop-process", batch: Books.accountCount) {
    LedgerWorkload { books, _, operations in
      var emptied: UInt64 = 0
      for _ in 0..<(operations / Books.accountCount) {
        for account in books.accounts { _ = books.ledger.take(account, 3) }
        emptied &+= UInt64(books.ledger.stop(books.owner).emptied)
      }
      return emptied
    }
  },
]

private final class LedgerWorkload: Workload {
  private var books = mustFit { () throws(Halt) in try Books() }
  private let loop: (inout Books, Int, Int) -> UInt64
  private var turn = 0
  private var answer: UInt64 = 0

  /// `loop` gets the number of operations before this call and of those to do.
  init(_ loop: @escaping (inout Books, Int, Int) -> UInt64) {
    self.loop = loop
  }

  var bytes: Int { books.ledger.bytes }

  func run(_ operations: Int) -> UInt64 {
    answer &+= loop(&books, turn, operations)
    turn += operations
    return answer
  }
}

/// Places from 0 to the number of accounts, again and again.
private struct Round {
  private var place: Int

  init(after operations: Int) { place = operations % Books.accountCount }

  mutating func next() -> Int {
    defer { place = place + 1 == Books.accountCount ? 0 : place + 1 }
    return place
  }
}

/// A ledger of ten thousand accounts of one owner, with limits that are never reached at all four levels.
private struct Books: ~Copyable {
  static let accountCount = 10_000

  var ledger: Ledger
  let owner: Ledger.Process
  let accounts: [Account]

  /// All accounts, shuffled.
  let order: [Account]

  init() throws(Halt) {
    var ledger = Ledger(
      Ledger.Capacity(
        processes: 65,
        resources: 4,
        sites: 16,
        accounts: Self.accountCount,
        slots: Self.accountCount,
        pools: 1,
        ladders: 1,
        rungs: 2
      )
    )
    let host = try ledger.addHost()
    let owner = try ledger.addProcess(on: host)
    var holders: [Ledger.Process] = []
    for _ in 0..<64 { holders.append(try ledger.addProcess(on: host)) }
    let ladder = try ledger.addLadder(
      capacity: 1 << 62,
      rungs: [.init(at: 1 << 60, .init(0)), .init(at: 1 << 61, .init(1))]
    )
    let pool = try ledger.addPool(ladder)
    for number in 0..<4 {
      let resource = Ledger.Resource(number)
      try ledger.setLadder(ladder, at: .host(resource, host))
      for holder in holders {
        try ledger.setLadder(ladder, at: .process(resource, holder))
        ledger.setLadder(ladder, atEachKeyOf: resource, holder)
      }
    }
    var accounts: [Account] = []
    for number in 0..<Self.accountCount {
      let terms = Account.Terms(
        Ledger.Resource(number % 4),
        by: Ledger.Site(number % 16),
        holder: holders[number / 4 % 64],
        owner: owner,
        key: Ledger.Key(number),
        pool: number % 8 == 0 ? pool : nil
      )
      accounts.append(try ledger.open(terms))
    }
    var draws = Draws(seed: 0x6C65_6467_6572)
    var order = accounts
    for last in stride(from: order.count - 1, to: 0, by: -1) {
      order.swapAt(last, Int(draws.bits() % UInt64(last + 1)))
    }
    self.order = order
    self.ledger = ledger
    self.owner = owner
    self.accounts = accounts
  }
}
