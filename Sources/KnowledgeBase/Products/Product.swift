public import Plan

/// A line of a product: its releases in order, its hotfixes, and the files that they bring.
///
/// Exchange 5.0 and 5.5 are two lines, as their files are of two branches.
public struct Product: Sendable {
  /// What it is called in a topology, such as `Exchange`.
  public let name: String
  /// The branch of its files, such as 5.5.
  public let branch: FileVersion.Branch
  /// Its whole name.
  public let title: String
  /// The files that it installs, in the order of the table.
  public let components: [Component]
  /// The family whose members it makes; nil where it is no operating system.
  public let family: OperatingSystem.Family?
  /// The editions of an operating system, the one that is meant without saying first.
  public let editions: [Edition]
  /// Its releases; the place of one is its ordinal.
  public let releases: [Release]
  /// Its hotfixes, in the order of the releases that they follow.
  public let hotfixes: [Hotfix]

  /// A file that the product installs.
  public struct Component: Hashable, Sendable {
    /// Its name in lower case, such as `store.exe`.
    public let file: String
    /// What it is.
    public let purpose: String
  }

  /// An edition of an operating system, and which releases of the family it has.
  public struct Edition: Hashable, Sendable {
    /// Which edition.
    public let edition: OperatingSystem.Edition
    /// The ordinals of its releases, in order; the first is what it came out as.
    public let releases: [Int]
  }

  /// The release of this name, such as `SP3`.
  public func release(named name: String) -> Release? {
    releases.first { $0.name == name || $0.otherNames.contains(name) }
  }

  /// What an edition has; nil where the family has no such edition.
  public func edition(_ edition: OperatingSystem.Edition) -> Edition? {
    editions.first { $0.edition == edition }
  }

  /// Whether it installs a file.
  public func installs(_ file: String) -> Bool {
    components.contains { $0.file == file }
  }

  /// How a release is written in a topology: `5.5 SP3`, or the release alone where it is a version.
  public func spelling(of release: Release) -> String {
    release.name.hasPrefix("\(branch).") ? release.name : "\(branch) \(release.name)"
  }

  /// The version of a file as a release brings it; nil where the product has no such file.
  public func version(of file: String, in release: Release) -> FileVersion? {
    guard installs(file) else { return nil }
    return release.files.first { $0.file == file }?.version ?? release.build
  }
}

extension Product: CustomStringConvertible {
  /// What fixes and reports call it: `Exchange 5.5`, `NT 4.0`, `Windows 2000`.
  public var description: String {
    family?.rawValue ?? "\(name) \(branch)"
  }
}
