import Plan

extension ProductTable {
  /// What a version in a topology means: a release by name, or a build.
  ///
  /// `5.5 SP3` is that release and `5.5` the first one. A build such as `5.5.2650` or `5.5.2650.24` is
  /// the newest release that is not of a later build, and of that build whatever the revision; where
  /// the build is later than the release's, every file has at least that version.
  /// - Throws: why it is none.
  public func installation(_ text: String, of name: String) throws(ProductProblem) -> Installation {
    if let found = release(spelled: text, of: name) { return found }
    let lines = lines(of: name)
    precondition(!lines.isEmpty, "There is no product \(name).")
    guard let build = FileVersion(text) else { throw versionProblem(text, lines) }
    guard let product = lines.first(where: { $0.branch == build.branch }) else {
      throw branchProblem(text, "\(build.branch)", lines)
    }
    guard let release = product.releases.last(where: { $0.build.build <= build.build }) else {
      throw ProductProblem(
        "\(text) is older than the first release, \(product.releases[0].build)",
        candidates: product.versionSpellings
      )
    }
    return Installation(
      product,
      release,
      floor: build.build > release.build.build ? build : nil
    )
  }

  /// The spellings of a product's releases, one each, in order.
  public func versionSpellings(of name: String) -> [String] {
    lines(of: name).flatMap(\.versionSpellings)
  }

  /// A regular expression for what can be a version: every release's name, and every build.
  public func versionPattern(of name: String) -> String {
    let lines = lines(of: name).map { product in
      let names = product.releaseSpellings.map { quoted($0.spelling) }
      return (names + ["\(quoted("\(product.branch)"))(?:\\.[0-9]{1,6}){1,2}"]).joined(
        separator: "|"
      )
    }
    return "^(?:\(lines.joined(separator: "|")))$"
  }

  private func versionProblem(_ text: String, _ lines: [Product]) -> ProductProblem {
    let key = releaseKey(text)
    for line in lines {
      for (spelling, release) in line.releaseSpellings
      where [releaseKey(spelling), releaseKey("\(line.name) \(spelling)")].contains(key) {
        let right = spelling == "\(line.branch)" ? spelling : line.spelling(of: release)
        return ProductProblem("`\(text)` is written \(right)", candidates: [right])
      }
    }
    let words = words(of: text)
    guard let first = words.first else {
      return ProductProblem("A version is missing", candidates: lines.flatMap(\.versionSpellings))
    }
    guard let line = lines.first(where: { "\($0.branch)" == first.text }) else {
      return branchProblem(text, first.text, lines)
    }
    let rest = words.dropFirst().first?.range.lowerBound ?? first.range.upperBound
    return ProductProblem(
      "\(line) has no release `\(String(decoding: Array(text.utf8)[rest...], as: UTF8.self))`",
      range: rest..<text.utf8.count,
      candidates: line.versionSpellings
    )
  }

  private func branchProblem(
    _ text: String,
    _ branch: String,
    _ lines: [Product]
  ) -> ProductProblem {
    ProductProblem(
      "`\(branch)` is no version of \(lines[0].name); there are "
        + listed(lines.map { "\($0.branch)" }),
      range: text.utf8.starts(with: branch.utf8) ? 0..<branch.utf8.count : nil,
      candidates: lines.flatMap(\.versionSpellings)
    )
  }
}

extension Product {
  /// The spelling of each release, in order.
  public var versionSpellings: [String] { releases.map(spelling) }

  /// All spellings of all releases; the branch alone is the first.
  var releaseSpellings: [(spelling: String, release: Release)] {
    [("\(branch)", releases[0])]
      + releases.flatMap { release in
        [(spelling(of: release), release)]
          + release.otherNames.map { ($0.hasPrefix("\(branch)") ? $0 : "\(branch) \($0)", release) }
      }
  }
}
