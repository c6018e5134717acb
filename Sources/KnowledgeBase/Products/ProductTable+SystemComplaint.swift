import Plan
import Schema
import Text

extension ProductTable {
  /// Why a text is no operating system: what is written otherwise, then the first part that is wrong.
  func systemComplaint(_ text: String) -> Complaint {
    let key = systemKey(text)
    if let right = rightSystem(for: key) { return otherwise(text, right) }
    guard let product = family(in: key) else {
      let families = products.compactMap(\.family?.rawValue)
      return Complaint(
        .unknownSystem,
        "`\(text)` names no operating system that is known here.",
        label: "there are \(listed(families))",
        fixes: nearestNames(to: text, among: systemSpellings),
        notes: ["an operating system is written like `\(systemSpellings[0])`"]
      )
    }
    return partComplaint(text, words(of: text), key, product)
  }

  private func otherwise(_ text: String, _ right: String) -> Complaint {
    Complaint(
      .unknownSystem,
      "`\(text)` is not how an operating system is written.",
      label: "write `\(right)`",
      fixes: [right]
    )
  }

  private func family(in key: Set<String>) -> Product? {
    if key.contains("2000") { return product(of: .windows2000) }
    let others = ["3.1", "3.5", "3.51", "5.0"]
    return key.contains("4.0") || key.contains("nt") && key.isDisjoint(with: others)
      ? product(of: .windowsNT4) : nil
  }

  /// Which part of the text the family does not have.
  private func partComplaint(
    _ text: String,
    _ words: [PlacedWord],
    _ key: Set<String>,
    _ product: Product
  ) -> Complaint {
    let edition = OperatingSystem.Edition.allCases.last {
      $0 != .server && systemKey($0.rawValue).isSubset(of: key)
    }
    guard let own = product.edition(edition ?? .server) else {
      let known = product.editions.map(\.edition.rawValue)
      return Complaint(
        .unknownSystem,
        "\(product) has no edition \(edition?.rawValue ?? "").",
        label: "its editions are \(listed(known))",
        fixes: nearestNames(to: text, among: known.map { "\(product) \($0)" })
      )
    }
    let system = "\(product) \(own.edition.rawValue)"
    let packs = own.releases.map { product.releases[$0].name }
    let pack = servicePackName(in: text)
    let meant = pack.map { "\(system) \($0)" } ?? system
    let nearest = nearestNames(to: meant, among: packs.map { "\(system) \($0)" })
    if let pack, !packs.contains(pack) {
      return Complaint(
        .unknownSystem,
        "\(system) has no \(pack).",
        label: "it has \(listed(packs))",
        range: words.last { isServicePack($0.text) }?.range,
        fixes: nearest
      )
    }
    let parts = systemKey("\(system) NT \(pack ?? "")")
    if let strange = words.first(where: { !systemKey($0.text).isSubset(of: parts) }) {
      return Complaint(
        .unknownSystem,
        "`\(strange.text)` is no part of the name of \(system).",
        label: "not known",
        range: strange.range,
        fixes: nearest
      )
    }
    return otherwise(text, meant)
  }
}

/// The words that tell one operating system from another, with `service pack 4` as `sp4`.
func systemKey(_ text: String) -> Set<String> {
  var key: Set<String> = []
  var packs: [String] = []
  for word in words(of: text.lowercased()).map(\.text) {
    switch word {
    case "microsoft", "windows", "edition", "version", "service", "rtm": break
    case "nt4", "nt4.0", "winnt4", "4": key.formUnion(["nt", "4.0"])
    case "w2k", "win2k", "win2000", "w2000": key.insert("2000")
    case "pack": packs.append("sp")
    default:
      if packs.last == "sp" { packs[packs.count - 1] += word } else { key.insert(word) }
    }
  }
  return key.union(packs)
}

private func isServicePack(_ word: String) -> Bool {
  let letters = word.lowercased()
  return letters.hasPrefix("sp") && letters.dropFirst(2).first?.isNumber == true
}

/// The service pack in a text, written as in the table: `SP6a`.
private func servicePackName(in text: String) -> String? {
  systemKey(text).filter(isServicePack).min().map { "SP" + $0.dropFirst(2) }
}
