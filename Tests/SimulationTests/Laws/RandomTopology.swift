/// A small random site with something of everything, written one entry a line so that entries can be
/// left out.
struct RandomTopology {
  /// An entry and the section in which it stands.
  struct Entry {
    let section: String
    let text: String
  }

  let seed: UInt64
  var entries: [Entry] = []
  /// How long it is to be run, in hours.
  let hours: Int

  private(set) var hosts: [String] = []
  private(set) var servers: [String] = []
  private(set) var offices: [String] = []
  private(set) var shadows: [String] = []
  let hasOffices: Bool
  let hasGroup: Bool
  private(set) var mailHosts: [String] = []
  private(set) var domains: [String] = []
  private(set) var links: [String] = []
  private(set) var services: [(host: String, name: String)] = []

  init(seed: UInt64) {
    self.seed = seed
    var chance = Chance(seed)
    hours = 6 + chance.below(66)
    hasOffices = !chance.once(in: 3)
    hasGroup = hasOffices && chance.once(in: 2)
    addServers(&chance)
    addOffices(&chance)
    addInternet(&chance)
    addTraffic(&chance)
    addPeople(&chance)
    addFaults(&chance)
    addDefects(&chance)
  }

  /// The topology as a text.
  var text: String {
    var text = "title: Seed \(seed)\nrun: { duration: \(hours)h, seed: \(seed), sample: 15m }\n"
    for section in Self.sections {
      let here = entries.filter { $0.section == section }
      if here.isEmpty { continue }
      text += "\(section):\n"
      for entry in here { text += "  \(entry.text)\n" }
    }
    return text
  }

  /// The entry that stands on a line of the text, counted from 1; nil for headings.
  func entry(onLine line: Int) -> Int? {
    var number = 2
    for section in Self.sections {
      let here = entries.indices.filter { entries[$0].section == section }
      if here.isEmpty { continue }
      number += 1
      for index in here {
        number += 1
        if number == line { return index }
      }
    }
    return nil
  }

  private static let sections = [
    "hosts", "exchange", "connectors", "post-offices", "external", "internet", "mail", "pop3",
    "administrators", "operators", "changes", "faults", "observe", "defects",
  ]

  mutating func add(_ section: String, _ text: String) {
    entries.append(Entry(section: section, text: text))
  }

  mutating func addHost(_ name: String, _ chance: inout Chance) {
    hosts.append(name)
    let systems = [
      "NT 4.0 Server SP3", "NT 4.0 Server SP4", "NT 4.0 Server SP6a", "Windows 2000 Server SP1",
    ]
    let free = chance.pick(["1 GiB", "1 GiB", "1 GiB", "12 MiB", "1 MiB"])
    var text = "\(name): { os: \(chance.pick(systems)), memory: \(chance.pick([32, 64, 256])) MiB"
    text += ", disks: { C: { size: 2 GiB, free: \(free) } }"
    if chance.once(in: 3) { text += ", pagefile: \(chance.pick([8, 64])) MiB" }
    if chance.once(in: 2) { text += ", installed: [SMTPSVC]" }
    if chance.once(in: 3) { text += ", processors: 2" }
    add("hosts", text + " }")
  }

  mutating func addServer(_ name: String) { servers.append(name) }

  mutating func addOffice(_ name: String) { offices.append(name) }

  mutating func addShadow(_ name: String) { shadows.append(name) }

  mutating func addDomain(_ name: String, host: String) {
    if domains.last != name { domains.append(name) }
    mailHosts.append(host)
  }

  mutating func addLink(_ name: String) { links.append(name) }

  mutating func addService(_ name: String, on host: String) { services.append((host, name)) }
}
