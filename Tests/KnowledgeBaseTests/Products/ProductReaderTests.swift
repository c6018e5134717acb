import Foundation
import Kernel
import Plan
import Schema
import Testing

@testable import KnowledgeBase

@Suite("Reading tables of products")
struct ProductReaderTests {
  static let sound = """
    product: Exchange
    branch: '5.5'
    title: Exchange 5.5
    components: { store.exe: Information Store, mt.exe: Interchange }
    releases:
      RTM: { build: 5.5.1960, released: 3 Feb 1998, source: Q158530 }
      SP1: { build: 5.5.2232, source: assumed, files: { mt.exe: 5.5.2232.1 } }
    hotfixes:
      Q100000: { follows: RTM, included-in: SP1, source: widely known, files: { mt.exe: 5.5.2000 } }
    """

  @Test("a sound table is read without a word")
  func reading() throws {
    let (product, messages) = read(Self.sound)
    #expect(messages == [])
    let found = try #require(product)
    #expect(found.releases.map(\.name) == ["RTM", "SP1"])
    #expect(found.releases[0].released.map { [$0.day, $0.month, $0.year] } == [3, 2, 1998])
    #expect(found.releases[1].filesProvenance == [.assumed])
    #expect(found.hotfixes[0].includedIn == 1)
    #expect(found.version(of: "mt.exe", in: found.releases[1]) == FileVersion("5.5.2232.1"))
    #expect(found.version(of: "store.exe", in: found.releases[1]) == FileVersion("5.5.2232"))
  }

  @Test(
    "what is wrong in a table is told",
    arguments: [
      ("mt.exe: 5.5.2000", "mta.exe: 5.5.2000", "`mta.exe` is none of the words"),
      ("follows: RTM", "follows: RTN", "`RTN` is none of the words"),
      ("included-in: SP1", "included-in: SP9", "`SP9` is none of the words"),
      ("source: Q158530", "source: heard", "`heard` is no source."),
      ("source: assumed, files", "files", "The key `source` is missing"),
      ("build: 5.5.1960", "build: 5.0.1960", "The build is of another branch."),
      ("build: 5.5.1960", "build: 5.5", "`5.5` is no version of a file."),
      ("branch: '5.5'", "branch: five", "`five` is no branch of versions."),
      ("3 Feb 1998", "30 Feb 1998", "There is no such day"),
      ("Q100000", "100000", "`100000` is no article's id"),
      ("title:", "tittle:", "tittle"),
    ]
  )
  func mistakes(from: String, to: String, message: String) {
    let text = Self.sound.replacing(from, with: to, maxReplacements: 1)
    #expect(text != Self.sound)
    let (_, messages) = read(text)
    #expect(messages.contains { $0.contains(message) }, "\(messages)")
  }

  @Test("every table in the folder comes with the program, byte for byte")
  func embedded() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/KnowledgeBase/Products/Tables").standardized
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".yaml") }.sorted()
    #expect(ProductReader.embeddedFiles.map(\.name).sorted() == names)
    for (name, bytes) in ProductReader.embeddedFiles {
      #expect(try Data(contentsOf: folder.appending(path: name)) == Data(bytes), "\(name)")
    }
  }

  private func read(_ text: String) -> (Product?, [String]) {
    let reading = Reading()
    let product = ProductReader.product(Array(text.utf8), file: "table.yaml", reading)
    return (product, reading.diagnostics.map(\.message))
  }
}
