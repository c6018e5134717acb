import Kernel
import Plan

/// A mail host of a domain.
struct ExchangeEntry: BitwiseCopyable {
  var preference: UInt32
  var host: UInt32
}

extension SiteWorld {
  /// The places of a domain's mail hosts in the list of all.
  @inline(__always)
  func exchangesOfDomains(_ domain: Int) -> Range<Int> {
    Int(exchangeStarts[domain])..<Int(exchangeStarts[domain + 1])
  }

  static func exchanges(_ plan: SitePlan) -> Slab<ExchangeEntry> {
    Slab(
      plan.domains.flatMap(\.exchanges).map {
        ExchangeEntry(preference: UInt32($0.preference), host: UInt32($0.host.index))
      }
    )
  }

  static func exchangeStarts(_ plan: SitePlan) -> Slab<UInt32> {
    var starts: [UInt32] = [0]
    for domain in plan.domains { starts.append(starts.last! + UInt32(domain.exchanges.count)) }
    return Slab(starts)
  }

  /// Where a server sends mail for a domain that comes in from outside: nothing where it takes none,
  /// 0 where it is for its own people, or else one more than the key of a queue.
  func reroutes(of server: Int, _ domain: Int) -> Int? {
    let code = rerouting[server * plan.domains.count + domain]
    return code < 0 ? nil : Int(code)
  }

  /// For each server and domain what `reroutes` says, -1 for nothing.
  static func rerouting(_ plan: SitePlan) -> Slab<Int32> {
    var codes = Slab<Int32>(count: plan.servers.count * plan.domains.count)
    for (number, server) in plan.servers.enumerated() {
      for (domain, entry) in plan.domains.enumerated() {
        let place = number * plan.domains.count + domain
        codes[place] = -1
        guard let table = server.internetMail?.rerouting,
          let line = InternetMailPlan.Rerouting.line(for: entry.name, in: table)
        else { continue }
        switch line.target {
        case .inbound: codes[place] = 0
        case .host(let host): codes[place] = Int32(DomainKey.host(host.index) + 1)
        case .server(let other): codes[place] = Int32(DomainKey.server(other.index) + 1)
        }
      }
    }
    return codes
  }

  /// For each host one more than the process that holds handles of the security provider; 0 for none.
  static func credentialHolders(_ plan: SitePlan) -> Slab<UInt32> {
    Slab(
      plan.hosts.map { host in
        host.processes.first { plan.processes[$0.index].image == "services.exe" }
          .map { UInt32($0.index) + 1 } ?? 0
      }
    )
  }

  /// Numbers of all names that events and defects use.
  static func addNames(_ plan: SitePlan, _ numbers: inout NameNumbers) {
    for administration in plan.administrations { _ = numbers.add(administration.tool) }
    for process in plan.processes {
      if let service = process.service { _ = numbers.add(service) }
    }
    for defect in plan.defects {
      for test in defect.trigger.when {
        if case .name(let name) = test.value { _ = numbers.add(name) }
      }
    }
  }

  /// For each flow, the reports and each activity: the names of its eight traits.
  static func traitNames(_ plan: SitePlan, _ numbers: inout NameNumbers) -> Slab<UInt32> {
    let lists = plan.flows.map(\.traits) + [[]] + plan.activities.map(\.traits)
    var names = Slab<UInt32>(count: lists.count * 8)
    for (number, traits) in lists.enumerated() {
      for place in 0..<8 { names[number * 8 + place] = .max }
      for (place, trait) in traits.prefix(8).enumerated() {
        names[number * 8 + place] = UInt32(numbers.add(trait.name))
      }
    }
    return names
  }
}

/// Which processes run which image.
struct ImageNumbers: ~Copyable {
  private let images: [String]
  private let hosts: [Int]

  init(_ plan: SitePlan) {
    images = plan.processes.map { $0.image.lowercased() }
    hosts = plan.processes.map(\.host.index)
  }

  /// Whether a process runs this image.
  func image(of process: Int, is file: String) -> Bool { images[process] == file }

  /// Whether some process on the same host runs this image.
  func isImage(_ file: String, onHostOf process: Int) -> Bool {
    images.indices.contains { hosts[$0] == hosts[process] && images[$0] == file }
  }
}

/// When hosts were started again: the first times of all.
struct RebootList: ~Copyable {
  var entries = Slab<Entry>(count: 1_024)
  var count = 0

  struct Entry: BitwiseCopyable {
    var time: UInt64 = 0
    var host: UInt32 = 0
  }
}

extension SiteWorld {
  mutating func noteReboot(_ host: Int) {
    guard reboots.count < reboots.entries.count else { return }
    reboots.entries[reboots.count] = RebootList.Entry(time: now, host: UInt32(host))
    reboots.count += 1
  }
}
