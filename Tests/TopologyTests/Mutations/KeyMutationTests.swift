import Foundation
import Schema
import Testing

@Suite("Keys of topologies, changed")
struct KeyMutationTests {
  @Test(
    "A deleted key is told where it is required, and has its default where it has one",
    arguments: ShippedTopology.all
  )
  func deleted(original: ShippedTopology) throws {
    let before = MutationOutcome(original.text)
    let sites = try KeySites(original.text)
    var tally = MutationTally(before)
    defer { tally.show("deleted keys", original) }
    for site in MutationScope.sample(sites.keys, of: 16, 4) {
      let after = MutationOutcome(sites.deleting(site))
      tally.add(after)
      switch site.form?.absence {
      case .refused: #expect(after.wasTold, "\(site.name): required, and not missed")
      case .value(let text):
        let explicit = MutationOutcome(sites.replacing(site.value, with: text))
        #expect(
          after.isSame(as: explicit),
          "\(site.name) without its default \(text): \(after.difference(from: explicit))"
        )
      case .section:
        let empty = MutationOutcome(sites.replacing(site.value, with: "{}"))
        #expect(after.isSame(as: empty), "\(site.name): \(after.difference(from: empty))")
      case .nothing, .choice, nil:
        #expect(
          after != before || Self.saysWhatHoldsAnyway.contains(site.name),
          "\(site.name) is not missed"
        )
      }
    }
  }

  /// Keys without a default whose value in a shipped file is what holds without them: a tenth of the
  /// duration, at most a day; and the only host that there is.
  private static let saysWhatHoldsAnyway: Set<String> = [
    "run/warm-up", "changes/friday-restart/host",
  ]

  @Test("A misspelt key is told on its line", arguments: ShippedTopology.all)
  func misspelt(original: ShippedTopology) throws {
    let sites = try KeySites(original.text)
    let known = sites.keys.filter { $0.form != nil }
    var tally = MutationTally(MutationOutcome(original.text))
    for site in MutationScope.sample(known, of: 16, 5) {
      var chance = Chance(MutationScope.seed &+ UInt64(site.key.lowerBound))
      let word = misspell(site.path.last!, &chance)
      let after = MutationOutcome(sites.replacing(site.key, with: word))
      tally.add(after)
      #expect(after.wasTold(on: site.line), "\(site.name) as \(word): \(after.words)")
    }
    tally.show("misspelt keys", original)
  }

  @Test(
    "A misspelt name or word is told, or is another name in the plan and changes nothing else",
    arguments: ShippedTopology.all
  )
  func misspeltWords(original: ShippedTopology) throws {
    guard case .plan(let before) = MutationOutcome(original.text) else { return }
    let sites = try KeySites(original.text)
    let declared = Set(sites.keys.filter { $0.form != nil }.map(\.key.lowerBound))
    let words = sites.scalars.filter { scalar in
      !declared.contains(scalar.range.lowerBound) && scalar.text.contains { $0.isLetter }
    }
    var tally = MutationTally(.plan(before))
    for scalar in MutationScope.sample(words, of: 24, 6) {
      var chance = Chance(MutationScope.seed &+ UInt64(scalar.range.lowerBound))
      let old = String(decoding: sites.bytes[scalar.range], as: UTF8.self)
      let new = misspell(old, &chance)
      let place = "\(scalar.path.joined(separator: "/")): \(old) as \(new)"
      let outcome = MutationOutcome(sites.replacing(scalar.range, with: new))
      tally.add(outcome)
      switch outcome {
      case .plan(let after):
        #expect(after != before, "\(place): the same plan, and nothing said")
        let isRenamed = after.differs(from: before, onlyBy: new, for: old)
        let mayBe = isRenamed || isQuantity(old) || isOpen(scalar.path)
        #expect(mayBe, "\(place): \(after.difference(from: before))")
      case .told(let lines, let rules, _):
        // What is given here is told where others refer to it.
        let isGiven =
          !scalar.isValue || scalar.path.contains("installed")
          || ["post-office", "tool"].contains(scalar.path.last)
        #expect(lines.contains(scalar.line) || isGiven, "\(place): \(lines) \(rules)")
      }
    }
    tally.show("misspelt words", original)
  }

  /// Whether one letter makes another quantity of it: `5m` and `5h`, `8 am` and `8 pm`.
  private func isQuantity(_ old: String) -> Bool { old.first?.isNumber == true }

  /// Words that may be any, and change more of a plan than the word: a component that nothing is known
  /// of runs nothing, a mail service in another domain has another name in it, and a profile of another
  /// name no longer takes the place of the one that is always there.
  private func isOpen(_ path: [String]) -> Bool {
    path.contains("installed") || path.last == "domain" || path == ["hours", "office"]
  }

  @Test("A word of a comment may be any", arguments: ShippedTopology.all)
  func comments(original: ShippedTopology) {
    let before = MutationOutcome(original.text)
    let all = original.lines.indices.filter { original.lines[$0].contains("# ") }
    for number in MutationScope.sample(Array(all), of: 4, 7) {
      var lines = original.lines
      var chance = Chance(MutationScope.seed &+ UInt64(number))
      let start = lines[number].range(of: "# ")!.upperBound
      lines[number].replaceSubrange(
        start...,
        with: misspell(String(lines[number][start...]), &chance)
      )
      #expect(MutationOutcome(original.text(lines)) == before, "line \(number + 1)")
    }
  }

  @Test("The title is the title, and nothing else", arguments: ShippedTopology.all)
  func title(original: ShippedTopology) throws {
    guard case .plan(let before) = MutationOutcome(original.text) else { return }
    let sites = try KeySites(original.text)
    let title = try #require(sites.keys.first { $0.path == ["title"] })
    for new in ["Something else", "'a: b # c'", "\"\\u00e9t\\u00e9\""] {
      guard case .plan(let after) = MutationOutcome(sites.replacing(title.value, with: new)) else {
        Issue.record("\(new) is refused")
        continue
      }
      let changed = zip(after.lines, before.lines).filter { $0 != $1 }
      #expect(changed.count == 1 && changed.first?.0.hasPrefix("title = ") == true)
    }
  }

  /// One letter of a word changed, left out, doubled, or two exchanged.
  private func misspell(_ word: String, _ chance: inout Chance) -> String {
    var letters = Array(word)
    let places = letters.indices.filter { letters[$0].isLetter && letters[$0].isASCII }
    guard !places.isEmpty else { return word + "x" }
    while true {
      let place = chance.pick(places)
      switch chance.below(4) {
      case 0:
        letters[place] =
          letters[place].isUppercase ? chance.pick(Array("QXZJ")) : chance.pick(Array("qxzj"))
      case 1 where letters.count > 1: letters.remove(at: place)
      case 2: letters.insert(letters[place], at: place)
      default: if place + 1 < letters.count { letters.swapAt(place, place + 1) }
      }
      if String(letters) != word { return String(letters) }
      letters = Array(word)
    }
  }
}
