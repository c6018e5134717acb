import KnowledgeBase
import Plan
import Testing

@Suite("What is installed")
struct InstallTests {
  @Test(
    "files have the versions of the release and of its hotfixes",
    arguments: [
      ("5.5 SP3", ""), ("5.5 RTM", ""), ("5.0 SP2", ""), ("4.0 SP5", ""), ("5.5 SP3", "Q269183"),
      ("5.0 SP2", "Q214573"), ("5.5.2652.36", ""),
    ]
  )
  func versions(version: String, hotfix: String) throws {
    let compiled = Compiled(
      """
      hosts: { HUB1: { os: NT 4.0 SP5 } }
      exchange:
        HUB1:
          version: \(version)
          hotfixes: [\(hotfix)]
          msmail-connector: { post-office: HQ/S, instances: { P: { serves: [HQ/A] } } }
          internet-mail: { domain: example.com }
      post-offices: { HQ/A: { mailboxes: 5, routes: { HQ/S: direct } } }
      """
    )
    let plan = try #require(compiled.plan, "\(compiled.report)")
    var installation = try ProductTable.shared.installation(version, of: "Exchange")
    if !hotfix.isEmpty { installation = try installation.adding(hotfix: hotfix) }
    for image in ["store.exe", "emsmta.exe", "msexcimc.exe", "mt.exe", "async.exe", "mad.exe"] {
      let process = try #require(compiled.process(image, on: "HUB1"))
      #expect(process.version == installation.version(of: image), "\(image)")
    }
    let store = try #require(installation.version(of: "store.exe"))
    #expect(plan.hosts[0].value(of: .file("store.exe")) == store.packed)
  }

  @Test("what the user says of a file comes before what the products bring")
  func files() throws {
    let text = """
      hosts: { HUB1: { os: NT 4.0 SP5, files: { STORE.EXE: 5.0.1461.90 } } }
      exchange: { HUB1: { version: 5.0 SP2 } }
      """
    let compiled = Compiled(text)
    #expect(compiled.process("store.exe", on: "HUB1")?.version == FileVersion("5.0.1461.90"))
    #expect(ArticleFactTests.verdict("Q214573", compiled) == .shut)
  }

  /// The facts that a step installs.
  static func installed(_ host: String, _ what: String) throws -> (SitePlan, [FactValue]) {
    let compiled = Compiled(
      """
      hosts: { HUB1: { \(host) } }
      exchange: { HUB1: { version: 5.5 SP3, internet-mail: { domain: example.com } } }
      changes: { c: { at: 1h, does: [ { install: \(what) } ] } }
      """
    )
    let plan = try #require(compiled.plan, "\(compiled.report)")
    guard case .install(HostID(0), _, let facts)? = plan.script.first?.steps.first else {
      Issue.record("no step installs anything")
      return (plan, [])
    }
    return (plan, facts)
  }

  @Test("a service pack of Exchange brings its files")
  func exchange() throws {
    let (plan, facts) = try Self.installed("os: NT 4.0 SP5", "5.5 SP4")
    let new = try ProductTable.shared.installation("5.5 SP4", of: "Exchange")
    for file in new.files {
      let before = plan.hosts[0].value(of: .file(file.file))
      let fact = facts.first { $0.fact == .file(file.file) }
      if let fact { #expect(fact.value == file.version.packed) }
      if let before { #expect((fact?.value ?? before) == file.version.packed, "\(file.file)") }
    }
    #expect(facts.contains { $0.fact == .file("async.exe") })
  }

  @Test("what is there can be installed again and changes nothing, and nothing older can be")
  func again() throws {
    let releases = ["4.0 SP5", "5.0 RTM", "5.0 SP2", "5.5 RTM", "5.5 SP3", "5.5 SP4"]
    for (present, version) in releases.enumerated() {
      for (wanted, other) in releases.enumerated() {
        let compiled = Compiled(
          """
          hosts: { HUB1: { os: NT 4.0 SP5 } }
          exchange: { HUB1: { version: \(version) } }
          changes: { c: { at: 1h, does: [ { install: \(other) } ] } }
          """
        )
        let report = "\(other) on \(version)\n\(compiled.report)"
        #expect(compiled.codes == (wanted < present ? ["unknown-install"] : []), "\(report)")
        guard case .install(_, _, let facts)? = compiled.plan?.script.first?.steps.first else {
          #expect(wanted < present, "\(report)")
          continue
        }
        #expect(facts.isEmpty == (wanted == present), "\(report)")
      }
    }
  }

  @Test("a service pack of the system brings its number and its files")
  func system() throws {
    let (_, facts) = try Self.installed("os: NT 4.0 SP3", "NT 4.0 SP4")
    let fact = try #require(facts.first { $0.fact == .servicePack })
    let own = try ProductTable.shared.operatingSystem("NT 4.0 SP4")
    #expect(fact.value == Int64(own.servicePack))
    #expect(facts.filter { $0.fact == .servicePack }.count == 1)
  }

  @Test("a hotfix of Exchange or of the system brings its files and its name")
  func hotfixes() throws {
    let (_, facts) = try Self.installed("os: NT 4.0 SP6a", "Q269183")
    #expect(facts.contains(FactValue(.hotfix("Q269183"), 1)))
    let new = try ProductTable.shared.installation("5.5 SP3", of: "Exchange").adding(
      hotfix: "Q269183"
    )
    let version = try #require(new.version(of: "async.exe"))
    #expect(facts.contains(FactValue(.file("async.exe"), version.packed)))
    #expect(facts.filter { $0.fact == .file("store.exe") }.count <= 1)
    let (_, system) = try Self.installed("os: NT 4.0 SP6a", "Q299444")
    #expect(system.contains(FactValue(.hotfix("Q299444"), 1)))
  }

  @Test("what a rollup or a service pack carries is corrected too, and what was corrected stays so")
  func carried() throws {
    let (_, rollup) = try Self.installed("os: NT 4.0 SP6a", "Q299444")
    #expect(rollup.contains(FactValue(.hotfix("Q259042"), 1)))
    let (_, pack) = try Self.installed("os: NT 4.0 SP6a", "5.5 SP4")
    #expect(pack.contains(FactValue(.hotfix("Q269183"), 1)))
    #expect(pack.contains(FactValue(.hotfix("Q260554"), 1)))
    let (_, later) = try Self.installed("os: NT 4.0 SP6, hotfixes: [Q259042]", "NT 4.0 SP6a")
    #expect(!later.contains { $0.fact == .hotfix("Q259042") })
    #expect(!later.contains { $0.fact == .file("winlogon.exe") })
  }
}
