import Kernel
import KnowledgeBase
import Plan
import Schema

/// Finds what could be done about defects on a site: everything that the product tables, the gates and
/// what the articles say of freeing suggest, whether or not it will help. That is for a run to tell.
struct RemedyFinder {
  private let draft: SiteDraft
  private let defects: [Defect]
  /// How often something may be restarted.
  private let periods: [Interval]
  private(set) var options: [RemedyOption] = []

  init(_ draft: SiteDraft, _ defects: [Defect], periods: [Interval]) {
    self.draft = draft
    self.defects = defects
    self.periods = periods
  }

  /// What the topology says.
  var document: TopologyDocument { draft.document }

  /// Adds what could be done about a defect on a host.
  mutating func add(_ ailment: Ailment) {
    guard let defect = defects.first(where: { $0.id == ailment.defect }),
      let host = draft.hosts.first(where: { $0.name.value == ailment.host })
    else { return }
    addSettings(defect, host)
    addHotfixes(defect, host)
    addReleases(defect, host)
    addRestarts(defect, host)
    addRoutes(defect, host)
    addMemory(defect, host)
    addSystems(defect, host)
  }

  /// Adds an option that is not there yet.
  mutating func add(_ words: String, _ effort: RemedyOption.Effort, _ changes: [(String, String)]) {
    guard !options.contains(where: { $0.words == words }) else { return }
    options.append(
      RemedyOption(
        words: words,
        effort: effort,
        changes: changes.map { Override(path: $0.0, value: $0.1, origin: "--set") }
      )
    )
  }

  /// What a gate asks for and can be set otherwise.
  private mutating func addSettings(_ defect: Defect, _ host: HostDraft) {
    let name = host.name.value
    for test in defect.gate.needs {
      switch test.fact {
      case .option(.rerouting):
        add(
          "nothing rerouted by \(name)",
          .setting,
          [("exchange.\(name).internet-mail.reroute", "{}")]
        )
      case .option(.ehlo):
        add(
          "HELO instead of EHLO on \(name)",
          .setting,
          [("exchange.\(name).internet-mail.ehlo", "false")]
        )
      case .installed(let component):
        let others = host.entry.installed.value.map(\.value).filter {
          $0.lowercased() != component.lowercased()
        }
        add(
          "\(name) without \(component)",
          .setting,
          [("hosts.\(name).installed", Self.list(others))]
        )
      default: break
      }
    }
  }

  private mutating func addHotfixes(_ defect: Defect, _ host: HostDraft) {
    let name = host.name.value
    for case .hotfix(let id) in defect.fixes {
      for (installation, path, own) in installations(of: host) {
        guard let fixed = try? installation.adding(hotfix: id), fixed.hasHotfix(id) else {
          continue
        }
        add("hotfix \(id) on \(name)", .hotfix, [(path + ".hotfixes", Self.list(own + [id]))])
      }
    }
  }

  /// The later service packs of what runs the defect's process, and those of its system; then other lines
  /// that correct it.
  private mutating func addReleases(_ defect: Defect, _ host: HostDraft) {
    let name = host.name.value
    if let exchange = host.exchange {
      for release in exchange.product.releases where release.ordinal > exchange.release.ordinal {
        let spelling = exchange.product.spelling(of: release)
        add(
          "Exchange \(spelling) on \(name)",
          .servicePack,
          [("exchange.\(name).version", spelling)]
        )
      }
      for case .release(let product, let release) in defect.fixes {
        guard
          let (line, found) = ProductTable.shared.release(titled: "\(product) \(release)"),
          line.name == exchange.product.name, line.branch != exchange.product.branch,
          (line.branch.major, line.branch.minor)
            > (exchange.product.branch.major, exchange.product.branch.minor)
        else { continue }
        let spelling = line.spelling(of: found)
        add("Exchange \(spelling) on \(name)", .upgrade, [("exchange.\(name).version", spelling)])
      }
    }
    let system = host.entry.system.value
    for pack in system.family.servicePacks.indices where pack > system.servicePack {
      let later = OperatingSystem(system.family, system.edition, servicePack: pack)
      add("\(later) on \(name)", .servicePack, [("hosts.\(name).os", "\(later)")])
    }
  }

  /// Restarts of what frees what the defect took.
  private mutating func addRestarts(_ defect: Defect, _ host: HostDraft) {
    let name = host.name.value
    for remedy in defect.remedies {
      let (step, what): (String, String)
      switch remedy.value {
      case .stop(let service): (step, what) = ("restart: \(service)", "\(service) of \(name)")
      case .restart(let image):
        let names = host.processes.map { draft.processes[$0.index] }.filter { $0.image == image }
          .compactMap(\.service)
        for service in names { addRestarts("restart: \(service)", "\(service) of \(name)", name) }
        continue
      case .reboot: (step, what) = ("reboot: \(name)", name)
      case .removeItem: continue
      }
      addRestarts(step, what, name)
    }
  }

  private mutating func addRestarts(_ step: String, _ what: String, _ host: String) {
    for period in periods {
      let every = Self.text(period)
      add(
        "restart of \(what) every \(every)",
        .restarts,
        [("operators.remedy", "{ every: \(every), host: \(host), does: [ { \(step) } ] }")]
      )
    }
  }

  private mutating func addMemory(_ defect: Defect, _ host: HostDraft) {
    let takesMemory = defect.effects.contains { effect in
      switch effect.mechanism {
      case .leak(.kind(let kind), _, _, _, _), .grow(.kind(let kind), _, _, _, _): kind.isBytes
      default: false
      }
    }
    guard takesMemory else { return }
    let name = host.name.value
    let memory = host.entry.memory.value
    let pagefile = host.entry.pagefile?.value ?? memory + 12 << 20
    add(
      "twice the memory and page file on \(name)",
      .memory,
      [
        ("hosts.\(name).memory", "\(min(memory * 2, 4 << 30) >> 20) MiB"),
        ("hosts.\(name).pagefile", "\(min(pagefile * 2, 4_095 << 20) >> 20) MiB"),
      ]
    )
  }

  /// The other family of systems, where the gate looks at it.
  private mutating func addSystems(_ defect: Defect, _ host: HostDraft) {
    let tests = defect.gate.alternatives.flatMap(\.self) + defect.gate.needs
    guard tests.contains(where: { $0.fact == .family }) else { return }
    let system = host.entry.system.value
    for family in OperatingSystem.Family.allCases where family != system.family {
      guard family.editions.contains(system.edition) else { continue }
      let last = family.servicePacks.count - 1
      let other = OperatingSystem(family, system.edition, servicePack: last)
      add(
        "\(other) on \(host.name.value)",
        .upgrade,
        [("hosts.\(host.name.value).os", "\(other)")]
      )
    }
  }

  /// What can have hotfixes on a host: the path of its key, and the hotfixes that stand there.
  private func installations(of host: HostDraft) -> [(Installation, String, [String])] {
    let name = host.name.value
    var found: [(Installation, String, [String])] = []
    if let exchange = host.exchange {
      let own = document.exchange.value.first { $0.name.value == name }?.value.hotfixes.value
      found.append((exchange, "exchange.\(name)", own?.map(\.value) ?? []))
    }
    found.append((host.installation, "hosts.\(name)", host.entry.hotfixes.value.map(\.value)))
    return found
  }

  private static func list(_ names: [String]) -> String {
    "[\(names.joined(separator: ", "))]"
  }

  /// A length of time as a topology has it.
  private static func text(_ interval: Interval) -> String {
    let minutes = interval.ticks / Interval.minutes(1).ticks
    if minutes % 1_440 == 0 { return "\(minutes / 1_440)d" }
    return minutes % 60 == 0 ? "\(minutes / 60)h" : "\(minutes)m"
  }
}
