public import Plan

/// A product as it is installed on a host: a release, perhaps a later build of it, and hotfixes.
public struct Installation: Sendable {
  /// The product line.
  public let product: Product
  /// Which release.
  public let release: Release
  /// The build that every file has at least, where one between two releases was named.
  public let floor: FileVersion?
  /// Which edition, of an operating system.
  public let edition: OperatingSystem.Edition?
  /// The hotfixes, in the order of the table.
  public let hotfixes: [Hotfix]

  /// A release of a product, without hotfixes.
  public init(
    _ product: Product,
    _ release: Release,
    floor: FileVersion? = nil,
    edition: OperatingSystem.Edition? = nil
  ) {
    self.init(product, release, floor: floor, edition: edition, hotfixes: [])
  }

  private init(
    _ product: Product,
    _ release: Release,
    floor: FileVersion?,
    edition: OperatingSystem.Edition?,
    hotfixes: [Hotfix]
  ) {
    self.product = product
    self.release = release
    self.floor = floor
    self.edition = edition
    self.hotfixes = hotfixes
  }

  /// The same with further hotfixes; one that is there already changes nothing.
  public func with(_ further: [Hotfix]) -> Installation {
    let chosen = Set((hotfixes + further).map(\.id))
    return Installation(
      product,
      release,
      floor: floor,
      edition: edition,
      hotfixes: product.hotfixes.filter { chosen.contains($0.id) }
    )
  }

  /// The same at another release of its line, as a service pack leaves it.
  ///
  /// A hotfix that the release includes is part of it; what is newer stays newer.
  public func upgraded(to release: Release) -> Installation {
    let kept = hotfixes.filter { $0.includedIn.map { release.ordinal < $0 } ?? true }
    let floor = floor.flatMap { $0.build > release.build.build ? $0 : nil }
    return Installation(product, release, floor: floor, edition: edition, hotfixes: kept)
  }

  /// The version of a file: the newest of what the release, the named build and the hotfixes bring.
  public func version(of file: String) -> FileVersion? {
    guard var version = product.version(of: file, in: release) else { return nil }
    for other in [floor].compactMap(\.self) + hotfixes.compactMap({ $0.version(of: file) })
    where other.packed > version.packed {
      version = other
    }
    return version
  }

  /// All files with their versions, in the order of the product's components.
  public var files: [InstalledFile] {
    product.components.compactMap { component in
      version(of: component.file).map { InstalledFile(component.file, $0) }
    }
  }
}

extension Installation: CustomStringConvertible {
  /// As a topology writes it: `5.5 SP3`, `5.5.2652.36`.
  public var description: String {
    floor?.description ?? product.spelling(of: release)
  }
}
