import KnowledgeBase
import Plan
import Testing

@Suite("What brings a version of a file")
struct StepTests {
  static let table = ProductTable.shared

  @Test(
    "the first release and the first hotfix before it",
    arguments: [
      ("async.exe", "5.5.2652.36", "SP4", "Q269183"),
      ("msexcimc.exe", "5.5.2429", "SP2", "Q197142"),
      ("msexcimc.exe", "5.5.2417", "SP2", "Q193639"),
      ("store.exe", "5.0.1461.83", nil, "Q214573"),
      ("msexcimc.exe", "5.0.1460", "SP2", nil),
      ("async.exe", "5.5.2654.34", nil, "Q277831"),
      ("store.exe", "5.5.1960", "RTM", nil),
      ("store.exe", "5.5.9999", nil, nil),
    ] as [(String, String, String?, String?)]
  )
  func first(file: String, text: String, release: String?, hotfix: String?) throws {
    let version = try #require(FileVersion(text))
    let product = try #require(Self.table.product(installing: file, of: version.branch))
    let found = product.first(bringing: file, atLeast: version)
    #expect(found.release?.name == release)
    #expect(found.hotfix?.id == hotfix)
  }

  @Test("newer is not always better: a range is entered by a hotfix and left by a service pack")
  func ranges() throws {
    let range = try (#require(FileVersion("5.5.2365")), #require(FileVersion("5.5.2448.8")))
    let product = try #require(Self.table.product(installing: "store.exe", of: range.0.branch))
    let steps = product.steps(
      bringing: "store.exe",
      from: range.0.packed,
      below: range.1.packed
    )
    #expect(steps.compactMap(\.hotfix?.id) == ["Q193040"])
    #expect(steps.compactMap(\.release).isEmpty)
  }

  @Test("steps are the releases in order, each followed by its hotfixes", arguments: table.products)
  func steps(product: Product) {
    #expect(product.steps.compactMap(\.release) == product.releases)
    #expect(Set(product.steps.compactMap(\.hotfix)) == Set(product.hotfixes))
    var last = 0
    for step in product.steps {
      let ordinal = step.release?.ordinal ?? step.hotfix?.follows ?? 0
      #expect(ordinal >= last)
      last = ordinal
    }
    for component in product.components {
      #expect(
        product.steps(bringing: component.file, from: 0).count
          == product.steps.count { product.version(of: component.file, after: $0) != nil }
      )
    }
  }

  @Test("a title is a line and a release of it")
  func titles() {
    #expect(Self.table.release(titled: "Exchange 5.5 SP4")?.release.ordinal == 4)
    #expect(Self.table.release(titled: "NT 4.0 SP6a")?.release.ordinal == 7)
    #expect(Self.table.release(titled: "Windows 2000 SP1")?.product.family == .windows2000)
    #expect(Self.table.release(titled: "Exchange 5.5 SP9") == nil)
    #expect(Self.table.release(titled: "Exchange 5.5") == nil)
    for title in Self.table.releaseTitles {
      let found = Self.table.release(titled: title)
      #expect(found.map { "\($0.product) \($0.release.name)" } == title)
    }
  }
}
