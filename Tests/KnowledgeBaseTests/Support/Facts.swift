import Plan

/// Hosts in a few words.
enum Facts {
  /// What is true of a host with this system, such as `NT 4.0 Server SP4`, and these files.
  static func of(
    _ system: String,
    _ files: [String: String],
    installed: [String] = [],
    options: [OptionKind: Int64] = [:]
  ) -> [FactValue] {
    let family = OperatingSystem.Family.allCases.first { system.hasPrefix($0.rawValue + " ") }!
    let rest = system.dropFirst(family.rawValue.count + 1)
    let edition = family.editions.first { rest.hasPrefix($0.rawValue + " ") }!
    let pack = family.servicePacks.firstIndex { rest.dropFirst(edition.rawValue.count + 1) == $0 }!
    return [
      FactValue(.family, Int64(family.ordinal)), FactValue(.edition, Int64(edition.ordinal)),
      FactValue(.servicePack, Int64(pack)), FactValue(.platform, 0),
    ]
      + files.sorted { $0.key < $1.key }.map {
        FactValue(.file($0.key), FileVersion($0.value)!.packed)
      }
      + installed.map { FactValue(.installed($0), 1) }
      + options.sorted { $0.key.rawValue < $1.key.rawValue }.map {
        FactValue(.option($0.key), $0.value)
      }
  }

  static func value(_ facts: [FactValue]) -> (Fact) -> Int64? {
    { fact in facts.first { $0.fact == fact }?.value }
  }
}
