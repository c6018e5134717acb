public import Kernel
public import Plan

/// A release of a product line: the first one or a service pack.
public struct Release: Hashable, Sendable {
  /// Its name, such as `RTM`, `SP3` or `3.5.30`.
  public let name: String
  /// What else it is called, such as `4.0a`.
  public let otherNames: [String]
  /// Its place in the line; 0 is the first.
  public let ordinal: Int
  /// Its build, which is the version of each file that `files` does not name.
  public let build: FileVersion
  /// When it came out; nil where nobody says.
  public let released: CivilDate?
  /// Where the build comes from.
  public let provenance: Provenance
  /// The files whose version is another than the build, by name.
  public let files: [InstalledFile]
  /// Where their versions come from.
  public let filesProvenance: [Provenance]
}

/// A correction between releases, named by the article that tells of it.
public struct Hotfix: Hashable, Sendable {
  /// The article's id.
  public let id: String
  /// The ordinal of the release that it is made for.
  public let follows: Int
  /// The ordinal of the first release that has it; nil where none came.
  public let includedIn: Int?
  /// The editions it is made for; none means all.
  public let editions: [OperatingSystem.Edition]
  /// The articles whose corrections it brings as well; each of these ids stands for it.
  public let carries: [String]
  /// The files that it replaces, by name.
  public let files: [InstalledFile]
  /// Where it comes from.
  public let provenance: Provenance
  /// Where the versions of its files come from.
  public let filesProvenance: [Provenance]

  /// The version of a file that it brings.
  public func version(of file: String) -> FileVersion? {
    files.first { $0.file == file }?.version
  }
}

/// A file and its version.
public struct InstalledFile: Hashable, Sendable {
  /// Its name in lower case.
  public let file: String
  /// Its version.
  public let version: FileVersion

  /// A file of a version.
  public init(_ file: String, _ version: FileVersion) {
    self.file = file
    self.version = version
  }
}
