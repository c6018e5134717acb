import Plan
public import Schema
import Text

extension ProductTable {
  /// What a version in a topology means: a release by name, or a build.
  ///
  /// `5.5 SP3` is that release and `5.5` the first one. A build such as `5.5.2650` or `5.5.2650.24` is
  /// the newest release that is not of a later build, and of that build whatever the revision; where
  /// the build is later than the release's, every file has at least that version.
  /// - Throws: why it is none.
  public func installation(_ text: String, of name: String) throws(Complaint) -> Installation {
    if let found = release(spelled: text, of: name) { return found }
    let lines = lines(of: name)
    precondition(!lines.isEmpty, "There is no product \(name).")
    // By its text, so that 5.00 is not taken for 5.0.
    guard let build = buildVersion(text) else { throw versionComplaint(text, lines) }
    guard let product = lines.first(where: { text.hasPrefix("\($0.branch).") }) else {
      let branch = text.split(separator: ".").prefix(2).joined(separator: ".")
      throw branchComplaint(text, branch, lines)
    }
    guard let release = product.releases.last(where: { $0.build.build <= build.build }) else {
      throw Complaint(
        .unknownVersion,
        "\(text) is older than the first release of \(product).",
        label: "the first is \(product.releases[0].build)",
        fixes: ["\(product.branch)"]
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

  /// A regular expression for exactly what is a version: every release's name, and every build from
  /// the first release on.
  public func versionPattern(of name: String) -> String {
    let lines = lines(of: name).map { product in
      let names = product.releaseSpellings.map { quoted($0.spelling) }
      let builds = numberPattern(atLeast: product.releases[0].build.build)
      let build = "\(quoted("\(product.branch)"))\\.\(builds)(?:\\.[0-9]{1,6})?"
      return (names + [build]).joined(separator: "|")
    }
    return "^(?:\(lines.joined(separator: "|")))$"
  }

  /// A build as a version is written: no zeros before the number of the build.
  private func buildVersion(_ text: String) -> FileVersion? {
    let parts = text.split(separator: ".")
    guard parts.count > 2, parts[2] == "0" || parts[2].first != "0" else { return nil }
    return FileVersion(text)
  }

  private func versionComplaint(_ text: String, _ lines: [Product]) -> Complaint {
    if let right = rightRelease(for: text, of: lines[0].name) {
      return Complaint(
        .unknownVersion,
        "`\(text)` is not how a version is written.",
        label: "write `\(right)`",
        fixes: [right]
      )
    }
    let words = words(of: text)
    guard let first = words.first, let line = lines.first(where: { "\($0.branch)" == first.text })
    else { return branchComplaint(text, words.first?.text ?? text, lines) }
    let rest = words.dropFirst().first?.range.lowerBound ?? first.range.upperBound
    return Complaint(
      .unknownVersion,
      "\(line) has no release `\(String(decoding: Array(text.utf8)[rest...], as: UTF8.self))`.",
      label: "no such release",
      range: rest..<text.utf8.count,
      fixes: nearestNames(to: text, among: line.versionSpellings),
      notes: ["\(line) has \(listed(line.releases.map(\.name)))"]
    )
  }

  private func branchComplaint(_ text: String, _ branch: String, _ lines: [Product]) -> Complaint {
    Complaint(
      .unknownVersion,
      "`\(branch)` is no version of \(lines[0].name).",
      label: "there are \(listed(lines.map { "\($0.branch)" }))",
      range: text.utf8.starts(with: branch.utf8) ? 0..<branch.utf8.count : nil,
      fixes: nearestNames(to: text, among: lines.flatMap(\.versionSpellings)),
      notes: [
        "a version is a release or a build, such as `\(lines[lines.count - 1].versionSpellings.last ?? "")`"
      ]
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
