import KnowledgeBase
import Plan
import Schema
import Testing

@Suite("Operating systems in a topology")
struct SystemTests {
  static let table = ProductTable.shared

  @Test("each member of a family is read from what it is printed as")
  func printing() throws {
    let spellings = Self.table.systemSpellings
    #expect(Set(spellings).count == spellings.count)
    for spelling in spellings {
      #expect(try Self.table.operatingSystem(spelling).description == spelling)
    }
    // 8 service packs for two editions, 4 for the third; 5 for three.
    #expect(spellings.count == 8 + 8 + 4 + 5 + 5 + 5)
  }

  @Test(
    "people write them in several ways",
    arguments: [
      ("NT 4.0 Server SP4", "NT 4.0 Server SP4"), ("NT Server 4.0 SP4", "NT 4.0 Server SP4"),
      ("NT 4.0 SP4", "NT 4.0 Server SP4"), ("Windows NT 4.0", "NT 4.0 Server RTM"),
      ("NT 4.0 Server RTM", "NT 4.0 Server RTM"),
      ("NT 4.0 Workstation", "NT 4.0 Workstation RTM"),
      ("Windows NT Workstation 4.0 SP6a", "NT 4.0 Workstation SP6a"),
      ("NT 4.0 Terminal Server SP4", "NT 4.0 Terminal Server SP4"),
      ("NT 4.0 Terminal Server Edition SP4", "NT 4.0 Terminal Server SP4"),
      ("NT 4.0 Terminal Server", "NT 4.0 Terminal Server SP3"),
      ("NT 4.0 Terminal Server RTM", "NT 4.0 Terminal Server SP3"),
      ("Windows 2000", "Windows 2000 Server RTM"),
      ("Windows 2000 SP1", "Windows 2000 Server SP1"),
      ("Windows 2000 Server SP1", "Windows 2000 Server SP1"),
      ("Windows 2000 Advanced Server SP2", "Windows 2000 Advanced Server SP2"),
      ("Windows 2000 Professional", "Windows 2000 Professional RTM"),
    ]
  )
  func spellings(text: String, expected: String) throws {
    #expect(try Self.table.operatingSystem(text).description == expected)
  }

  @Test("service packs are ordinals: SP6a comes after SP6, and the Terminal Server begins with SP3")
  func ordinals() throws {
    let names = ["NT 4.0", "NT 4.0 SP3", "NT 4.0 SP4", "NT 4.0 SP6", "NT 4.0 SP6a"]
    let ordinals = try names.map { try Self.table.operatingSystem($0).servicePack }
    #expect(ordinals == [0, 3, 4, 6, 7])
    #expect(try Self.table.operatingSystem("NT 4.0 Terminal Server").servicePack == 3)
  }

  @Test(
    "what is none says why, points at the part that is wrong, and says what is right",
    arguments: [
      ("NT 4.0 Server SP7", "NT 4.0 Server has no SP7.", "SP7", "NT 4.0 Server SP1"),
      (
        "NT 4.0 Terminal Server SP6a", "NT 4.0 Terminal Server has no SP6a.", "SP6a",
        "NT 4.0 Terminal Server SP6"
      ),
      (
        "NT 4.0 Terminal Server SP2", "NT 4.0 Terminal Server has no SP2.", "SP2",
        "NT 4.0 Terminal Server SP3"
      ),
      (
        "Windows 2000 SP5", "Windows 2000 Server has no SP5.", "SP5", "Windows 2000 Server SP1"
      ),
      (
        "Windows 2000 Workstation", "Windows 2000 has no edition Workstation.", nil,
        nil
      ),
      ("NT 4.0 Professional", "NT 4.0 has no edition Professional.", nil, nil),
      ("NT 3.51 Server", "`NT 3.51 Server` names no operating system that is known", nil, nil),
      ("Windows 98", "`Windows 98` names no operating system that is known here.", nil, nil),
      (
        "NT 4.0 Serwer SP4", "`Serwer` is no part of the name of NT 4.0 Server.", "Serwer",
        "NT 4.0 Server SP4"
      ),
      ("NT 4.0 Enterprise Edition", "`Enterprise` is no part of the name of", "Enterprise", nil),
      ("nt 4.0 server sp4", "is not how an operating system is written.", nil, "NT 4.0 Server SP4"),
      ("NT SP4", "is not how an operating system is written.", nil, "NT 4.0 Server SP4"),
      (
        "Microsoft Windows NT Server version 4.0, Terminal Server Edition Service Pack 5",
        "is not how an operating system is written.", nil, "NT 4.0 Terminal Server SP5"
      ),
      (
        "Windows NT Server 4.0 Terminal Server", "is not how an operating system is written.", nil,
        "NT 4.0 Terminal Server"
      ),
      (
        "windows nt version 4.0 sp4", "is not how an operating system is written.", nil,
        "NT 4.0 SP4"
      ),
      ("", "names no operating system that is known here.", nil, nil),
    ] as [(String, String, String?, String?)]
  )
  func refusals(text: String, message: String, part: String?, fix: String?) throws {
    let complaint = try #require(self.complaint(about: text))
    #expect(complaint.message.contains(message), "\(complaint.message)")
    #expect(complaint.rule == .unknownSystem)
    let pointed = complaint.range.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
    #expect(pointed == part)
    if let fix { #expect(complaint.fixes.first == fix) }
    for fix in complaint.fixes { _ = try Self.table.operatingSystem(fix) }
    #expect(!complaint.label.isEmpty)
  }

  @Test("the pattern accepts exactly what is read")
  func pattern() throws {
    let pattern = try Regex(Self.table.systemPattern)
    let texts = ["NT Server 4.0 SP4", "Windows NT 4.0 Terminal Server Edition", "Windows 2000 SP1"]
    for text in Mutations.of(Self.table.systemSpellings + texts) {
      let isRead = complaint(about: text) == nil
      #expect(try (pattern.wholeMatch(in: text) != nil) == isRead, "\(text)")
    }
  }

  @Test("an operating system brings its files, which a service pack renews")
  func files() throws {
    let before = Self.table.installation(of: try Self.table.operatingSystem("NT 4.0 SP6"))
    let after = before.upgraded(to: try #require(before.product.release(named: "SP6a")))
    #expect(before.files.map(\.file).contains("winlogon.exe"))
    #expect(after.release.name == "SP6a")
    #expect(after.edition == .server)
  }

  private func complaint(about text: String) -> Complaint? {
    do throws(Complaint) {
      _ = try Self.table.operatingSystem(text)
      return nil
    } catch {
      return error
    }
  }
}
