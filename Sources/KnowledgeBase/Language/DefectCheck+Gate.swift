import Plan
import Schema

extension DefectCheck {
  /// What must hold on a host.
  func gate() -> Gate {
    var alternatives: [(tests: [FactTest], place: Place)] = []
    for alternative in body.affects.value where alternative.isSound {
      let text = alternative.value
      let conditions = [text.condition] + text.and.value.filter(\.isSound).map(\.value)
      alternatives.append((conditions.flatMap(tests), text.condition.subject.place))
    }
    let needs = body.needs.value.filter(\.isSound)
    let needed = needs.flatMap { tests(of: $0.value) }
    for alternative in alternatives {
      reportContradiction(alternative.tests + needed, at: alternative.place)
    }
    if alternatives.isEmpty { reportContradiction(needed, at: body.needs.place) }
    return Gate(alternatives: alternatives.map(\.tests), needs: needed)
  }

  private func reportContradiction(_ tests: [FactTest], at place: Place) {
    for (index, test) in tests.enumerated() {
      guard let other = tests[..<index].first(where: { !$0.isCompatible(with: test) }) else {
        continue
      }
      let facts = [other, test].map { GateWords.requirement([$0]) }
      report(
        .gateNeverOpen,
        at: place,
        "No host fulfils this together with what else is needed.",
        label: "never holds",
        notes: ["\(facts[0]) and \(facts[1]) exclude one another"]
      )
      return
    }
  }

  private func tests(of condition: ConditionText) -> [FactTest] {
    let subject = condition.subject.value
    if case .component(let file) = subject {
      refuseLevel(condition, beside: "component")
      familiar(file, among: Program.all.map(\.image), "program")
      return fileTests(file, condition)
    }
    if case .system(let system) = subject {
      refuseLevel(condition, beside: "os")
      return systemTests(system, condition)
    }
    let (key, fact, value) = simple(subject)
    refuse(condition.from, "from", beside: key, belongs: "`component` and `os`")
    refuse(condition.below, "below", beside: key, belongs: "`component` and `os`")
    guard case .option(let kind) = subject else {
      refuseLevel(condition, beside: key)
      return [FactTest(fact, is: value)]
    }
    return [optionTest(kind, condition.level)]
  }

  private func refuseLevel(_ condition: ConditionText, beside key: String) {
    guard let level = condition.level else { return }
    let name = if case .exactly = level.value { "is" } else { "at-least" }
    refuse(level, name, beside: key, belongs: "`option`")
  }

  private func simple(_ subject: ConditionText.Subject) -> (key: String, fact: Fact, value: Int64) {
    switch subject {
    case .installed(let name): ("installed", .installed(name), 1)
    case .platform(let platform): ("platform", .platform, Int64(platform.ordinal))
    case .hotfix(let id): ("hotfix", .hotfix(id), 1)
    case .withoutHotfix(let id): ("without-hotfix", .hotfix(id), 0)
    case .option(let kind): ("option", .option(kind), 1)
    case .component(let file): ("component", .file(file.value), 0)
    case .system: ("os", .family, 0)
    }
  }

  private func optionTest(_ kind: OptionKind, _ level: Written<ConditionText.Level>?) -> FactTest {
    let fact = Fact.option(kind)
    let most = Int64(kind.values.upperBound)
    guard let level else { return FactTest(fact, from: 1, below: most + 1) }
    let number =
      switch level.value {
      case .exactly(let number): number
      case .atLeast(let number): number
      }
    if !kind.values.contains(number) {
      report(
        .outOfRange,
        at: level.place,
        "`\(kind.rawValue)` is never \(number).",
        label: "from \(kind.values.lowerBound) to \(kind.values.upperBound)",
        notes: [kind.meaning]
      )
    }
    if case .exactly = level.value { return FactTest(fact, is: Int64(number)) }
    if number == kind.values.lowerBound {
      report(
        .outOfRange,
        at: level.place,
        "`\(kind.rawValue)` is always at least \(number).",
        label: "says nothing"
      )
    }
    return FactTest(fact, from: Int64(number), below: most + 1)
  }

  private func fileTests(_ file: Written<String>, _ condition: ConditionText) -> [FactTest] {
    let from = version(condition.from, "from")
    let below = version(condition.below, "below")
    guard condition.from == nil || from != nil, condition.below == nil || below != nil else {
      return []
    }
    guard let branch = from?.branch ?? below?.branch else {
      report(
        .versionRange,
        at: condition.subject.place,
        "Which versions of `\(file.value)` are affected is not said.",
        label: "needs `from` or `below`",
        notes: ["a branch as a whole is written `from: 5.5.0`"]
      )
      return []
    }
    let first = from ?? .first(of: branch)
    if let below, let place = condition.below?.place {
      let related = condition.from.map { Diagnostic.Related($0.place, "the range begins here") }
      if first.branch != below.branch {
        report(
          .versionRange,
          at: place,
          "`\(below)` is not of the branch \(branch), in which the range begins.",
          label: "another branch",
          related: [related].compactMap(\.self),
          notes: ["each branch has a range of its own in `affects`"]
        )
        return []
      }
      if first.packed >= below.packed {
        report(
          .versionRange,
          at: place,
          "No version lies from `\(first)` up to, but without, `\(below)`.",
          label: "not after the first one",
          related: [related].compactMap(\.self)
        )
        return []
      }
    }
    return [
      FactTest(
        .file(file.value),
        from: first.packed,
        below: below?.packed ?? FileVersion.end(of: branch)
      )
    ]
  }

  private func version(_ bound: Written<BoundText>?, _ key: String) -> FileVersion? {
    guard let bound else { return nil }
    if case .version(let version) = bound.value { return version }
    report(
      .versionRange,
      at: bound.place,
      "Beside `component` stands the version of a file, and not a service pack.",
      label: "no file version",
      notes: ["a file version is written `5.5.2652.36`"]
    )
    return nil
  }
}
