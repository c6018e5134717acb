public import Plan
public import Schema

extension ProductTable {
  /// The operating system that a topology names: `NT 4.0 Server SP4`, `NT Server 4.0 SP4`,
  /// `Windows NT 4.0 Workstation`, `NT 4.0 Terminal Server SP4`, `Windows 2000 SP1`.
  ///
  /// Without an edition it is the Server, without a service pack the edition's first release.
  /// - Throws: why it is none.
  public func operatingSystem(_ text: String) throws(Complaint) -> OperatingSystem {
    if let system = system(spelled: text) { return system }
    throw systemComplaint(text)
  }

  /// An operating system as an installation of its product, whose files it brings.
  public func installation(of system: OperatingSystem) -> Installation {
    guard let product = product(of: system.family) else {
      fatalError("The table of products has no \(system.family.rawValue).")
    }
    return Installation(product, product.releases[system.servicePack], edition: system.edition)
  }

  /// The operating systems that there are, one spelling each, in order.
  public var systemSpellings: [String] {
    editions.flatMap { member in
      member.edition.releases.map {
        OperatingSystem(member.family, member.edition.edition, servicePack: $0).description
      }
    }
  }

  /// A regular expression for exactly what is an operating system.
  public var systemPattern: String {
    let parts = editions.map { product, family, edition in
      let stems = product.stems(of: edition, in: family).map(quoted).joined(separator: "|")
      let packs = product.servicePackNames(of: edition).map(\.name).joined(separator: "|")
      return "(?:\(stems))(?: (?:\(packs)))?"
    }
    return "^(?:\(parts.joined(separator: "|")))$"
  }

  /// All editions of all families, in order.
  private var editions:
    [(product: Product, family: OperatingSystem.Family, edition: Product.Edition)]
  {
    products.flatMap { product in
      product.editions.compactMap { edition in
        product.family.map { (product, $0, edition) }
      }
    }
  }
}

extension Product {
  /// Every way to write each member of the family, in order.
  func systemSpellings(
    of family: OperatingSystem.Family
  ) -> [(spelling: String, system: OperatingSystem)] {
    editions.flatMap { edition in
      stems(of: edition, in: family).flatMap { stem in
        [(stem, OperatingSystem(family, edition.edition, servicePack: edition.releases[0]))]
          + servicePackNames(of: edition).map { name, ordinal in
            ("\(stem) \(name)", OperatingSystem(family, edition.edition, servicePack: ordinal))
          }
      }
    }
  }

  /// The names of an edition's service packs; `RTM` is the release that it came out as.
  func servicePackNames(of edition: Edition) -> [(name: String, ordinal: Int)] {
    let own = edition.releases.map { (name: releases[$0].name, ordinal: $0) }
    return own[0].name == "RTM" ? own : [("RTM", own[0].ordinal)] + own
  }

  /// What can stand before the service pack.
  func stems(of edition: Edition, in family: OperatingSystem.Family) -> [String] {
    let word = edition.edition.rawValue
    let words = edition.edition == .terminalServer ? [word, "\(word) Edition"] : [word]
    let isDefault = edition == editions[0]
    switch family {
    case .windowsNT4:
      return ["NT", "Windows NT"].flatMap { name in
        (isDefault ? ["\(name) 4.0"] : [])
          + words.flatMap { ["\(name) 4.0 \($0)", "\(name) \($0) 4.0"] }
      }
    case .windows2000:
      return (isDefault ? ["Windows 2000"] : []) + words.map { "Windows 2000 \($0)" }
    }
  }
}
