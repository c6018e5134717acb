public import Schema

extension Rule {
  /// A version that the product does not have.
  public static let unknownVersion = Rule(
    "unknown-version",
    "A version is a release of the product or a build, such as `5.5 SP3` or `5.5.2652.36`.",
    "A build is the newest release that is not later. Where it lies between two releases, every file"
      + " has at least that version."
  )
  /// An operating system that there is not.
  public static let unknownSystem = Rule(
    "unknown-operating-system",
    "An operating system is a family, an edition and a service pack that exists for it.",
    "Without an edition it is the Server; without a service pack it is what the edition came out as."
      + " The Terminal Server Edition of NT 4.0 came out at the level of SP3."
  )
  /// A hotfix that the product does not have, or not for this release.
  public static let unknownHotfix = Rule(
    "unknown-hotfix",
    "A hotfix is named by the article that tells of it, and is for the release that is installed."
  )

  /// The rules of versions, operating systems and hotfixes.
  public static let products = [unknownVersion, unknownSystem, unknownHotfix]
}
