public import Plan

/// Why a defect is in force on a host or is not, in words.
public struct GateExplanation: Hashable, Sendable {
  /// Whether the gate is open.
  public let isOpen: Bool
  /// What holds of what is asked.
  public let holds: [String]
  /// What shuts it; empty where it is open.
  public let shuts: [String]
  /// What would open it: all of these together.
  public let opens: [String]

  /// All in one line, for a listing.
  public var sentence: String {
    isOpen
      ? (holds.isEmpty ? "nothing is asked of the host" : holds.joined(separator: "; "))
      : shuts.joined(separator: "; ")
  }
}

extension Gate {
  /// Looks at a host's facts, as `verdict` does, and says what was found.
  ///
  /// - Parameters:
  ///   - host: the host's name.
  ///   - value: its facts; nil for one that it does not have.
  public func explanation(on host: String, _ value: @escaping (Fact) -> Int64?) -> GateExplanation {
    let facts = HostFacts(host, value)
    let conjunction = nearest(value)
    var items: [GateItem] = []
    if let ranges = commonFileRanges, !conjunction.allSatisfy({ $0.passes(value($0.fact)) }) {
      items = [ranges]
    } else {
      items = GateItem.items(of: conjunction)
    }
    items += GateItem.items(of: needs)
    let failed = items.filter { !$0.holds(facts) }
    let others =
      commonFileRanges == nil && conjunction.contains { !$0.passes(value($0.fact)) }
      ? alternatives.filter { $0 != conjunction } : []
    let instead = others.map { "or else \(GateWords.requirement($0))" }
    return GateExplanation(
      isOpen: failed.isEmpty,
      holds: items.filter { $0.holds(facts) }.map { $0.finding(facts) },
      shuts: failed.map { $0.finding(facts) } + (failed.isEmpty ? [] : instead),
      opens: failed.map { "\($0.requirement) on \(host)" } + (failed.isEmpty ? [] : instead)
    )
  }

  /// The alternative that holds, or comes nearest to it.
  private func nearest(_ value: (Fact) -> Int64?) -> [FactTest] {
    var nearest: [FactTest] = []
    var fewest = Int.max
    for alternative in alternatives {
      let failed = alternative.count { !$0.passes(value($0.fact)) }
      if failed < fewest { (nearest, fewest) = (alternative, failed) }
    }
    return nearest
  }

  /// The ranges of one file where that is all that is affected, as in most articles.
  private var commonFileRanges: GateItem? {
    guard alternatives.count > 1, case .file(let file)? = alternatives.first?.first?.fact,
      alternatives.allSatisfy({ $0.count == 1 && $0[0].fact == .file(file) })
    else { return nil }
    return .file(file, alternatives.map { $0[0] })
  }
}

/// What is true of a host.
struct HostFacts {
  let name: String
  let value: (Fact) -> Int64?

  init(_ name: String, _ value: @escaping (Fact) -> Int64?) {
    self.name = name
    self.value = value
  }

  /// Its operating system; nil where a part of it is not known.
  var system: OperatingSystem? {
    guard let family = value(.family), let edition = value(.edition),
      let pack = value(.servicePack),
      let known = word(OperatingSystem.Family.self, family),
      let kind = word(OperatingSystem.Edition.self, edition),
      known.servicePacks.indices.contains(Int(pack))
    else { return nil }
    return OperatingSystem(known, kind, servicePack: Int(pack))
  }
}

/// The word with this ordinal.
func word<Word: VocabularyWord>(_ type: Word.Type, _ ordinal: Int64) -> Word? {
  let all = Array(type.allCases)
  return all.indices.contains(Int(ordinal)) ? all[Int(ordinal)] : nil
}
