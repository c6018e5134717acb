/// The version of a file: 5.5.2652.36 is build 2652, revision 36, of branch 5.5.
///
/// Versions are compared within a branch only: a correction in 5.0.1461.83 says nothing of 5.5.1960.
public struct FileVersion: Hashable, Sendable {
  /// The product line, such as 5.5.
  public let branch: Branch
  /// The build.
  public let build: Int
  /// The revision of the build; 0 where none is written.
  public let revision: Int

  /// A line of versions that follow one another.
  public struct Branch: Hashable, Sendable {
    /// The number before the point.
    public let major: Int
    /// The number after it.
    public let minor: Int

    /// A branch; both numbers lie below 1,000.
    public init(_ major: Int, _ minor: Int) {
      precondition((0..<1_000).contains(major) && (0..<1_000).contains(minor))
      self.major = major
      self.minor = minor
    }
  }

  /// The most that build and revision can be.
  public static let partLimit = 999_999

  /// A version.
  public init(_ branch: Branch, build: Int, revision: Int = 0) {
    precondition((0...Self.partLimit).contains(build) && (0...Self.partLimit).contains(revision))
    self.branch = branch
    self.build = build
    self.revision = revision
  }

  /// Reads `5.5.2652.36` or `5.5.2652`; nil where the text is none.
  public init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (3...4).contains(parts.count) else { return nil }
    var numbers: [Int] = []
    for part in parts {
      guard (1...6).contains(part.utf8.count), part.utf8.allSatisfy({ (48...57).contains($0) }),
        let number = Int(part)
      else { return nil }
      numbers.append(number)
    }
    guard numbers[0] < 1_000, numbers[1] < 1_000 else { return nil }
    self.init(
      Branch(numbers[0], numbers[1]),
      build: numbers[2],
      revision: numbers.count > 3 ? numbers[3] : 0
    )
  }

  /// One number whose order within a branch is that of the versions, and which no other branch shares.
  public var packed: Int64 {
    let line = branch.major * 1_000 + branch.minor
    return Int64((line * (Self.partLimit + 1) + build) * (Self.partLimit + 1) + revision)
  }

  /// The version that a number stands for.
  public init(packed: Int64) {
    let part = Self.partLimit + 1
    let line = Int(packed) / part / part
    self.init(
      Branch(line / 1_000, line % 1_000),
      build: Int(packed) / part % part,
      revision: Int(packed) % part
    )
  }

  /// The first version of a branch.
  public static func first(of branch: Branch) -> FileVersion { FileVersion(branch, build: 0) }

  /// What no version of a branch reaches, as a packed number.
  public static func end(of branch: Branch) -> Int64 {
    FileVersion(branch, build: partLimit, revision: partLimit).packed + 1
  }
}

extension FileVersion: CustomStringConvertible {
  /// The version as it is written, without a revision of 0.
  public var description: String {
    "\(branch).\(build)" + (revision == 0 ? "" : ".\(revision)")
  }
}

extension FileVersion.Branch: CustomStringConvertible {
  /// `5.5`
  public var description: String { "\(major).\(minor)" }
}
