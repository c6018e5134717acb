import KnowledgeBase
import Plan
import Schema
import Testing

@Suite("Versions in a topology")
struct VersionTests {
  static let table = ProductTable.shared

  @Test("each release is read from what it is printed as, under each of its names")
  func releases() throws {
    for product in Self.table.products where product.family == nil {
      for release in product.releases {
        let text = product.spelling(of: release)
        let found = try Self.table.installation(text, of: product.name)
        #expect(found.release == release)
        #expect(found.product.branch == product.branch)
        #expect("\(found)" == text)
        for other in release.otherNames {
          #expect(try Self.table.installation(other, of: product.name).release == release)
        }
      }
      let first = try Self.table.installation("\(product.branch)", of: product.name)
      #expect(first.release == product.releases[0])
    }
  }

  @Test(
    "a release brings the files that the articles give it",
    arguments: [
      ("5.5", "msexcimc.exe", "5.5.1960.3"), ("5.5 SP1", "msexcimc.exe", "5.5.2232.9"),
      ("5.5 SP2", "msexcimc.exe", "5.5.2448"), ("5.5 SP3", "msexcimc.exe", "5.5.2650.21"),
      ("5.5 SP2", "store.exe", "5.5.2448.8"), ("5.5 SP3", "emsmta.exe", "5.5.2650.24"),
      ("5.5 SP4", "emsmta.exe", "5.5.2653.23"), ("5.5 SP3", "async.exe", "5.5.2650"),
      ("5.0", "emsmta.exe", "5.0.1457.8"), ("5.0 SP2", "msexcimc.exe", "5.0.1460.8"),
      ("5.0 SP2", "store.exe", "5.0.1460.13"), ("4.0a", "emsmta.exe", "4.0.993.6"),
    ]
  )
  func files(version: String, file: String, expected: String) throws {
    let found = try Self.table.installation(version, of: "Exchange")
    #expect(found.version(of: file)?.description == expected)
    #expect(found.files.first { $0.file == file }?.version == FileVersion(expected))
  }

  @Test(
    "a build is the newest release that is not later, and its files are at least of that build",
    arguments: [
      ("5.5.2650", "SP3", "5.5 SP3", "5.5.2650.21"),
      ("5.5.2650.24", "SP3", "5.5 SP3", "5.5.2650.21"),
      ("5.5.2652.36", "SP3", "5.5.2652.36", "5.5.2652.36"),
      ("5.5.2653", "SP4", "5.5 SP4", "5.5.2653.13"),
      ("5.5.2656.1", "SP4", "5.5.2656.1", "5.5.2656.1"),
      ("5.5.1960", "RTM", "5.5 RTM", "5.5.1960.3"),
      ("5.0.1457.8", "RTM", "5.0 RTM", "5.0.1457.10"),
      ("5.0.1461.83", "SP2", "5.0.1461.83", "5.0.1461.83"),
    ]
  )
  func builds(text: String, release: String, printed: String, service: String) throws {
    let found = try Self.table.installation(text, of: "Exchange")
    #expect(found.release.name == release)
    #expect("\(found)" == printed)
    #expect(found.version(of: "msexcimc.exe") == FileVersion(service))
  }

  @Test("an update of External is its version")
  func external() throws {
    let found = try Self.table.installation("3.5.30", of: "Microsoft Mail")
    #expect(found.version(of: "external.exe") == FileVersion("3.5.30"))
    let between = try Self.table.installation("3.2.14", of: "Microsoft Mail")
    #expect(between.release.name == "3.2.13")
    #expect(between.version(of: "external.exe") == FileVersion("3.2.14"))
  }

  @Test("a file that the product does not install has no version")
  func strangers() throws {
    let found = try Self.table.installation("5.5 SP3", of: "Exchange")
    #expect(found.version(of: "winlogon.exe") == nil)
    #expect(try Self.table.installation("4.0", of: "Exchange").version(of: "ese.dll") == nil)
  }

  @Test(
    "what is no version says why, points at the part that is wrong, and says what is right",
    arguments: [
      ("5.5 SP7", "Exchange 5.5 has no release `SP7`.", "SP7", "5.5 SP1"),
      ("5.5 Service Pack", "Exchange 5.5 has no release `Service Pack`.", "Service Pack", nil),
      ("6.0", "`6.0` is no version of Exchange.", "6.0", nil),
      ("6.5 SP2", "`6.5` is no version of Exchange.", "6.5", "5.5 SP2"),
      ("5.00.1457", "`5.00` is no version of Exchange.", "5.00", nil),
      ("5.5.100", "5.5.100 is older than the first release of Exchange 5.5.", nil, "5.5"),
      ("5.5 sp3", "`5.5 sp3` is not how a version is written.", nil, "5.5 SP3"),
      ("5.5SP3", "`5.5SP3` is not how a version is written.", nil, "5.5 SP3"),
      (
        "Exchange 5.5 Service Pack 3",
        "`Exchange 5.5 Service Pack 3` is not how a version is written.", nil, "5.5 SP3"
      ),
      (
        "Microsoft Exchange Server 5.0",
        "`Microsoft Exchange Server 5.0` is not how a version is written.", nil, "5.0"
      ),
      ("", "`` is no version of Exchange.", "", nil),
    ] as [(String, String, String?, String?)]
  )
  func refusals(text: String, message: String, part: String?, fix: String?) throws {
    let complaint = complaint(about: text)
    #expect(complaint?.message == message)
    #expect(complaint?.rule == .unknownVersion)
    let pointed = complaint?.range.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
    #expect(pointed == part)
    if let fix { #expect(complaint?.fixes.first == fix) }
    for fix in complaint?.fixes ?? [] { _ = try Self.table.installation(fix, of: "Exchange") }
    #expect(complaint?.label.isEmpty == false)
  }

  @Test("the pattern accepts exactly what is read")
  func pattern() throws {
    for name in ["Exchange", "Microsoft Mail"] {
      let pattern = try Regex(Self.table.versionPattern(of: name))
      let builds = [
        "5.5.2650", "5.5.2652.36", "5.5.1960", "5.5.1959.9", "5.0.1457", "5.0.1456", "4.0.836",
        "4.0.837", "3.5.21", "5.0.1461.83", "3.2.0", "3.2.00", "5.5.01960", "5.5.999999.999999",
        "5.5.1999", "5.5.2000", "5.5.9999", "5.5.10000", "5.5.2000000",
      ]
      var readCount = 0
      for text in Mutations.of(Self.table.versionSpellings(of: name) + builds) {
        let isRead = complaint(about: text, name) == nil
        readCount += isRead ? 1 : 0
        #expect(try (pattern.wholeMatch(in: text) != nil) == isRead, "\(text)")
      }
      #expect(readCount > 50)
    }
  }

  private func complaint(about text: String, _ name: String = "Exchange") -> Complaint? {
    do throws(Complaint) {
      _ = try Self.table.installation(text, of: name)
      return nil
    } catch {
      return error
    }
  }
}
