import KnowledgeBase
import Plan
import Schema

extension SiteDraft {
  /// What a service pack or a hotfix changes on a host.
  ///
  /// - Parameter what: `5.5 SP4`, `NT 4.0 SP4`, `Windows 2000 SP2`, or the id of a hotfix.
  func installStep(_ what: Written<String>, on id: HostID) -> ScriptedAction.Step? {
    let host = hosts[id.index]
    let spelling = what.value
    if spelling.hasPrefix("Q") {
      return hotfixStep(what, on: id)
    }
    if let system = try? ProductTable.shared.operatingSystem(spelling) {
      return systemStep(what, system, on: id)
    }
    guard let exchange = host.exchange else {
      return unknown(what, on: id, ["\(host.name.value) has \(host.installation)"])
    }
    do throws(Complaint) {
      let wanted = try ProductTable.shared.installation(spelling, of: "Exchange")
      if place(of: wanted) < place(of: exchange) {
        return unknown(what, on: id, ["\(host.name.value) has \(exchange) already"])
      }
      let upgraded =
        wanted.product.branch == exchange.product.branch
        ? exchange.upgraded(to: wanted.release) : wanted
      return .install(id, name: spelling, facts(upgraded, besides: exchange))
    } catch {
      return unknown(what, on: id, [error.message])
    }
  }

  /// Where a release of Exchange stands among all.
  private func place(of installation: Installation) -> (major: Int, minor: Int, release: Int) {
    let branch = installation.product.branch
    return (branch.major, branch.minor, installation.release.ordinal)
  }

  private func systemStep(
    _ what: Written<String>,
    _ system: OperatingSystem,
    on id: HostID
  ) -> ScriptedAction.Step? {
    let own = hosts[id.index].entry.system.value
    guard own.family == system.family else {
      return unknown(
        what,
        on: id,
        ["\(hosts[id.index].name.value) has \(own); a service pack is for its own system"]
      )
    }
    guard system.servicePack >= own.servicePack else {
      return unknown(what, on: id, ["\(hosts[id.index].name.value) has \(own) already"])
    }
    let old = hosts[id.index].installation
    let plain = ProductTable.shared.installation(
      of: OperatingSystem(own.family, own.edition, servicePack: system.servicePack)
    )
    let facts = facts(old.upgraded(to: plain.release), besides: old)
    return .install(
      id,
      name: what.value,
      facts + [FactValue(.servicePack, Int64(system.servicePack))]
    )
  }

  private func hotfixStep(_ what: Written<String>, on id: HostID) -> ScriptedAction.Step? {
    let host = hosts[id.index]
    var problems: [Complaint] = []
    for installation in [host.exchange, host.installation].compactMap(\.self) {
      do throws(Complaint) {
        let new = try installation.adding(hotfix: what.value)
        return .install(id, name: what.value, facts(new, besides: installation))
      } catch {
        problems.append(error)
      }
    }
    return unknown(what, on: id, problems.map(\.message))
  }

  private func unknown(
    _ what: Written<String>,
    on id: HostID,
    _ notes: [String]
  ) -> ScriptedAction.Step? {
    // Who writes `SP4` alone may mean the system's or Exchange's.
    let host = hosts[id.index]
    let lines =
      ["\(host.entry.system.value.family.rawValue)"]
      + (host.exchange.map { ["\($0.product.branch)"] } ?? [])
    let isPack = what.value.hasPrefix("SP") && !what.value.contains(" ")
    let product = "Exchange "
    let release = what.value.hasPrefix(product) ? [String(what.value.dropFirst(product.count))] : []
    report(
      TopologyRule.unknownInstall,
      at: what.place,
      "`\(what.value)` cannot be installed on \(host.name.value).",
      notes: isPack
        ? ["a service pack is written with its product"]
        : release.isEmpty ? notes : ["a release of Exchange is written without its name"],
      fixes: isPack ? lines.map { "\($0) \(what.value)" } : release
    )
    return nil
  }

  /// The files that differ, and the articles of which one has the correction and the other has not.
  private func facts(_ new: Installation, besides old: Installation) -> [FactValue] {
    let before = Set(old.files)
    let files = new.files.filter { !before.contains($0) }.map {
      FactValue(.file($0.file), $0.version.packed)
    }
    var seen: Set<String> = []
    let ids = (old.product.hotfixIDs + new.product.hotfixIDs).filter { seen.insert($0).inserted }
    return files
      + ids.filter { new.hasHotfix($0) != old.hasHotfix($0) }.map {
        FactValue(.hotfix($0), new.hasHotfix($0) ? 1 : 0)
      }
  }
}
