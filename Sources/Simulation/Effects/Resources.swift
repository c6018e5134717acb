import Kernel
import Plan

/// The numbers by which the ledger knows what is taken, and by whom.
enum Resources {
  static let privateBytes = Ledger.Resource(0)
  static let addressSpace = Ledger.Resource(1)
  static let handles = Ledger.Resource(2)
  static let threads = Ledger.Resource(3)
  static let sockets = Ledger.Resource(4)
  static let pagedPool = Ledger.Resource(5)
  static let nonpagedPool = Ledger.Resource(6)
  static let registryOpens = Ledger.Resource(7)
  static let controlBlocks = Ledger.Resource(8)
  static let connectionSlots = Ledger.Resource(9)
  static let mailbagRecords = Ledger.Resource(10)
  static let disk = Ledger.Resource(11)
  /// Pools that defects declare follow.
  static let count = 12

  /// Whoever takes because that is how it works; sites of defects follow.
  static let sound = Ledger.Site(0)

  static func number(_ kind: ResourceKind) -> Int {
    switch kind {
    case .privateBytes: 0
    case .addressSpace: 1
    case .handles: 2
    case .threads: 3
    case .sockets: 4
    case .pagedPool: 5
    case .nonpagedPool: 6
    case .registryOpens: 7
    case .controlBlocks: 8
    case .connectionSlots: 9
    case .mailbagRecords: 10
    case .disk: 11
    }
  }
}

extension Ledger {
  /// Which host, which process and which resource a limit stands for.
  func parts(of scope: Scope) -> (host: Int, process: Int?, resource: Int) {
    switch scope {
    case .slot(let resource, let process, _), .process(let resource, let process):
      (host(of: process).index, process.index, resource.index)
    case .host(let resource, let host): (host.index, nil, resource.index)
    case .pool: (0, nil, 0)
    }
  }
}

/// Ranges of the numbers by which a holder's leases of one resource are told apart.
enum Keys {
  static let domain = 0
  static let registry = 1 << 28
  static let office = 2 << 28
  static let link = 3 << 28
}

/// Names that defects and topologies use, by number; capitals make no difference.
struct NameNumbers: ~Copyable {
  private var numbers: [String: Int] = [:]
  private(set) var names: [String] = []

  /// The number of a name; a new one where it has none.
  mutating func add(_ name: String) -> Int {
    let small = name.lowercased()
    if let number = numbers[small] { return number }
    numbers[small] = names.count
    names.append(name)
    return names.count - 1
  }

  /// The number of a name that was added.
  func number(of name: String) -> Int { numbers[name.lowercased()] ?? 0 }
}
