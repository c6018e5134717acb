public import Plan

/// All product lines that are known, and what the versions in a topology mean.
public struct ProductTable: Sendable {
  /// The lines, by name and branch.
  public let products: [Product]

  /// Where each spelling leads; only looked up, never listed.
  private let releases: [String: [String: (product: Int, release: Int)]]
  private let systems: [String: OperatingSystem]
  /// The first spelling of what shares a key with a text that is written otherwise.
  private let rightReleases: [String: [String: String]]
  private let rightSystems: [Set<String>: String]

  /// The table that comes with the program, read when it is first asked for.
  public static let shared = ProductTable(ProductReader.embedded())

  /// A table of these lines.
  public init(_ products: [Product]) {
    self.products = products
    var releases: [String: [String: (product: Int, release: Int)]] = [:]
    var systems: [String: OperatingSystem] = [:]
    var rightReleases: [String: [String: String]] = [:]
    var rightSystems: [Set<String>: String] = [:]
    for (index, product) in products.enumerated() {
      if let family = product.family {
        for (spelling, system) in product.systemSpellings(of: family) {
          systems[spelling] = system
          let key = systemKey(spelling)
          if rightSystems[key] == nil { rightSystems[key] = spelling }
        }
      } else {
        for (spelling, release) in product.releaseSpellings {
          releases[product.name, default: [:]][spelling] = (index, release.ordinal)
          for key in [releaseKey(spelling), releaseKey("\(product.name) \(spelling)")]
          where rightReleases[product.name]?[key] == nil {
            rightReleases[product.name, default: [:]][key] = spelling
          }
        }
      }
    }
    self.releases = releases
    self.systems = systems
    self.rightReleases = rightReleases
    self.rightSystems = rightSystems
  }

  /// The lines of a product, by branch.
  public func lines(of name: String) -> [Product] {
    products.filter { $0.name == name }
  }

  /// The line that a family of operating systems is.
  public func product(of family: OperatingSystem.Family) -> Product? {
    products.first { $0.family == family }
  }

  /// The release that is written exactly so, such as `5.5 SP3`, `5.0`, `4.0a` or `3.5.30`.
  func release(spelled text: String, of name: String) -> Installation? {
    releases[name]?[text].map {
      Installation(products[$0.product], products[$0.product].releases[$0.release])
    }
  }

  /// The operating system that is written exactly so.
  func system(spelled text: String) -> OperatingSystem? { systems[text] }

  /// How a release is written that this text means in other words.
  func rightRelease(for text: String, of name: String) -> String? {
    rightReleases[name]?[releaseKey(text)]
  }

  /// How an operating system is written whose words these are.
  func rightSystem(for key: Set<String>) -> String? { rightSystems[key] }
}
