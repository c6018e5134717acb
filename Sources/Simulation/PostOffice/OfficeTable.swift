import Kernel
import Plan

/// Post offices: how each reaches others, and which of its mailbags hold something.
struct OfficeTable: ~Copyable {
  var states: Slab<OfficeState>
  /// Lists of routes: those of post offices first, one for all members of a group, then those that
  /// scripts bring.
  private let entries: Slab<Entry>
  private let lists: Slab<RouteList>
  private let firstScripted: Int
  /// Which movers serve post offices, and at which place of their list: each one's together.
  private let served: Slab<Service>

  struct OfficeState: BitwiseCopyable {
    /// Its list of routes.
    var routes: UInt32 = 0
    /// One more than the server whose connector it belongs to.
    var server: UInt32 = 0
    var disk: UInt32 = 0
    var network: UInt32 = 0
    var hopLimit: UInt8 = 10
    /// How many faults close its share.
    var faults: UInt16 = 0
    /// Its disk was found full, and has not been found to have room since.
    var isFull = false
    /// The first mailbag that is not empty.
    var firstMailbag: UInt32 = 0
    var outbound: UInt32 = 0
    var delivered: UInt64 = 0
    var returned: UInt64 = 0
    /// The first that serves it, which is mostly the only one: with it an office is one cache line.
    var service = Service(mover: 0, place: 0)
    var firstService: UInt32 = 0
    var serviceCount: UInt32 = 0
  }

  /// The route to post offices that follow one another, as the members of a group do.
  struct Entry: BitwiseCopyable {
    var target: UInt32
    /// One more than the last.
    var end: UInt32
    /// 0 direct, or else one more than the post office it goes via.
    var via: UInt32
  }

  struct RouteList: BitwiseCopyable {
    var first: UInt32 = 0
    var count: UInt32 = 0
    /// 0 unknown, 1 direct, or else two more than the post office it goes via.
    var others: UInt32 = 0
  }

  struct Service: BitwiseCopyable {
    var mover: UInt32
    var place: UInt32
  }

  init(_ plan: SitePlan) {
    var entries: [Entry] = []
    var lists: [RouteList] = []
    func add(_ routes: PostOfficeRoutes) {
      let first = UInt32(entries.count)
      for entry in routes.named {
        let (target, via) = (UInt32(entry.target.index), Self.code(entry.route, 1))
        if entries.count > first, entries.last?.end == target, entries.last?.via == via {
          entries[entries.count - 1].end += 1
        } else {
          entries.append(Entry(target: target, end: target + 1, via: via))
        }
      }
      lists.append(
        RouteList(
          first: first,
          count: UInt32(entries.count) - first,
          others: routes.others.map { Self.code($0, 2) + ($0 == .direct ? 1 : 0) } ?? 0
        )
      )
    }
    states = Slab(count: plan.postOffices.count)
    for (number, office) in plan.postOffices.enumerated() {
      // Members of a group follow one another and share the array itself, so this compares no entries.
      if number == 0 || office.routes != plan.postOffices[number - 1].routes { add(office.routes) }
      states[number] = OfficeState()
      states[number].routes = UInt32(lists.count - 1)
    }
    firstScripted = lists.count
    for action in plan.script {
      for case .route(_, let routes) in action.steps { add(routes) }
    }
    self.entries = Slab(entries)
    self.lists = Slab(lists)
    var networks: [Substring: UInt32] = [:]
    for (number, office) in plan.postOffices.enumerated() {
      let network = office.name.prefix { $0 != "/" }
      let networkNumber = networks[network] ?? UInt32(networks.count)
      networks[network] = networkNumber
      states[number].server = office.connector.map { UInt32($0.index) + 1 } ?? 0
      states[number].disk = office.disk.map { UInt32($0.index) + 1 } ?? 0
      states[number].network = networkNumber
      states[number].hopLimit = UInt8(min(office.hopLimit, 255))
    }
    let (served, starts) = Self.services(plan)
    self.served = Slab(served)
    for office in plan.postOffices.indices where starts[office] < starts[office + 1] {
      states[office].service = served[Int(starts[office])]
      states[office].firstService = starts[office]
      states[office].serviceCount = starts[office + 1] - starts[office]
    }
  }

  /// Which movers serve each post office, in the order of movers, and where each one's begin.
  private static func services(_ plan: SitePlan) -> (served: [Service], starts: [UInt32]) {
    let lists = plan.movers.map { MoverTable.offices(of: $0, plan) }
    // Counted, summed up, filled in: an array for each post office would be an allocation for each.
    var starts = Array(repeating: UInt32(0), count: plan.postOffices.count + 1)
    for office in lists.joined() { starts[office.index + 1] += 1 }
    for office in plan.postOffices.indices { starts[office + 1] += starts[office] }
    var served = Array(repeating: Service(mover: 0, place: 0), count: Int(starts.last ?? 0))
    var next = starts
    for (mover, list) in lists.enumerated() {
      for (place, office) in list.enumerated() {
        served[Int(next[office.index])] = Service(mover: UInt32(mover), place: UInt32(place))
        next[office.index] += 1
      }
    }
    return (served, starts)
  }

  private static func code(_ route: PostOfficeRoute, _ base: Int) -> UInt32 {
    switch route {
    case .direct: 0
    case .via(let office): UInt32(office.index + base)
    }
  }

  /// Where the list lies that a script's step brings, by the step's number among them.
  func scriptedList(_ number: Int) -> Int { firstScripted + number }

  /// The post office in whose mailbag mail for another is put: that one itself where it is direct.
  mutating func route(from office: Int, to target: Int) -> Int? {
    let list = lists[Int(states[office].routes)]
    var low = Int(list.first)
    var high = low + Int(list.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].end <= UInt32(target) { low = middle + 1 } else { high = middle }
    }
    if low < Int(list.first) + Int(list.count), entries[low].target <= UInt32(target) {
      return entries[low].via == 0 ? target : Int(entries[low].via) - 1
    }
    return switch list.others {
    case 0: nil
    case 1: target
    default: Int(list.others) - 2
    }
  }

  /// Whether mail for another post office goes straight there.
  mutating func isDirect(from office: Int, to target: Int) -> Bool {
    route(from: office, to: target) == target
  }

  /// The numbers of those that serve a post office.
  @inline(__always)
  mutating func services(of office: Int) -> Range<Int> {
    0..<Int(states[office].serviceCount)
  }

  /// A mover that serves a post office, and its place for it.
  @inline(__always)
  mutating func service(_ number: Int, of office: Int) -> Service {
    number == 0 ? states[office].service : served[Int(states[office].firstService) + number]
  }

  /// Whether a mover serves a post office.
  @inline(__always)
  mutating func serves(_ mover: Int, _ office: Int) -> Bool {
    for number in services(of: office) where Int(service(number, of: office).mover) == mover {
      return true
    }
    return false
  }
}
