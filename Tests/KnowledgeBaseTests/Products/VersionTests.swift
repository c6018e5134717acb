import KnowledgeBase
import Plan
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
    "what is no version says why, and points at the part that is wrong",
    arguments: [
      ("5.5 SP7", "Exchange 5.5 has no release `SP7`", "SP7"),
      ("5.5 Service Pack", "Exchange 5.5 has no release `Service Pack`", "Service Pack"),
      ("6.0", "`6.0` is no version of Exchange; there are 4.0, 5.0 and 5.5", "6.0"),
      ("6.0.4417", "`6.0` is no version of Exchange; there are 4.0, 5.0 and 5.5", "6.0"),
      ("5.00.1457", "`5.00` is no version of Exchange; there are 4.0, 5.0 and 5.5", "5.00"),
      ("5.5.100", "5.5.100 is older than the first release, 5.5.1960", nil),
      ("5.5 sp3", "`5.5 sp3` is written 5.5 SP3", nil),
      ("5.5SP3", "`5.5SP3` is written 5.5 SP3", nil),
      ("Exchange 5.5 Service Pack 3", "`Exchange 5.5 Service Pack 3` is written 5.5 SP3", nil),
      ("Microsoft Exchange Server 5.0", "`Microsoft Exchange Server 5.0` is written 5.0", nil),
      ("", "A version is missing", nil),
    ] as [(String, String, String?)]
  )
  func refusals(text: String, message: String, part: String?) {
    let problem = problem(of: text)
    #expect(problem?.message == message)
    let pointed = problem?.range.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
    #expect(pointed == part)
    #expect(problem?.candidates.isEmpty == false)
  }

  @Test("every candidate is a version")
  func candidates() throws {
    for text in ["5.5 SP7", "6.0", "x", "", "5.5.1", "5.5 sp3", "exchange 5.0"] {
      for candidate in problem(of: text)?.candidates ?? [] {
        _ = try Self.table.installation(candidate, of: "Exchange")
      }
    }
  }

  @Test("the pattern accepts what is read, and else only builds before the first release")
  func pattern() throws {
    for name in ["Exchange", "Microsoft Mail"] {
      let pattern = try Regex(Self.table.versionPattern(of: name))
      let builds = ["5.5.2650", "5.5.2652.36", "3.5.21", "5.0.1461.83"]
      for text in Mutations.of(Self.table.versionSpellings(of: name) + builds) {
        let problem = problem(of: text, name)
        let isMatched = try pattern.wholeMatch(in: text) != nil
        if problem == nil { #expect(isMatched, "\(text)") }
        if isMatched, let problem { #expect(problem.message.contains("older"), "\(text)") }
      }
    }
  }

  private func problem(of text: String, _ name: String = "Exchange") -> ProductProblem? {
    do throws(ProductProblem) {
      _ = try Self.table.installation(text, of: name)
      return nil
    } catch {
      return error
    }
  }
}
