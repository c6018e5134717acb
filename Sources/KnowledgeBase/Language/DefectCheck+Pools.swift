import Plan
import Schema

extension DefectCheck {
  /// A pool, with its name as it is written.
  func pool(_ named: Named<PoolText>) -> (name: Written<String>, pool: DefectPool)? {
    let name = named.name
    if ResourceKind(rawValue: name.value) != nil {
      report(
        .poolName,
        at: name.place,
        "`\(name.value)` is a resource of the modelled world.",
        label: "needs a name of its own",
        fixes: ["\(name.value)-of-its-own"]
      )
    }
    let text = named.value
    var rungs: [Rung] = []
    for (rung, place) in text.ladder.value.map({ ($0.value, $0.value.level.place) }) {
      if let last = rungs.last, rung.level.value <= last.thousandths {
        report(
          .ladderOrder,
          at: place,
          "`\(Percent.text(rung.level.value))` does not lie above"
            + " `\(Percent.text(last.thousandths))`.",
          label: "not higher than the rung before it"
        )
      }
      rungs.append(Rung(thousandths: rung.level.value, rung.symptom.value))
    }
    guard name.isSound else { return nil }
    return (
      name,
      DefectPool(
        name: name.value,
        per: text.per.value,
        capacity: text.capacity.value,
        ladder: rungs
      )
    )
  }

  /// Reports pools that nothing takes from, and pools by key where there are no keys.
  func reportUnusedPools() {
    var used: Set<String> = []
    for effect in body.effects.value {
      switch effect.value.action.value {
      case .leak(let name), .withhold(let name), .grow(let name): used.insert(name.value)
      default: break
      }
    }
    if case .level(let name) = body.trigger.value.cause.value { used.insert(name.value) }
    for pool in body.pools.value {
      if !used.contains(pool.name.value), body.effects.isSound {
        report(
          .unusedPool,
          at: pool.name.place,
          "Nothing takes from the pool `\(pool.name.value)`.",
          label: "never used"
        )
      }
      if pool.value.per.isSound, pool.value.per.value == .key {
        needKey(at: pool.value.per.place, "A pool for each key")
      }
    }
  }

  /// Reports where the trigger has no key.
  func needKey(at place: Place, _ what: String) {
    guard let trigger else { return }
    var event = "this trigger"
    if case .event(let kind) = trigger.cause {
      if kind.key != nil { return }
      event = "`\(kind.rawValue)`"
    }
    report(
      .keyMissing,
      at: place,
      "\(what) needs an event with a key, and \(event) has none.",
      label: "no key here",
      notes: [
        "events with a key are "
          + Words.list(EventKind.allCases.filter { $0.key != nil }.map(\.rawValue), "and")
      ]
    )
  }
}
