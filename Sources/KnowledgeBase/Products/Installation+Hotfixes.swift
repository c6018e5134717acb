import Plan
public import Schema
import Text

/// What becomes of a hotfix that someone asks for.
public enum HotfixVerdict: Sendable {
  /// These are to be installed: the hotfix itself, or those that carry it.
  case installs([Hotfix])
  /// The release has it already.
  case isIncluded(Hotfix, in: Release)
  /// It is made for a later release.
  case needs(Hotfix, Release)
  /// It is made for other editions.
  case isForOtherEditions(Hotfix)
  /// The product has no such hotfix.
  case isUnknown
}

extension Installation {
  /// What becomes of the hotfix with this id, or of those that carry the article with this id.
  ///
  /// A hotfix of its own goes before one that gathers others. Where several carry an article, all that
  /// can be installed are.
  public func verdict(of id: String) -> HotfixVerdict {
    let own = product.hotfixes.filter { $0.id == id }
    let meant = own.isEmpty ? product.hotfixes.filter { $0.carries.contains(id) } : own
    let verdicts = meant.map(verdict)
    let fitting = verdicts.flatMap { verdict in
      if case .installs(let hotfixes) = verdict { hotfixes } else { [] as [Hotfix] }
    }
    if !fitting.isEmpty { return .installs(fitting) }
    // What is made for another edition says least about this one.
    let telling = verdicts.first {
      if case .isForOtherEditions = $0 { false } else { true }
    }
    return telling ?? verdicts.first ?? .isUnknown
  }

  private func verdict(of hotfix: Hotfix) -> HotfixVerdict {
    if let edition, !hotfix.editions.isEmpty, !hotfix.editions.contains(edition) {
      return .isForOtherEditions(hotfix)
    }
    if let included = hotfix.includedIn, release.ordinal >= included {
      return .isIncluded(hotfix, in: product.releases[included])
    }
    if release.ordinal < hotfix.follows {
      return .needs(hotfix, product.releases[hotfix.follows])
    }
    return .installs([hotfix])
  }

  /// The same with the hotfix of this id, or with those that carry the article of this id.
  ///
  /// One that the release includes changes nothing.
  /// - Throws: why it cannot be installed.
  public func adding(hotfix id: String) throws(Complaint) -> Installation {
    switch verdict(of: id) {
    case .installs(let hotfixes): return with(hotfixes)
    case .isIncluded: return self
    case .needs(let hotfix, let release):
      throw Complaint(
        .unknownHotfix,
        "\(id) is for \(product.spelling(of: release)) and later.",
        label: "this is \(self)",
        notes: hotfix.id == id ? [] : ["\(id) comes with \(hotfix.id)"]
      )
    case .isForOtherEditions(let hotfix):
      let editions = listed(hotfix.editions.map(\.rawValue))
      throw Complaint(.unknownHotfix, "\(id) is for \(product) \(editions).")
    case .isUnknown:
      throw Complaint(
        .unknownHotfix,
        "\(id) is no hotfix of \(product) that is known here.",
        label: "not known",
        fixes: nearestNames(to: id, among: product.hotfixIDs),
        notes: ["known are \(listed(product.hotfixes.map(\.id)))"]
      )
    }
  }
}

extension Installation {
  /// Whether it has the correction of this article: by a hotfix, or because the release includes one.
  public func hasHotfix(_ id: String) -> Bool {
    func corrects(_ hotfix: Hotfix) -> Bool { hotfix.id == id || hotfix.carries.contains(id) }
    return hotfixes.contains(where: corrects)
      || product.hotfixes.contains { hotfix in
        hotfix.includedIn.map { $0 <= release.ordinal } ?? false && corrects(hotfix)
      }
  }
}

extension Product {
  /// The ids that stand for its hotfixes, in order, each once: their own, then those that they carry.
  public var hotfixIDs: [String] {
    var seen: Set<String> = []
    return (hotfixes.map(\.id) + hotfixes.flatMap(\.carries)).filter { seen.insert($0).inserted }
  }
}
