import Testing

@Suite("Lines of topologies, changed")
struct LineMutationTests {
  @Test(
    "A deleted line is told, or missed in the plan, unless it said nothing or a default",
    arguments: MutatedFile.all
  )
  func deleted(base: MutatedFile) throws {
    let before = MutationOutcome(base.text)
    let sites = try KeySites(base.text)
    for number in MutationScope.sample(Array(base.lines.indices), of: 12, 1) {
      var lines = base.lines
      lines.remove(at: number)
      let after = MutationOutcome(base.text(lines))
      if base.isComment(number) {
        #expect(after == before, "line \(number + 1), a comment: \(after.difference(from: before))")
      } else if after == before {
        // Each key of the line says what holds without it.
        let own = sites.keys.filter { $0.line == number + 1 }
        #expect(
          !own.isEmpty && own.allSatisfy { MutationOutcome(sites.deleting($0)) == before },
          "line \(number + 1) is not missed: \(base.lines[number])"
        )
      }
    }
  }

  @Test(
    "A doubled key is told on one of its lines, a doubled item stands twice in the plan",
    arguments: MutatedFile.all
  )
  func doubled(base: MutatedFile) throws {
    let before = MutationOutcome(base.text)
    for number in MutationScope.sample(Array(base.lines.indices), of: 12, 2) {
      var lines = base.lines
      lines.insert(lines[number], at: number)
      let after = MutationOutcome(base.text(lines))
      let content = base.lines[number].drop { $0 == " " }
      if base.isComment(number) {
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

  /// A line moved by some columns, and what became of the text.
  struct Moved {
    let text: String
    let place: String
    let outcome: MutationOutcome
  }

  @Test(
    "A moved line is told, or changes nothing, or means what another reader of YAML says",
    arguments: MutatedFile.all
  )
  func moved(base: MutatedFile) throws {
    let before = MutationOutcome(base.text)
    var changed: [Moved] = []
    let all = base.lines.indices.filter { !base.lines[$0].isEmpty }
      .flatMap { line in [-2, -1, 1, 2].map { (line, $0) } }
    for (number, shift) in MutationScope.sample(all, of: 24, 3) {
      var lines = base.lines
      if shift > 0 {
        lines[number] = String(repeating: " ", count: shift) + lines[number]
      } else {
        guard lines[number].hasPrefix(String(repeating: " ", count: -shift)) else { continue }
        lines[number].removeFirst(-shift)
      }
      let text = base.text(lines)
      let outcome = MutationOutcome(text)
      if base.isComment(number) {
        #expect(
          outcome == before,
          "line \(number + 1), a comment: \(outcome.difference(from: before))"
        )
      } else if !outcome.wasTold, outcome != before {
        changed.append(Moved(text: text, place: "line \(number + 1) by \(shift)", outcome: outcome))
      }
    }
    guard !changed.isEmpty else { return }
    guard let others = OtherReader.read(changed.map(\.text)) else {
      print("SKIPPED: \(changed.count) moved lines of \(base.name): python3 has no ruamel.yaml")
      return
    }
    for (moved, other) in zip(changed, others) {
      guard let other else {
        Issue.record("\(moved.place): another reader refuses what we read: \(moved.text)")
        continue
      }
      let implied = MutationOutcome(other)
      #expect(
        implied.isSame(as: moved.outcome),
        "\(moved.place): \(moved.outcome.difference(from: implied))"
      )
    }
  }

  @Test(
    "What another reader makes of a whole file means the same to us",
    arguments: MutatedFile.all
  )
  func another(base: MutatedFile) throws {
    guard let others = OtherReader.read([base.text]) else {
      print("SKIPPED: reading \(base.name) otherwise: python3 has no ruamel.yaml")
      return
    }
    let implied = MutationOutcome(try #require(others.first ?? nil))
    #expect(implied == MutationOutcome(base.text))
  }
}
