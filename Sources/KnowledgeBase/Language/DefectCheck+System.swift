import Plan
import Schema

extension DefectCheck {
  /// What an operating system, its edition and its service packs must be.
  func systemTests(_ system: SystemText, _ condition: ConditionText) -> [FactTest] {
    var tests = [FactTest(.family, is: Int64(system.family.ordinal))]
    if let edition = system.edition { tests.append(FactTest(.edition, is: Int64(edition.ordinal))) }
    let packs = system.family.servicePacks
    let from = servicePack(condition.from, of: system.family)
    let below = servicePack(condition.below, of: system.family)
    guard condition.from == nil || from != nil, condition.below == nil || below != nil,
      from != nil || below != nil
    else { return tests }
    if let place = condition.below?.place, from ?? 0 >= below ?? packs.count {
      report(
        .versionRange,
        at: place,
        "No service pack lies from `\(packs[from ?? 0])` up to, but without,"
          + " `\(packs[below ?? 0])`.",
        label: "not after the first one",
        related: condition.from.map { [.init($0.place, "the first one")] } ?? []
      )
    }
    tests.append(
      FactTest(.servicePack, from: Int64(from ?? 0), below: Int64(below ?? packs.count))
    )
    return tests
  }

  private func servicePack(
    _ bound: Written<BoundText>?,
    of family: OperatingSystem.Family
  ) -> Int? {
    guard let bound else { return nil }
    guard case .servicePack(let name) = bound.value else {
      report(
        .versionRange,
        at: bound.place,
        "Beside `os` stands a service pack, and not the version of a file.",
        label: "no service pack",
        notes: ["all service packs of \(family.rawValue) have files of the same build"]
      )
      return nil
    }
    if let ordinal = family.servicePacks.firstIndex(of: name) { return ordinal }
    let nearest = Words.nearest(to: name, among: family.servicePacks)
    report(
      .unknownWord,
      at: bound.place,
      "\(family.rawValue) has no service pack `\(name)`.",
      label: nearest.first.map { "did you mean `\($0)`?" } ?? "unknown service pack",
      notes: ["there are \(Words.list(family.servicePacks, "and"))"],
      fixes: nearest
    )
    return nil
  }
}

extension FactTest {
  /// Whether one value can pass both tests.
  func isCompatible(with other: FactTest) -> Bool {
    fact != other.fact || max(from, other.from) < min(below, other.below)
  }
}
