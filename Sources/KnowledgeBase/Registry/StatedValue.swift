import Kernel
public import Plan
import Schema

/// A value that a defect has, as it is written, and where it comes from.
public struct StatedValue: Hashable, Sendable {
  /// Its keys within the defect, such as `effect.1.amount`; items of a list are counted from 1.
  public let path: String
  /// What it is for, such as `leak of private-bytes`.
  public let purpose: String
  /// The value as it may be written, such as `2 KiB`.
  public let text: String
  /// Where it comes from.
  public let provenance: Provenance
}

extension ArticleBody {
  /// Its values with their sources, in the order of the keys.
  public var statedValues: [StatedValue] {
    triggerValues + poolValues
      + effects.value.enumerated().flatMap { index, item in
        effectValues(item.value, "effect.\(index + 1)")
      }
      + remedies.value.enumerated().map { index, item in
        let (what, name) =
          switch item.value.subject.value {
          case .stop(let service): ("stop", service.value)
          case .restart(let image): ("restart", image.value)
          case .reboot: ("reboot", "host")
          case .removeItem: ("remove", "item")
          }
        return StatedValue(
          path: "frees.\(index + 1)",
          purpose: "frees what was taken",
          text: "\(what): \(name)",
          provenance: item.value.source.value
        )
      }
  }

  private var triggerValues: [StatedValue] {
    let text = trigger.value
    var values: [StatedValue] = []
    func add(_ key: String, _ purpose: String, _ text: String, _ provenance: Provenance) {
      values.append(
        StatedValue(path: "trigger.\(key)", purpose: purpose, text: text, provenance: provenance)
      )
    }
    switch text.cause.value {
    case .uptime(let value):
      add("uptime", "how long it runs before", Self.text(value.value), value.provenance)
    case .every(let value):
      add("every", "how often", Self.text(value.value), value.provenance)
    case .event, .decision, .level: break
    }
    if let above = text.above?.value {
      add("above", "the level", Shape<LevelText>.level.text(of: above.value), above.provenance)
    }
    if let likelihood = text.likelihood?.value {
      add("probability", "how likely it is", "\(likelihood.value)", likelihood.provenance)
    }
    if let times = text.times?.value {
      add("after", "how often it must happen", "\(times.value) times", times.provenance)
    }
    return values
  }

  private var poolValues: [StatedValue] {
    pools.value.map { pool in
      let capacity = pool.value.capacity.value
      return StatedValue(
        path: "pools.\(pool.name.value).capacity",
        purpose: "pieces of \(pool.name.value)",
        text: "\(capacity.value)",
        provenance: capacity.provenance
      )
    }
  }

  private func effectValues(_ effect: EffectText, _ path: String) -> [StatedValue] {
    var values: [StatedValue] = []
    func add(_ key: String, _ purpose: String, _ text: String, _ provenance: Provenance) {
      values.append(
        StatedValue(path: "\(path).\(key)", purpose: purpose, text: text, provenance: provenance)
      )
    }
    func add(_ key: String, _ purpose: String, _ amount: AmountText) {
      let measure = amount.measure.value == .once ? "" : " \(amount.measure.value.rawValue)"
      add(key, purpose, amount.quantity.value.text + measure, amount.source.value)
    }
    let (amount, purpose): (AmountText?, String) =
      switch effect.action.value {
      case .leak(let name): (effect.amount?.value, "leak of \(name.value)")
      case .grow(let name): (effect.amount?.value, "growth of \(name.value)")
      case .withhold(let name): (effect.amount?.value, "withheld \(name.value)")
      case .block(let passage): (effect.workers?.value, "workers lost to \(passage.rawValue)")
      default: (nil, "")
      }
    if let amount { add(effect.workers == nil ? "amount" : "workers", purpose, amount) }
    if let each = effect.each?.value {
      add("each", "the time it grows in", Self.text(each.value), each.provenance)
    }
    if let share = effect.share?.value {
      add("share", "what is shown of the truth", Percent.text(share.value), share.provenance)
    }
    if let plus = effect.plus?.value {
      add("plus", "what is shown beyond the truth", plus.value.text, plus.provenance)
    }
    return values
  }

  private static func text(_ interval: Interval) -> String {
    Shape<Interval>.duration.text(of: interval)
  }
}
