import Kernel
import Plan
import Schema

/// A table of a product line, as it is written.
struct ProductRecord: Record {
  static let name = "product-table"
  static let summary = "A line of a product: its releases, hotfixes and files."

  let product: Written<String>
  let branch: Written<FileVersion.Branch>
  let title: Written<String>
  let components: Written<[Named<String>]>
  let family: Written<OperatingSystem.Family>?
  let editions: Written<[Named<[Written<String>]>]>
  let releases: Written<[Named<ReleaseRecord>]>
  let hotfixes: Written<[Named<HotfixRecord>]>

  init(_ keys: inout Keys) {
    product = keys.required("product", .line, "What a topology calls it.", example: "Exchange")
    branch = keys.required("branch", .branch, "The branch of its files.", example: "'5.5'")
    title = keys.required("title", .line, "Its whole name.")
    components = keys.required(
      "components",
      .named(.line, of: .line),
      "The files that it installs, and what each is."
    )
    family = keys.optional("family", .family, "The family of operating systems that it is.")
    editions = keys.value(
      "editions",
      .named(.line, of: .list(of: .line)),
      default: [],
      "The editions of the family, and which releases each has."
    )
    releases = keys.required(
      "releases",
      .named(.line, of: .record(ReleaseRecord.self)),
      "The releases in order."
    )
    hotfixes = keys.value(
      "hotfixes",
      .named(.article, of: .record(HotfixRecord.self)),
      default: [],
      "The hotfixes, by the article that tells of each."
    )
  }
}

/// A release in a table.
struct ReleaseRecord: Record {
  static let name = "product-release"
  static let summary = "A release of a product."

  let build: Written<FileVersion>
  let released: Written<CivilDate>?
  let source: Written<Provenance>
  let also: Written<[Written<String>]>
  let files: Written<[Named<FileVersion>]>
  let filesSource: Written<[Written<Provenance>]>

  init(_ keys: inout Keys) {
    build = keys.required("build", .fileVersion, "The version of what `files` does not name.")
    released = keys.optional("released", .date, "When it came out.")
    source = keys.required("source", .provenance, "Where the build comes from.")
    also = keys.value("also", .list(of: .line), default: [], "What else it is called.")
    files = keys.value(
      "files",
      .named(.line, of: .fileVersion),
      default: [],
      "The files of another version."
    )
    filesSource = keys.value(
      "files-source",
      .list(of: .provenance),
      default: [],
      "Where the versions of the files come from, where not from `source`."
    )
  }
}

/// A hotfix in a table.
struct HotfixRecord: Record {
  static let name = "product-hotfix"
  static let summary = "A correction between releases."

  let follows: Written<String>
  let includedIn: Written<String>?
  let editions: Written<[Written<String>]>
  let source: Written<Provenance>
  let carries: Written<[Written<String>]>
  let files: Written<[Named<FileVersion>]>
  let filesSource: Written<[Written<Provenance>]>

  init(_ keys: inout Keys) {
    follows = keys.required("follows", .line, "The release that it is for.")
    includedIn = keys.optional("included-in", .line, "The first release that has it.")
    editions = keys.value("editions", .list(of: .line), default: [], "Those that it is for.")
    source = keys.required("source", .provenance, "Where it comes from.")
    carries = keys.value(
      "carries",
      .list(of: .article),
      default: [],
      "The articles whose corrections it brings as well."
    )
    files = keys.required("files", .named(.line, of: .fileVersion), "The files it replaces.")
    filesSource = keys.value(
      "files-source",
      .list(of: .provenance),
      default: [],
      "Where the versions of the files come from, where not from `source`."
    )
  }
}
