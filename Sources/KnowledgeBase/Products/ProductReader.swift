import Kernel
import Plan
import YAML

/// What is wrong with a product table, and where.
struct ProductTableMistake: Error, CustomStringConvertible {
  let description: String

  init(_ sentence: String, at node: YAMLNode) {
    description = "\(node.span): \(sentence)"
  }
}

/// Reads the tables of products, one file a line.
enum ProductReader {
  /// The files that come with the program, in the order of products and branches.
  static let embeddedFiles: [(name: String, bytes: [UInt8])] = [
    ("exchange-4.0.yaml", PackageResources.exchange_4_0_yaml),
    ("exchange-5.0.yaml", PackageResources.exchange_5_0_yaml),
    ("exchange-5.5.yaml", PackageResources.exchange_5_5_yaml),
    ("windows-nt-4.0.yaml", PackageResources.windows_nt_4_0_yaml),
    ("windows-2000.yaml", PackageResources.windows_2000_yaml),
    ("ms-mail-3.2.yaml", PackageResources.ms_mail_3_2_yaml),
    ("ms-mail-3.5.yaml", PackageResources.ms_mail_3_5_yaml),
  ]

  /// The tables that come with the program. A mistake in one is a mistake in the program.
  static func embedded() -> [Product] {
    embeddedFiles.map { name, bytes in
      do {
        return try product(bytes, file: name)
      } catch {
        fatalError("A table of products cannot be read: \(error)")
      }
    }
  }

  /// One table.
  static func product(_ bytes: [UInt8], file: String) throws -> Product {
    let root = try YAMLStream.read(bytes, file: file).onlyDocument().root
    let table = try ProductEntries(
      root,
      required: ["product", "branch", "title", "components", "releases"],
      optional: ["family", "editions", "hotfixes"]
    )
    let branch = try table.branch("branch")
    let components = try table.pairs("components").map {
      Product.Component(file: $0.key.text, purpose: $0.value.text)
    }
    let releases = try releases(table.pairs("releases"), branch, components)
    let family = try table.optional("family").map { node in
      try known(OperatingSystem.Family(rawValue: node.text), "family", node)
    }
    let product = Product(
      name: try table.text("product"),
      branch: branch,
      title: try table.text("title"),
      components: components,
      family: family,
      editions: try table.pairs("editions").map { try edition($0, releases) },
      releases: releases,
      hotfixes: try hotfixes(table.pairs("hotfixes"), releases, components)
    )
    if (family == nil) != product.editions.isEmpty {
      throw ProductTableMistake("a family has editions, and nothing else has", at: root)
    }
    return product
  }

  private static func releases(
    _ entries: [YAMLNode.Entry],
    _ branch: FileVersion.Branch,
    _ components: [Product.Component]
  ) throws -> [Release] {
    try entries.enumerated().map { ordinal, entry in
      let keys = try ProductEntries(
        entry.value,
        required: ["build", "source"],
        optional: ["also", "released", "files", "files-source"]
      )
      let build = try keys.version("build")
      if build.branch != branch {
        throw ProductTableMistake("\(build) is of another branch", at: entry.value)
      }
      return Release(
        name: entry.key.text,
        otherNames: try keys.list("also").map(\.text),
        ordinal: ordinal,
        build: build,
        released: try keys.optional("released").map(date),
        provenance: try provenance(keys.node("source")),
        files: try keys.files(components),
        filesProvenance: try keys.filesProvenance()
      )
    }
  }

  private static func hotfixes(
    _ entries: [YAMLNode.Entry],
    _ releases: [Release],
    _ components: [Product.Component]
  ) throws -> [Hotfix] {
    try entries.map { entry in
      let keys = try ProductEntries(
        entry.value,
        required: ["follows", "source", "files"],
        optional: ["included-in", "editions", "carries", "files-source"]
      )
      return Hotfix(
        id: try article(entry.key),
        follows: try ordinal(keys.node("follows"), releases),
        includedIn: try keys.optional("included-in").map { try ordinal($0, releases) },
        editions: try keys.list("editions").map { node in
          try known(OperatingSystem.Edition(rawValue: node.text), "edition", node)
        },
        carries: try keys.list("carries").map(article),
        files: try keys.files(components),
        provenance: try provenance(keys.node("source")),
        filesProvenance: try keys.filesProvenance()
      )
    }
  }

  private static func edition(
    _ entry: YAMLNode.Entry,
    _ releases: [Release]
  ) throws -> Product.Edition {
    Product.Edition(
      edition: try known(
        OperatingSystem.Edition(rawValue: entry.key.text),
        "edition",
        entry.key
      ),
      releases: try entry.value.items.map { try ordinal($0, releases) }
    )
  }
}
