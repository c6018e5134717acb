import Plan
import Schema
import Testing
import Topology

@Suite("Shipped topologies")
struct ShippedTests {
  @Test("There is one for each article, an average site, and the least that runs")
  func names() {
    #expect(ShippedFiles.names.contains("average-site.yaml"))
    #expect(ShippedFiles.names.contains("small.yaml"))
    for article in ShippedFiles.articles {
      let own = ShippedFiles.names.filter { $0.hasPrefix(article.lowercased() + "-") }
      #expect(own.count == 1, "\(article): \(own)")
    }
    #expect(ShippedFiles.names.count == ShippedFiles.articles.count + 2)
  }

  @Test("Nothing is to be said of any of them", arguments: ShippedFiles.names)
  func areSilent(name: String) {
    let topology = ReadTopology(ShippedFiles.text(name))
    #expect(topology.plan != nil)
    #expect(topology.isSilent, "\(topology.report)")
  }

  @Test("An editor finds the schema by the first line", arguments: ShippedFiles.names)
  func modeline(name: String) {
    let first = ShippedFiles.text(name).split(separator: "\n").first
    #expect(first == "# yaml-language-server: $schema=mailroom.schema.json")
  }

  @Test("small.yaml has under 15 lines")
  func smallIsSmall() {
    let lines = ShippedFiles.text("small.yaml").split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    #expect(lines.last == "" && lines.count - 1 < 15)
  }

  @Test("No two have the same title, and no two the same seed, but for the smallest")
  func titles() {
    let plans = ShippedFiles.names.compactMap { ReadTopology(ShippedFiles.text($0)).plan }
    #expect(plans.count == ShippedFiles.names.count)
    #expect(Set(plans.map(\.title)).count == plans.count)
    #expect(Set(plans.map(\.run.seed)).count == plans.count)
  }

  @Test("Lines are short enough to be read beside something else", arguments: ShippedFiles.names)
  func lengths(name: String) {
    let lines = ShippedFiles.text(name).split(separator: "\n")
    for line in lines {
      #expect(!line.contains("\t") && !line.hasSuffix(" "), "\(line)")
      if line.hasPrefix("#") { #expect(line.count <= 105, "\(line)") }
    }
  }

  @Test(
    "A file about an article expects it, and something else not",
    arguments: ShippedFiles.articles
  )
  func expectations(article: String) throws {
    let plan = try #require(ReadTopology(ShippedFiles.text(ShippedFiles.about(article))).plan)
    var reproduced: [String] = []
    var absent: [String] = []
    var trends: [Trend] = []
    for expectation in plan.expectations {
      switch expectation.claim {
      case .reproduces(let id): reproduced.append(id)
      case .absent(let id): absent.append(id)
      case .trend(_, let trend, _): trends.append(trend)
      default: break
      }
    }
    #expect(reproduced == [article])
    #expect(!absent.isEmpty && !absent.contains(article))
    #expect(trends.contains(.level) || plan.expectations.count > 5)
  }

  @Test("The average site expects each of the articles not to show")
  func averageExpectations() throws {
    let plan = try #require(ReadTopology(ShippedFiles.text("average-site.yaml")).plan)
    let absent = plan.expectations.compactMap {
      if case .absent(let id) = $0.claim { id } else { nil }
    }
    #expect(absent.sorted() == ShippedFiles.articles)
  }

  @Test("The average site has every block of the language but those for one's own defects")
  func averageHasAll() {
    let text = "\n" + ShippedFiles.text("average-site.yaml")
    let index = SchemaIndex(Topologies.root)
    for item in index.items where !item.path.contains(".") {
      let isThere = text.contains("\n\(item.path):")
      let isOwn = ["activities", "defects", "sweep"].contains(item.path)
      #expect(isThere != isOwn, "\(item.path)")
    }
  }
}
