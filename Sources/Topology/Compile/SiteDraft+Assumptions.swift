import KnowledgeBase
import Plan
import Schema

extension SiteDraft {
  /// Everything that is so because nobody wrote otherwise, with where it comes from: defaults of keys,
  /// amounts of defects that can be in force here, and what is assumed of processes.
  func assumptions(_ articles: [Article], _ sites: [DefectSite]) -> [Assumption] {
    var assumptions = reading.defaultsInUse.map { value in
      Assumption(
        name: "\(value.record): \(value.key.name)",
        value: value.key.absence.text,
        reason: value.key.summary,
        provenance: Provenance(value.key.source)
      )
    }
    let near = sites.filter { $0.verdict.isOpen || $0.verdict.isNearlyOpen }
    for (number, article) in articles.enumerated()
    where near.contains(where: { $0.defect == number }) {
      assumptions += article.values.filter { $0.provenance != .text }.map { value in
        Assumption(
          name: "\(article.id): \(value.path)",
          value: value.text,
          reason: value.purpose,
          provenance: value.provenance
        )
      }
    }
    return assumptions + [ServiceCatalogue.assumption] + WorldLimits.assumptions
  }
}

extension KeyForm.Absence {
  fileprivate var text: String {
    if case .value(let text) = self { text } else { "" }
  }
}

extension Provenance {
  /// Where the default of a key comes from.
  init(_ source: Source) {
    self =
      switch source {
      case .article(let id): .article(id)
      case .documented: .widelyKnown
      case .assumed: .assumed
      case .free: .topology
      }
  }
}
