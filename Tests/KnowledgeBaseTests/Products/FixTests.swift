import Foundation
import KnowledgeBase
import Plan
import Testing
import YAML

/// Every article's corrections against the table: they exist, and they shut the article's gate.
@Suite("The corrections that articles name")
struct FixTests {
  struct Article: CustomTestStringConvertible, Sendable {
    let root: YAMLNode
    let testDescription: String

    /// The ranges of files that it affects.
    var ranges: [(file: String, from: FileVersion, below: FileVersion)] {
      (root["affects"].map { Array($0.items) } ?? []).compactMap { entry in
        guard let file = entry["component"]?.text,
          let from = entry["from"].flatMap({ FileVersion($0.text) }),
          let below = entry["below"].flatMap({ FileVersion($0.text) })
        else { return nil }
        return (file, from, below)
      }
    }
  }

  static let articles: [Article] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
    return ["Sources/KnowledgeBase/Articles", "Tests/KnowledgeBaseTests/Siblings"].flatMap { path in
      let folder = root.appending(path: path).standardized
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      return names.filter { $0.hasSuffix(".yaml") }.sorted().compactMap { name -> Article? in
        guard let data = try? Data(contentsOf: folder.appending(path: name)),
          let document = try? YAMLStream.read([UInt8](data), file: name).onlyDocument()
        else { return nil }
        return Article(root: document.root, testDescription: name)
      }
    }
  }()

  @Test("the five articles are there")
  func five() {
    #expect(articles.count >= 5)
  }

  private var articles: [Article] { Self.articles }

  @Test("every correction is a release, a hotfix or a file of the table", arguments: articles)
  func corrections(article: Article) throws {
    let table = ProductTable.shared
    for fix in article.root["fixed"].map({ Array($0.items) }) ?? [] {
      if let title = fix["release"]?.text { #expect(table.release(titled: title) != nil) }
      if let id = fix["hotfix"]?.text { #expect(!table.products(withHotfix: id).isEmpty) }
      if let file = fix["file"]?.text {
        let version = try #require(fix["version"].flatMap { FileVersion($0.text) })
        #expect(table.product(installing: file, of: version.branch) != nil)
      }
    }
  }

  @Test(
    "every file that it asks for is one that a product of the branch installs",
    arguments: articles
  )
  func components(article: Article) {
    for range in article.ranges {
      #expect(range.from.branch == range.below.branch)
      #expect(range.from.packed < range.below.packed)
      let product = ProductTable.shared.product(installing: range.file, of: range.from.branch)
      #expect(product != nil, "\(range.file)")
    }
  }

  @Test("every hotfix of the table that corrects an article shuts its gate")
  func carried() throws {
    var count = 0
    for defect in ArticleFiles.all.compactMap({ ReadArticle(ArticleFiles.text($0)).defect }) {
      for product in ProductTable.shared.products {
        for hotfix in product.hotfixes
        where hotfix.id == defect.id || hotfix.carries.contains(defect.id) {
          count += 1
          let edition = product.family.map { _ in hotfix.editions.first ?? .server }
          let release = product.releases[hotfix.follows]
          let host = Installation(product, release, edition: edition).with([hotfix])
          let isOpen = isOpen(defect.gate, on: host)
          #expect(!isOpen, "\(defect.id) is still there with \(hotfix.id)")
        }
      }
    }
    #expect(count > 20)
  }

  /// Whether all that a gate asks of files, the system and hotfixes holds.
  private func isOpen(_ gate: Gate, on host: Installation) -> Bool {
    let pack = host.product.family.flatMap { $0.servicePacks.firstIndex(of: host.release.name) }
    func holds(_ test: FactTest) -> Bool {
      switch test.fact {
      case .file(let file): test.passes(host.version(of: file)?.packed)
      case .family: test.passes(host.product.family.map { Int64($0.ordinal) })
      case .servicePack: test.passes(pack.map(Int64.init))
      case .hotfix(let id): test.passes(host.hasHotfix(id) ? 1 : 0)
      // A correction that must also be set up is there once it is installed and set up.
      case .option: false
      case .edition, .platform, .installed: true
      }
    }
    return gate.alternatives.contains { $0.allSatisfy(holds) }
      && gate.needs.filter { if case .hotfix = $0.fact { true } else { false } }.allSatisfy(holds)
  }

  @Test(
    "a correction leaves the affected range, and something before it was in it",
    arguments: articles
  )
  func effect(article: Article) throws {
    let table = ProductTable.shared
    for fix in article.root["fixed"].map({ Array($0.items) }) ?? [] {
      let steps: [(Product, ProductStep)] =
        fix["release"].flatMap { table.release(titled: $0.text) }.map { [($0, .release($1))] }
        ?? fix["hotfix"].map { node in
          table.products(withHotfix: node.text).flatMap { product in
            product.hotfixes.filter { $0.id == node.text || $0.carries.contains(node.text) }
              .map { (product, .hotfix($0)) }
          }
        } ?? []
      for (product, step) in steps {
        let ranges = article.ranges.filter { $0.from.branch == product.branch }
        for range in ranges {
          let version = try #require(product.version(of: range.file, after: step))
          #expect(!(range.from.packed..<range.below.packed).contains(version.packed))
          let affected = product.steps(
            bringing: range.file,
            from: range.from.packed,
            below: range.below.packed
          )
          #expect(!affected.isEmpty, "nothing has \(range.file) in the range")
        }
      }
    }
  }
}
