import Kernel
import Plan
import Schema

/// Reads the tables of products, one file a line.
struct ProductReader {
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
      let reading = Reading()
      let product = product(bytes, file: name, reading)
      guard let product, reading.diagnostics.isEmpty else {
        let mistake = reading.diagnostics[0]
        fatalError("\(name), at byte \(mistake.place.start): \(mistake.message)")
      }
      return product
    }
  }

  /// One table; nil where it cannot be read. What is wrong is reported.
  static func product(_ bytes: [UInt8], file: String, _ reading: Reading) -> Product? {
    guard let record = reading.read(ProductRecord.self, from: bytes, file: file) else { return nil }
    return ProductReader(record: record, reading: reading).product
  }

  private let record: ProductRecord
  private let reading: Reading

  private var product: Product {
    Product(
      name: record.product.value,
      branch: record.branch.value,
      title: record.title.value,
      components: record.components.value.map { .init(file: $0.name.value, purpose: $0.value) },
      family: record.family?.value,
      editions: record.editions.value.compactMap { entry in
        edition(entry.name).map { edition in
          Product.Edition(edition: edition, releases: entry.value.compactMap(ordinal))
        }
      },
      releases: record.releases.value.enumerated().map(release),
      hotfixes: record.hotfixes.value.compactMap(hotfix)
    )
  }

  private func release(_ ordinal: Int, _ entry: Named<ReleaseRecord>) -> Release {
    let written = entry.value
    if written.build.value.branch != record.branch.value {
      reading.report(.wrongForm, at: written.build.place, "The build is of another branch.")
    }
    return Release(
      name: entry.name.value,
      otherNames: written.also.value.map(\.value),
      ordinal: ordinal,
      build: written.build.value,
      released: written.released?.value,
      provenance: written.source.value,
      files: files(written.files.value),
      filesProvenance: provenance(written.filesSource, written.source, written.files)
    )
  }

  private func hotfix(_ entry: Named<HotfixRecord>) -> Hotfix? {
    let written = entry.value
    guard let follows = ordinal(written.follows) else { return nil }
    return Hotfix(
      id: entry.name.value,
      follows: follows,
      includedIn: written.includedIn.flatMap(ordinal),
      editions: written.editions.value.compactMap(edition),
      carries: written.carries.value.map(\.value),
      files: files(written.files.value),
      provenance: written.source.value,
      filesProvenance: provenance(written.filesSource, written.source, written.files)
    )
  }

  /// The files by name, each of which the product installs.
  private func files(_ entries: [Named<FileVersion>]) -> [InstalledFile] {
    let names = record.components.value.map(\.name.value)
    for entry in entries where !names.contains(entry.name.value) {
      reportUnknown(entry.name, among: names)
    }
    return entries.map { InstalledFile($0.name.value, $0.value) }.sorted { $0.file < $1.file }
  }

  private func provenance(
    _ own: Written<[Written<Provenance>]>,
    _ source: Written<Provenance>,
    _ files: Written<[Named<FileVersion>]>
  ) -> [Provenance] {
    own.value.isEmpty && !files.value.isEmpty ? [source.value] : own.value.map(\.value)
  }

  private func edition(_ word: Written<String>) -> OperatingSystem.Edition? {
    let edition = OperatingSystem.Edition(rawValue: word.value)
    let words = OperatingSystem.Edition.allCases.map(\.rawValue)
    if edition == nil { reportUnknown(word, among: words) }
    return edition
  }

  private func ordinal(_ release: Written<String>) -> Int? {
    let names = record.releases.value.map(\.name.value)
    let ordinal = names.firstIndex(of: release.value)
    if ordinal == nil { reportUnknown(release, among: names) }
    return ordinal
  }

  private func reportUnknown(_ word: Written<String>, among words: [String]) {
    let complaint = Complaint.unknownWord(word.value, among: words)
    reading.report(
      complaint.rule,
      at: word.place,
      complaint.message,
      label: complaint.label,
      notes: complaint.notes,
      fixes: complaint.fixes
    )
  }
}
