import Kernel
import Plan
import YAML

/// The entries of a mapping in a table of products, of which none is unknown and none missing.
struct ProductEntries {
  private let mapping: YAMLNode

  init(_ mapping: YAMLNode, required: [String], optional: [String]) throws {
    self.mapping = mapping
    if mapping.kind != .mapping {
      throw ProductTableMistake("a mapping is expected here", at: mapping)
    }
    for entry in mapping.entries where !(required + optional).contains(entry.key.text) {
      throw ProductTableMistake("there is no key `\(entry.key.text)` here", at: entry.key)
    }
    for key in required where mapping[key] == nil {
      throw ProductTableMistake("the key `\(key)` is missing", at: mapping)
    }
  }

  func optional(_ key: String) -> YAMLNode? { mapping[key] }

  func node(_ key: String) throws -> YAMLNode {
    guard let node = mapping[key] else {
      throw ProductTableMistake("the key `\(key)` is missing", at: mapping)
    }
    return node
  }

  func text(_ key: String) throws -> String {
    let node = try node(key)
    if node.kind != .scalar || node.text.isEmpty {
      throw ProductTableMistake("`\(key)` is a text", at: node)
    }
    return node.text
  }

  /// The entries of a mapping; none where the key is not there.
  func pairs(_ key: String) throws -> [YAMLNode.Entry] {
    guard let node = mapping[key] else { return [] }
    if node.kind != .mapping { throw ProductTableMistake("`\(key)` is a mapping", at: node) }
    return Array(node.entries)
  }

  /// The items of a list, or the one that stands for a list of one.
  func list(_ key: String) throws -> [YAMLNode] {
    guard let node = mapping[key] else { return [] }
    if node.kind == .mapping { throw ProductTableMistake("`\(key)` is a list", at: node) }
    return node.kind == .scalar ? [node] : Array(node.items)
  }

  func version(_ key: String) throws -> FileVersion { try fileVersion(node(key)) }

  func branch(_ key: String) throws -> FileVersion.Branch {
    let node = try node(key)
    return try known(FileVersion("\(node.text).0"), "branch", node).branch
  }

  /// The files of a release or hotfix by name, each of which the product must install.
  func files(_ components: [Product.Component]) throws -> [InstalledFile] {
    try pairs("files").map { entry in
      let file = entry.key.text
      if !components.contains(where: { $0.file == file }) {
        throw ProductTableMistake("the product installs no `\(file)`", at: entry.key)
      }
      return InstalledFile(file, try fileVersion(entry.value))
    }.sorted { $0.file < $1.file }
  }

  func filesProvenance() throws -> [Provenance] {
    let own = try list("files-source").map(provenance)
    return try own.isEmpty && optional("files") != nil ? [provenance(node("source"))] : own
  }
}

func known<Value>(_ value: Value?, _ what: String, _ node: YAMLNode) throws -> Value {
  guard let value else {
    throw ProductTableMistake("there is no \(what) `\(node.text)`", at: node)
  }
  return value
}

func fileVersion(_ node: YAMLNode) throws -> FileVersion {
  try known(FileVersion(node.text), "version", node)
}

func ordinal(_ node: YAMLNode, _ releases: [Release]) throws -> Int {
  try known(releases.first { $0.name == node.text }, "release", node).ordinal
}

/// An article's id: Q and six digits, five for the oldest.
func article(_ node: YAMLNode) throws -> String {
  let digits = node.text.utf8.dropFirst()
  let isID = node.text.hasPrefix("Q") && (5...6).contains(digits.count)
  return try known(
    isID && digits.allSatisfy { (0x30...0x39).contains($0) } ? node.text : nil,
    "article",
    node
  )
}

func provenance(_ node: YAMLNode) throws -> Provenance {
  switch node.text {
  case "assumed": .assumed
  case "widely known": .widelyKnown
  default: .article(try article(node))
  }
}

/// A date such as `3 Feb 1998`.
func date(_ node: YAMLNode) throws -> CivilDate {
  let parts = node.text.split(separator: " ")
  guard parts.count == 3, let day = Int(parts[0]), let year = Int(parts[2]),
    let month = monthNames.firstIndex(where: { $0 == parts[1] })
  else { throw ProductTableMistake("`\(node.text)` is no date", at: node) }
  return try known(CivilDate(year: year, month: month + 1, day: day), "date", node)
}

private let monthNames = [
  "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
]
