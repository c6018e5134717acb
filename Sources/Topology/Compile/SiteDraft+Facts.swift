import KnowledgeBase
import Plan
import Schema

extension SiteDraft {
  /// What is true of a host, as far as any of the defects asks.
  func facts(of host: HostDraft, asked: [Fact]) -> [FactValue] {
    asked.compactMap { fact in value(of: fact, host).map { FactValue(fact, $0) } }
  }

  private func value(of fact: Fact, _ host: HostDraft) -> Int64? {
    let system = host.entry.system.value
    switch fact {
    case .file(let file): return host.version(of: file)?.packed
    case .family: return Int64(system.family.ordinal)
    case .edition: return Int64(system.edition.ordinal)
    case .servicePack: return Int64(system.servicePack)
    case .platform: return Int64(host.entry.platform.value.ordinal)
    case .installed(let component):
      let isThere = host.entry.installed.value.contains {
        $0.value.lowercased() == component.lowercased()
      }
      return isThere ? 1 : 0
    case .hotfix(let id):
      let isThere =
        host.hotfixes.contains(id) || host.installation.hasHotfix(id)
        || host.exchange?.hasHotfix(id) ?? false
      return isThere ? 1 : 0
    case .option(let option):
      return host.options.last { $0.option == option }?.value
        ?? (host.exchange == nil ? nil : 0)
    }
  }

  /// The facts about systems, and those that the gates of defects ask for, each once, in their order.
  static func asked(by defects: [Defect]) -> [Fact] {
    var facts: [Fact] = [.family, .edition, .servicePack, .platform]
    var seen = Set(facts)
    for defect in defects {
      for test in defect.gate.alternatives.flatMap(\.self) + defect.gate.needs
      where seen.insert(test.fact).inserted {
        facts.append(test.fact)
      }
    }
    return facts
  }
}
