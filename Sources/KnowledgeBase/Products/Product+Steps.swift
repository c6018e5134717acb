public import Plan

/// A way to a version of a file: a release, or a hotfix to a release.
public enum ProductStep: Hashable, Sendable {
  /// Installing the release.
  case release(Release)
  /// Installing the hotfix on the release that it follows.
  case hotfix(Hotfix)
}

extension Product {
  /// All releases and hotfixes in order: each release, then the hotfixes that follow it.
  public var steps: [ProductStep] {
    releases.flatMap { release in
      [.release(release)]
        + hotfixes.filter { $0.follows == release.ordinal }.map(ProductStep.hotfix)
    }
  }

  /// The version of a file after a step; nil where it does not bring the file.
  public func version(of file: String, after step: ProductStep) -> FileVersion? {
    switch step {
    case .release(let release): version(of: file, in: release)
    case .hotfix(let hotfix): hotfix.version(of: file)
    }
  }

  /// The releases and hotfixes that bring a file in a half-open range of packed versions, in order.
  ///
  /// What closes a gate below 5.5.2652.36 is the first of `steps(bringing: "async.exe", from: that)`;
  /// what opens one is the first within its range. A later step can leave the range again, and come
  /// back into it: newer is not always better.
  public func steps(bringing file: String, from: Int64, below: Int64 = .max) -> [ProductStep] {
    steps.filter { step in
      version(of: file, after: step).map { from <= $0.packed && $0.packed < below } ?? false
    }
  }

  /// The first release and the first hotfix that bring a file of at least this version.
  ///
  /// The hotfix is nil where none comes before the release. Of several for one release it is the one
  /// with the lowest version.
  public func first(
    bringing file: String,
    atLeast version: FileVersion
  ) -> (release: Release?, hotfix: Hotfix?) {
    let end = FileVersion.end(of: version.branch)
    let steps = steps(bringing: file, from: version.packed, below: end)
    let release = steps.lazy.compactMap(\.release).first
    let before = steps.compactMap(\.hotfix).filter { hotfix in
      release.map { hotfix.follows < $0.ordinal } ?? true
    }
    let hotfix = before.min { left, right in
      (left.follows, left.version(of: file)?.packed ?? 0)
        < (right.follows, right.version(of: file)?.packed ?? 0)
    }
    return (release, hotfix)
  }
}

extension ProductStep {
  /// The release, where it is one.
  public var release: Release? {
    if case .release(let release) = self { release } else { nil }
  }

  /// The hotfix, where it is one.
  public var hotfix: Hotfix? {
    if case .hotfix(let hotfix) = self { hotfix } else { nil }
  }
}
