import Kernel
import Plan
import Record

extension SiteWorld {
  /// Rungs of limits that were crossed show, or no longer do.
  mutating func settleCrossings(_ queue: inout BoundedQueue) throws(Halt) {
    while let crossing = ledger.nextCrossing() {
      let number = crossing.rung.symptom.index
      if number >= Self.firstLevelWatch {
        guard crossing.isUpward else { continue }
        let watch = number - Self.firstLevelWatch
        let process = Int(effects.watches[watch].process)
        guard isRunning(process) else { continue }
        _ = try respond(watch..<watch + 1, in: process, Circumstances(), &queue)
        continue
      }
      guard let symptom = Symptom.allCases.indices.contains(number) ? number : nil else { continue }
      if crossing.isUpward {
        try show(symptom, crossing.scope, &queue)
      } else {
        fade(symptom, crossing.scope)
      }
    }
  }

  /// Numbers of symptoms from here on stand for watches of a level.
  static var firstLevelWatch: Int { 16 }

  /// What a limit has left is not enough: the last rung is reached.
  mutating func exhausted(_ scope: Ledger.Scope, _ queue: inout BoundedQueue) throws(Halt) {
    let ladder = ledger.ladder(at: scope)
    guard let last = lastSymptoms[min(ladder.index, lastSymptoms.count - 1)].last else { return }
    try show(last, scope, &queue)
  }

  /// Whether a new caller is told that the server is too busy: every other one is, while it lasts.
  mutating func turnsAway(_ host: Int) -> Bool {
    guard hosts[host].isBusy else { return false }
    hosts[host].hasTurnedAway.toggle()
    return hosts[host].hasTurnedAway
  }

  private mutating func show(
    _ symptom: Int,
    _ scope: Ledger.Scope,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    let (host, process, resource) = ledger.parts(of: scope)
    noteSymptom(symptom, host, process, resource)
    switch Symptom.allCases[symptom] {
    case .slow: hosts[host].slowness = max(hosts[host].slowness, WorldConstants.slowness)
    case .refused: break
    case .rpcBusy:
      hosts[host].isBusy = true
      if resource == Resources.pagedPool.index { write(.pagedPoolEmpty, on: host, 0) }
      if resource == Resources.nonpagedPool.index { write(.nonpagedPoolEmpty, on: host, 0) }
    case .outOfVirtualMemory: write(.outOfVirtualMemory, on: host, 0)
    case .stop:
      if let process, process < processes.count {
        try stop(process, .exhausted, site: culprit(scope), &queue)
      } else {
        try hang(host: host, site: culprit(scope), &queue)
      }
    case .hang:
      if let process, process < processes.count {
        try hang(process, isStoppable: true, site: culprit(scope), &queue)
      } else {
        try hang(host: host, site: culprit(scope), &queue)
      }
    case .corrupt:
      write(.bugCheck, on: host, 0)
      try reboot(host, &queue)
    }
  }

  private mutating func fade(_ symptom: Int, _ scope: Ledger.Scope) {
    let (host, process, resource) = ledger.parts(of: scope)
    endSymptom(symptom, host, process, resource)
    // Another limit may still be felt.
    switch Symptom.allCases[symptom] {
    case .slow: if !isFelt(symptom, on: host) { hosts[host].slowness = 1_000 }
    case .rpcBusy: if !isFelt(symptom, on: host) { hosts[host].isBusy = false }
    default: break
    }
  }

  /// The defect that holds most of what a limit has; nothing where none holds any of it.
  private mutating func culprit(_ scope: Ledger.Scope) -> Int? {
    var best: (site: Int, amount: UInt128)?
    for site in 0..<effects.sites.count {
      let amount = ledger.standing(of: Ledger.Site(site + 1), at: scope).amount
      if amount > best?.amount ?? 0 { best = (site, amount) }
    }
    return best?.site
  }
}
