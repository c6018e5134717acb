public import Plan

extension ProductTable {
  /// The line and the release that a whole title means, such as `Exchange 5.5 SP4` or `NT 4.0 SP6a`.
  public func release(titled title: String) -> (product: Product, release: Release)? {
    for product in products where title.hasPrefix("\(product) ") {
      let name = String(title.dropFirst("\(product) ".count))
      if let release = product.release(named: name) { return (product, release) }
    }
    return nil
  }

  /// The whole titles of all releases, in order.
  public var releaseTitles: [String] {
    products.flatMap { product in product.releases.map { "\(product) \($0.name)" } }
  }

  /// The lines that have a hotfix of this id, or one that carries the article of this id.
  public func products(withHotfix id: String) -> [Product] {
    products.filter { product in
      product.hotfixes.contains { $0.id == id || $0.carries.contains(id) }
    }
  }

  /// The line whose files are of this branch and that installs this file.
  public func product(
    installing file: String,
    of branch: FileVersion.Branch
  ) -> Product? {
    products.first { $0.branch == branch && $0.installs(file) }
  }

  /// The names of all files that any product installs, each once, in order.
  public var files: [String] {
    var seen: Set<String> = []
    return products.flatMap(\.components).map(\.file).filter { seen.insert($0).inserted }
  }
}
