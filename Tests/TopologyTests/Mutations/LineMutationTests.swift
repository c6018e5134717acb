import Testing

@Suite("Lines of topologies, changed")
struct LineMutationTests {
  @Test(
    "A deleted line is told, or missed in the plan, unless it said nothing or a default",
    arguments: ShippedTopology.all
  )
  func deleted(original: ShippedTopology) throws {
    let before = MutationOutcome(original.text)
    let sites = try KeySites(original.text)
    var accepted: [Accepted] = []
    defer { compare(accepted, original) }
    var tally = MutationTally(before)
    defer { tally.show("deleted lines", original) }
    for number in MutationScope.sample(Array(original.lines.indices), of: 12, 1) {
      var lines = original.lines
      lines.remove(at: number)
      let after = MutationOutcome(original.text(lines))
      tally.add(after)
      if original.isComment(number) {
        #expect(after == before, "line \(number + 1), a comment: \(after.difference(from: before))")
        continue
      }
      if !after.wasTold {
        accepted.append(
          Accepted(text: original.text(lines), place: "without line \(number + 1)", outcome: after)
        )
      }
      if after == before {
        // Each key of the line says what holds without it.
        let own = sites.keys.filter { $0.line == number + 1 }
        #expect(
          !own.isEmpty && own.allSatisfy { MutationOutcome(sites.deleting($0)) == before },
          "line \(number + 1) is not missed: \(original.lines[number])"
        )
      }
    }
  }

  @Test(
    "A doubled key is told on one of its lines, a doubled item stands twice in the plan",
    arguments: ShippedTopology.all
  )
  func doubled(original: ShippedTopology) throws {
    let before = MutationOutcome(original.text)
    var tally = MutationTally(before)
    defer { tally.show("doubled lines", original) }
    for number in MutationScope.sample(Array(original.lines.indices), of: 12, 2) {
      var lines = original.lines
      lines.insert(lines[number], at: number)
      let after = MutationOutcome(original.text(lines))
      tally.add(after)
      let content = original.lines[number].drop { $0 == " " }
      if original.isComment(number) {
        #expect(after == before, "line \(number + 1): \(after.difference(from: before))")
      } else if content.hasPrefix("- '") {
        // Who asks twice for a counter has it kept once.
        #expect(after == before, "line \(number + 1): \(after.difference(from: before))")
      } else if content.hasPrefix("- ") {
        #expect(after != before && !after.wasTold, "line \(number + 1): \(after.words)")
      } else {
        let isTold = after.wasTold(on: number + 1) || after.wasTold(on: number + 2)
        #expect(isTold, "line \(number + 1): \(after.difference(from: before))")
      }
    }
  }

  /// A changed text that we read without a word, and what it means to us.
  private struct Accepted {
    let text: String
    let place: String
    let outcome: MutationOutcome
  }

  /// What we read without a word must mean to us what another reader says it means.
  private func compare(_ accepted: [Accepted], _ original: ShippedTopology) {
    guard !accepted.isEmpty else { return }
    guard let others = OtherReader.read(accepted.map(\.text)), others.count == accepted.count else {
      print("SKIPPED: \(accepted.count) texts of \(original.name): python3 has no ruamel.yaml")
      return
    }
    for (own, other) in zip(accepted, others) {
      guard let other else {
        Issue.record("\(own.place): another reader refuses what we read: \(own.text)")
        continue
      }
      let implied = MutationOutcome(other)
      #expect(implied == own.outcome, "\(own.place): \(own.outcome.difference(from: implied))")
    }
  }

  @Test(
    "A moved line is told, or means what another reader of YAML says",
    arguments: ShippedTopology.all
  )
  func moved(original: ShippedTopology) throws {
    let before = MutationOutcome(original.text)
    var accepted: [Accepted] = []
    var tally = MutationTally(before)
    let all = original.lines.indices.filter { !original.lines[$0].isEmpty }
      .flatMap { line in [-2, -1, 1, 2].map { (line, $0) } }
    for (number, shift) in MutationScope.sample(all, of: 24, 3) {
      var lines = original.lines
      if shift > 0 {
        lines[number] = String(repeating: " ", count: shift) + lines[number]
      } else {
        guard lines[number].hasPrefix(String(repeating: " ", count: -shift)) else { continue }
        lines[number].removeFirst(-shift)
      }
      let text = original.text(lines)
      let outcome = MutationOutcome(text)
      tally.add(outcome)
      if original.isComment(number) {
        #expect(
          outcome == before,
          "line \(number + 1), a comment: \(outcome.difference(from: before))"
        )
      } else if !outcome.wasTold {
        accepted.append(
          Accepted(text: text, place: "line \(number + 1) by \(shift)", outcome: outcome)
        )
      }
    }
    tally.show("moved lines", original)
    compare(accepted, original)
  }

  @Test(
    "What another reader makes of a whole file means the same to us",
    arguments: ShippedTopology.all
  )
  func another(original: ShippedTopology) {
    let outcome = MutationOutcome(original.text)
    compare([Accepted(text: original.text, place: "all of it", outcome: outcome)], original)
  }
}
