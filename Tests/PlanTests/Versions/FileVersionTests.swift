import Plan
import Testing

@Suite("Versions of files")
struct FileVersionTests {
  static let parts = [0, 1, 9, 10, 99, 100, 2652, 65_535, 65_536, FileVersion.partLimit]
  static let branches = [(0, 0), (3, 2), (4, 86), (5, 0), (5, 5), (999, 999)]

  /// Every combination of small, usual and largest parts.
  static let all = branches.flatMap { major, minor in
    parts.flatMap { build in
      parts.map { FileVersion(.init(major, minor), build: build, revision: $0) }
    }
  }

  @Test("what is printed is read back as the same version")
  func printing() {
    for version in Self.all {
      #expect(FileVersion("\(version)") == version)
      #expect(FileVersion(packed: version.packed) == version)
    }
  }

  @Test("packed numbers order the versions of a branch by build, then by revision")
  func order() {
    for left in Self.all {
      for right in Self.all where left.branch == right.branch {
        let isBefore = (left.build, left.revision) < (right.build, right.revision)
        #expect((left.packed < right.packed) == isBefore)
      }
      #expect(left.packed >= FileVersion.first(of: left.branch).packed)
      #expect(left.packed < FileVersion.end(of: left.branch))
    }
  }

  @Test("no two versions share a packed number, of whatever branch")
  func packing() {
    #expect(Set(Self.all.map(\.packed)).count == Self.all.count)
  }

  @Test("a revision of 0 may be left out, and zeros may stand before a number")
  func spelling() {
    #expect(FileVersion("5.5.2448.0") == FileVersion("5.5.2448"))
    #expect(FileVersion("5.5.2505.00") == FileVersion("5.5.2505"))
    #expect(FileVersion("5.5.2654.05") == FileVersion("5.5.2654.5"))
  }

  @Test(
    "what is no version is refused",
    arguments: [
      "", "5", "5.5", "5.5.", "5.5.2650.", ".5.5.1", "5.5.2650.24.1", "5.5.x", "5.5.-1", "5.5.+1",
      " 5.5.2650", "5.5.2650 ", "5.5.1000000", "1000.5.1", "5.5.２", "v5.5.2650", "5,5,2650",
    ]
  )
  func refusal(text: String) {
    #expect(FileVersion(text) == nil)
  }
}
