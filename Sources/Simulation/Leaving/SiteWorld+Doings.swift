import Kernel
import Plan
import Record

extension SiteWorld {
  /// What a defect did on a host that shows neither in a balance nor in a process, effect by effect.
  func doings(_ site: Int) -> [DefectRecord.Doing] {
    let defect = plan.defects[plan.sites[site].defect]
    return defect.effects.enumerated().compactMap { offset, effect in
      guard let what = Self.words(effect, defect.trigger.cause) else { return nil }
      var (count, first, last) = (UInt64(0), UInt64.max, UInt64(0))
      // A process has a watch for itself, each with rows for all effects.
      for watch in 0..<effects.watches.count where Int(effects.watches[watch].site) == site {
        let doing = effects.doings[Int(effects.watches[watch].firstRow) + offset]
        guard doing.count > 0 else { continue }
        count += doing.count
        first = min(first, doing.first)
        last = max(last, doing.last)
      }
      guard count > 0 else { return nil }
      return DefectRecord.Doing(
        mechanism: effect.mechanism.kind,
        what: what,
        count: count,
        first: Instant(ticks: first),
        last: Instant(ticks: last)
      )
    }
  }

  /// What an effect is about; nil where the record tells of it otherwise.
  private static func words(_ effect: Effect, _ cause: Trigger.Cause) -> String? {
    switch effect.mechanism {
    case .strand(let passage, _): return passage.words
    case .answer(let answer):
      guard case .decision(let decision) = cause, answer < decision.answers.count else {
        return nil
      }
      return "\(decision.rawValue): \(decision.answers[answer])"
    case .distort(let path, _, _): return "\(path)"
    case .log(let source, let id): return "\(source) \(id)"
    case .leak, .withhold, .stop, .hang, .block, .latch, .poison, .grow: return nil
    }
  }
}
