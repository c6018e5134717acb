import Kernel

/// A small ledger for tests by example: two hosts, two processes on the first, one on the second, a
/// disk on the first that outlasts reboots.
struct LedgerSite: ~Copyable {
  static let handles = Ledger.Resource(0)
  static let bytes = Ledger.Resource(1)
  static let sound = Ledger.Site(0)
  static let faulty = Ledger.Site(1)

  var ledger: Ledger
  let host: Ledger.Host
  let otherHost: Ledger.Host
  let server: Ledger.Process
  let client: Ledger.Process
  let remote: Ledger.Process
  let disk: Ledger.Process

  init(accounts: Int = 16, slots: Int = 8) throws {
    // Locals, as a value that cannot be copied cannot be left half made by an error.
    var ledger = Ledger(
      Ledger.Capacity(
        hosts: 2,
        processes: 4,
        resources: 2,
        sites: 2,
        accounts: accounts,
        slots: slots,
        pools: 2,
        ladders: 12,
        rungs: 300
      )
    )
    let host = try ledger.addHost()
    let otherHost = try ledger.addHost()
    let server = try ledger.addProcess(on: host)
    let client = try ledger.addProcess(on: host)
    let remote = try ledger.addProcess(on: otherHost)
    let disk = try ledger.addProcess(on: host, outlastsReboot: true)
    self.ledger = ledger
    self.host = host
    self.otherHost = otherHost
    self.server = server
    self.client = client
    self.remote = remote
    self.disk = disk
  }

  /// Handles that the server holds, by default for itself and by sound behaviour.
  func terms(
    by site: Ledger.Site = LedgerSite.sound,
    owner: Ledger.Process? = nil,
    key: Int? = nil,
    pool: Ledger.Pool? = nil
  ) -> Account.Terms {
    Account.Terms(
      Self.handles,
      by: site,
      holder: server,
      owner: owner,
      key: key.map { Ledger.Key($0) },
      pool: pool
    )
  }

  /// Everything that is still to be reported.
  mutating func crossings() -> [Ledger.Crossing] {
    var crossings: [Ledger.Crossing] = []
    while let crossing = ledger.nextCrossing() { crossings.append(crossing) }
    return crossings
  }
}
