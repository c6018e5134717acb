import Kernel
import Testing

extension LedgerRandomRun {
  mutating func step() {
    switch dice.below(32) {
    case 0...6: take()
    case 7...11: endLease(abandoning: false)
    case 12...14: endLease(abandoning: true)
    case 15...18: leak()
    case 19...20: leakMany()
    case 21...23: setLevel()
    case 24...25: open()
    case 26: close()
    case 27: stop()
    case 28: reclaim()
    case 29...30: setLadder()
    default: if dice.isOne(in: 3) { reboot() }
    }
  }

  /// Does `operation` on the account of terms, which may have to be found or made first, or compares
  /// the halt.
  private mutating func halts(_ terms: Account.Terms, _ halt: Halt?) -> Bool {
    let expected = expectedHalt(terms)
    #expect(halt == expected, "seed \(seed), \(terms)")
    if let halt { halts[halt.capacity, default: 0] += 1 }
    return halt != nil
  }

  private mutating func compare(_ refusal: Ledger.Refusal?, _ scope: Ledger.Scope?) {
    #expect(refusal?.scope == scope, "seed \(seed)")
    #expect(refusal?.isOverflow ?? false == false)
    if let scope { refusals.append(scope) }
  }

  private mutating func take() {
    let amount = randomAmount()
    let leased = opened.filter { $0.terms.site.index > 0 }
    let taking: Ledger.Taking
    let terms: Account.Terms
    if !leased.isEmpty, dice.isOne(in: 2) {
      let one = leased[dice.below(leased.count)]
      terms = one.terms
      taking = ledger.take(one.account, amount)
    } else {
      terms = randomTerms()
      do throws(Halt) {
        taking = try ledger.take(terms, amount)
        if halts(terms, nil) { return }
      } catch {
        _ = halts(terms, error)
        return
      }
    }
    compare(taking.refusal, twin.refusing(terms, amount))
    if let lease = taking.lease {
      #expect(lease.amount == amount)
      #expect(ledger.stands(lease) == true)
      #expect(ledger.account(of: lease).map { ledger.terms(of: $0) } == terms)
      leases.append((lease, twin.add(terms, amount, .lease)))
    }
    compareCrossings(of: terms, "take")
  }

  private mutating func endLease(abandoning: Bool) {
    guard !leases.isEmpty else { return }
    let index = dice.below(leases.count)
    let number = leases[index].number
    let terms = twin.items.first { $0.number == number }?.terms
    let part = dice.isOne(in: 3) ? dice.below(leases[index].lease.amount + 1) : nil
    let stands: Bool
    if let part {
      let rest = leases[index].lease.amount - part
      stands =
        abandoning
        ? ledger.abandon(part, of: &leases[index].lease)
        : ledger.giveBack(part, of: &leases[index].lease)
      #expect(leases[index].lease.amount == (stands ? rest : rest + part))
    } else {
      let lease = leases[index].lease
      stands = abandoning ? ledger.abandon(lease) : ledger.giveBack(lease)
    }
    let expected =
      abandoning ? twin.abandon(number, part: part) : twin.giveBack(number, part: part)
    #expect(stands == expected, "seed \(seed)")
    // Stale leases stay, to be tried again when their account serves others.
    if !stands { stale += 1 }
    if stands && part == nil || dice.isOne(in: 8) && !stands { leases.remove(at: index) }
    compareCrossings(of: terms, abandoning ? "abandon" : "give back")
  }

  private mutating func leak() {
    let terms = randomTerms()
    let amount = randomAmount()
    do throws(Halt) {
      let expected = twin.refusing(terms, amount)
      let refusal = try ledger.leak(terms, amount)
      if halts(terms, nil) { return }
      compare(refusal, expected)
      if refusal == nil { _ = twin.add(terms, amount, .leak) }
    } catch {
      _ = halts(terms, error)
      return
    }
    compareCrossings(of: terms, "leak")
  }

  private mutating func leakMany() {
    guard !opened.isEmpty else { return }
    let (account, terms) = opened[dice.below(opened.count)]
    let count = dice.below(12)
    let amount = randomAmount()
    let leaked = ledger.leak(account, count: count, amountEach: amount)
    var granted = 0
    while granted < count, twin.refusing(terms, amount) == nil {
      _ = twin.add(terms, amount, .leak)
      granted += 1
    }
    #expect(leaked.count == granted, "seed \(seed)")
    compare(leaked.refusal, granted < count ? twin.refusing(terms, amount) : nil)
    compareCrossings(of: terms, "leak many")
  }

  private mutating func setLevel() {
    let levels = opened.filter { $0.terms.site.index == 0 }
    guard !levels.isEmpty else { return }
    let (account, terms) = levels[dice.below(levels.count)]
    let level = dice.below(20)
    compare(ledger.setLevel(account, to: level), twin.setLevel(terms, to: level))
    compareCrossings(of: terms, "set level")
  }

  private mutating func open() {
    guard opened.count < 12 else { return }
    let terms = randomTerms(isLevel: dice.isOne(in: 3))
    do throws(Halt) {
      let account = try ledger.open(terms)
      if halts(terms, nil) { return }
      #expect(ledger.terms(of: account) == terms)
      twin.openings[terms, default: 0] += 1
      opened.append((account, terms))
    } catch {
      _ = halts(terms, error)
    }
  }

  private mutating func close() {
    guard !opened.isEmpty else { return }
    let (account, terms) = opened.remove(at: dice.below(opened.count))
    ledger.close(account)
    twin.openings[terms]! -= 1
  }

  private mutating func stop() {
    let process = processes[dice.below(processes.count)]
    ledger.stop(process)
    twin.stop(process)
    compareCrossings(of: nil, "stop")
  }

  private mutating func reboot() {
    let host = hosts[dice.below(hosts.count)]
    ledger.reboot(host)
    twin.reboot(host)
    compareCrossings(of: nil, "reboot")
  }

  private mutating func reclaim() {
    guard !opened.isEmpty else { return }
    let (account, terms) = opened[dice.below(opened.count)]
    #expect(ledger.reclaim(account) == twin.reclaim(terms), "seed \(seed)")
    compareCrossings(of: terms, "reclaim")
  }

  private mutating func setLadder() {
    let number = dice.below(ladders.count)
    let terms = randomTerms()
    if dice.isOne(in: 3) {
      ledger.setLadder(ladders[number], atEachKeyOf: terms.resource, terms.holder)
      twin.setLadder(number, atEachKeyOf: .init(resource: terms.resource, holder: terms.holder))
      compareCrossings(of: nil, "set ladder at each key")
      return
    }
    let scopes = twin.scopes(terms)
    let scope = scopes[dice.below(scopes.count)]
    var expected: Halt?
    if case .slot = scope { expected = expectedHalt(scope, twin.kept()) }
    do throws(Halt) {
      try ledger.setLadder(ladders[number], at: scope)
      #expect(expected == nil, "seed \(seed)")
      twin.setLadder(number, at: scope)
    } catch {
      #expect(error == expected, "seed \(seed)")
      halts[error.capacity, default: 0] += 1
    }
    compareCrossings(of: nil, "set ladder")
  }
}
