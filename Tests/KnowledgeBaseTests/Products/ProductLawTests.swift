import KnowledgeBase
import Plan
import Testing

@Suite("What holds for every table of products")
struct ProductLawTests {
  static let products = ProductTable.shared.products

  @Test("the lines are those that the program is about, by name and branch")
  func lines() {
    #expect(
      Self.products.map(\.description) == [
        "Exchange 4.0", "Exchange 5.0", "Exchange 5.5", "NT 4.0", "Windows 2000",
        "Microsoft Mail 3.2",
        "Microsoft Mail 3.5",
      ]
    )
  }

  @Test("every version of a line is of the line's branch", arguments: products)
  func branches(product: Product) {
    for step in product.steps {
      for component in product.components {
        guard let version = product.version(of: component.file, after: step) else { continue }
        #expect(version.branch == product.branch, "\(component.file)")
      }
    }
  }

  @Test("no file and no date goes back from one release to the next", arguments: products)
  func progress(product: Product) {
    for (earlier, later) in zip(product.releases, product.releases.dropFirst()) {
      #expect(later.ordinal == earlier.ordinal + 1)
      #expect(earlier.build.packed <= later.build.packed)
      if let before = earlier.released, let after = later.released { #expect(before < after) }
      for component in product.components {
        let before = product.version(of: component.file, in: earlier)
        let after = product.version(of: component.file, in: later)
        #expect(
          before?.packed ?? 0 <= after?.packed ?? 0,
          "\(component.file) from \(earlier.name) to \(later.name)"
        )
      }
    }
  }

  @Test("every release of what is no operating system renews every file", arguments: products)
  func renewal(product: Product) {
    guard product.family == nil else { return }
    for (earlier, later) in zip(product.releases, product.releases.dropFirst()) {
      for component in product.components {
        #expect(
          product.version(of: component.file, in: earlier)
            != product.version(of: component.file, in: later)
        )
      }
    }
  }

  @Test(
    "a hotfix is newer than the release that it follows and no newer than the one that includes it",
    arguments: products
  )
  func hotfixes(product: Product) {
    for hotfix in product.hotfixes {
      #expect(!hotfix.files.isEmpty, "\(hotfix.id)")
      if let included = hotfix.includedIn { #expect(included > hotfix.follows, "\(hotfix.id)") }
      for file in hotfix.files {
        let before = product.version(of: file.file, in: product.releases[hotfix.follows])
        #expect(before?.packed ?? .max < file.version.packed, "\(hotfix.id), \(file.file)")
        // Between two releases it is included in the later one, or the table would say nothing of it.
        let next = hotfix.includedIn ?? hotfix.follows + 1
        guard product.releases.indices.contains(next), product.family == nil else { continue }
        let after = product.version(of: file.file, in: product.releases[next])
        #expect(file.version.packed <= after?.packed ?? 0, "\(hotfix.id), \(file.file)")
      }
    }
  }

  @Test("a name means one release, an id one hotfix, a file one component", arguments: products)
  func names(product: Product) {
    let releases = product.releases.flatMap { [$0.name] + $0.otherNames }
    for names in [releases, product.hotfixes.map(\.id), product.components.map(\.file)] {
      #expect(Set(names).count == names.count)
    }
    for component in product.components {
      #expect(component.file == component.file.lowercased())
      #expect(!component.purpose.isEmpty)
    }
    for hotfix in product.hotfixes { #expect(!hotfix.carries.contains(hotfix.id)) }
  }

  @Test("every value says where it comes from", arguments: products)
  func sources(product: Product) {
    let sources =
      product.releases.flatMap { [$0.provenance] + $0.filesProvenance }
      + product.hotfixes.flatMap { [$0.provenance] + $0.filesProvenance }
    for source in sources {
      switch source {
      case .article, .assumed, .widelyKnown: break
      case .text, .topology: Issue.record("\(source) is no source of a table")
      }
    }
    for release in product.releases where !release.files.isEmpty {
      #expect(!release.filesProvenance.isEmpty)
    }
  }

  @Test("what the line of an operating system has is what its family has")
  func families() {
    for family in OperatingSystem.Family.allCases {
      let product = ProductTable.shared.product(of: family)
      #expect(product?.releases.map(\.name) == family.servicePacks)
      #expect(product?.editions.map(\.edition) == family.editions)
    }
  }
}
