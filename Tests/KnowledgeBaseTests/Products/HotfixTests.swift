import KnowledgeBase
import Plan
import Schema
import Testing

@Suite("Hotfixes")
struct HotfixTests {
  static let table = ProductTable.shared

  static func exchange(_ version: String, _ hotfixes: String...) throws -> Installation {
    try hotfixes.reduce(table.installation(version, of: "Exchange")) { try $0.adding(hotfix: $1) }
  }

  @Test("a hotfix replaces its files and no others")
  func replacing() throws {
    let before = try Self.exchange("5.5 SP3")
    let after = try Self.exchange("5.5 SP3", "Q269183")
    let replaced = ["mt.exe", "async.exe", "x25eicon.exe", "xtnmsg.dll"]
    for (old, new) in zip(before.files, after.files) {
      #expect(old.file == new.file)
      let expected = replaced.contains(old.file) ? FileVersion("5.5.2652.36") : old.version
      #expect(new.version == expected, "\(new.file)")
    }
  }

  @Test("the order in which hotfixes are named changes nothing, nor does naming one twice")
  func order() throws {
    let one = try Self.exchange("5.5 SP3", "Q269183", "Q246889", "Q248838")
    let other = try Self.exchange("5.5 SP3", "Q248838", "Q246889", "Q269183", "Q246889")
    #expect(one.files == other.files)
    #expect(one.hotfixes == other.hotfixes)
  }

  @Test("the newer of two versions of a file stays, whichever is installed last")
  func newer() throws {
    for ids in [["Q295969", "Q282533"], ["Q282533", "Q295969"]] {
      let both = try Self.exchange("5.5 SP4", ids[0], ids[1])
      #expect(both.version(of: "store.exe") == FileVersion("5.5.2655.37"))
    }
    let old = try Self.exchange("5.5.2655.1", "Q295969")
    #expect(old.version(of: "store.exe") == FileVersion("5.5.2655.1"))
  }

  @Test("an article that a hotfix carries stands for it", arguments: ["Q260554", "Q243701"])
  func carried(id: String) throws {
    let found = try Self.exchange("5.5 SP3", id)
    #expect(found.hotfixes.map(\.id) == ["Q269183"])
    #expect(found.hasHotfix(id))
  }

  @Test("an article that two hotfixes carry brings both")
  func twofold() throws {
    #expect(try Self.exchange("5.5 SP3", "Q243822").hotfixes.map(\.id) == ["Q246889", "Q254805"])
  }

  @Test("every id of a line can be installed on the release that it follows, if the edition has it")
  func everyID() throws {
    for product in Self.table.products {
      for hotfix in product.hotfixes {
        let edition = product.family.map { _ in hotfix.editions.first ?? .server }
        let host = Installation(product, product.releases[hotfix.follows], edition: edition)
        #expect(try host.adding(hotfix: hotfix.id).hotfixes == [hotfix])
        for id in hotfix.carries { #expect(try !host.adding(hotfix: id).hotfixes.isEmpty) }
      }
    }
  }

  @Test("a release that includes a hotfix has it, and installing it changes nothing")
  func included() throws {
    let found = try Self.exchange("5.5 SP4", "Q269183")
    #expect(found.hotfixes.isEmpty)
    #expect(found.hasHotfix("Q269183"))
    #expect(found.hasHotfix("Q260554"))
    #expect(!found.hasHotfix("Q277831"))
    #expect(try !Self.exchange("5.5 SP3").hasHotfix("Q269183"))
  }

  @Test("a hotfix for a later release says which")
  func tooEarly() {
    let own = complaint("5.5 SP1", "Q269183")
    #expect(own?.message == "Q269183 is for 5.5 SP3 and later.")
    #expect(own?.label == "this is 5.5 SP1")
    #expect(own?.notes == [])
    let carried = complaint("5.5 SP1", "Q260554")
    #expect(carried?.message == "Q260554 is for 5.5 SP3 and later.")
    #expect(carried?.notes == ["Q260554 comes with Q269183"])
  }

  @Test("an id that the line does not have says so, and names those that it has")
  func unknown() {
    let strange = complaint("5.0 SP2", "Q269183")
    #expect(strange?.message == "Q269183 is no hotfix of Exchange 5.0 that is known here.")
    #expect(strange?.notes.first?.contains("Q214573") == true)
    #expect(complaint("5.0 SP2", "Q214537")?.fixes.first == "Q214573")
    #expect(Self.table.products(withHotfix: "Q269183").map(\.description) == ["Exchange 5.5"])
  }

  @Test("the security rollup is another one for the Terminal Server")
  func editions() throws {
    let server = Self.table.installation(of: try Self.table.operatingSystem("NT 4.0 SP6a"))
    let terminal = Self.table.installation(
      of: try Self.table.operatingSystem("NT 4.0 Terminal Server SP6")
    )
    #expect(try server.adding(hotfix: "Q299444").hotfixes.map(\.id) == ["Q299444"])
    #expect(throws: Complaint.self) { try terminal.adding(hotfix: "Q299444") }
    #expect(throws: Complaint.self) { try server.adding(hotfix: "Q317636") }
    // Both carry this article, and each edition gets its own; where the article has a hotfix, that.
    #expect(try terminal.adding(hotfix: "Q241041").hotfixes.map(\.id) == ["Q317636"])
    #expect(try server.adding(hotfix: "Q241041").hotfixes.map(\.id) == ["Q299444"])
    #expect(try server.adding(hotfix: "Q299444").hasHotfix("Q259042"))
  }

  @Test("a service pack drops the hotfixes that it includes and keeps those that it does not")
  func upgrade() throws {
    let before = try Self.exchange("5.5 SP3", "Q269183")
    let after = before.upgraded(to: try #require(before.product.release(named: "SP4")))
    #expect(after.hotfixes.isEmpty)
    #expect(after.files == (try Self.exchange("5.5 SP4")).files)

    let table = ProductTable.shared
    let host = table.installation(of: try table.operatingSystem("NT 4.0 SP6"))
      .with(table.products[3].hotfixes.filter { $0.id == "Q259042" })
    let later = host.upgraded(to: try #require(host.product.release(named: "SP6a")))
    #expect(later.hotfixes.map(\.id) == ["Q259042"])
  }

  @Test("a named build stays what every file has at least, until a release is newer")
  func namedBuild() throws {
    let before = try Self.exchange("5.5.2449.1")
    let next = before.upgraded(to: try #require(before.product.release(named: "SP3")))
    #expect(next.floor == nil)
    #expect("\(next)" == "5.5 SP3")
  }

  private func complaint(_ version: String, _ id: String) -> Complaint? {
    do {
      _ = try Self.exchange(version, id)
      return nil
    } catch {
      return error as? Complaint
    }
  }
}
