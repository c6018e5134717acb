import KnowledgeBase
import Plan
import Schema
import Text

extension Shape where Value == OperatingSystem {
  /// An operating system with edition and service pack.
  static var operatingSystem: Shape {
    .scalar(
      ScalarForm(
        "operating system", noun: "an operating system",
        "NT 4.0 or Windows 2000, with edition and service pack; without them Server and RTM.",
        pattern: ProductTable.shared.systemPattern, examples: ["NT 4.0 Server SP4"]
      ),
      placeholder: OperatingSystem(.windowsNT4, .server, servicePack: 0),
      write: { "\($0)" },
      parse: { text throws(Complaint) in
        do throws(ProductProblem) {
          return try ProductTable.shared.operatingSystem(text)
        } catch {
          throw Complaint(error, about: text)
        }
      }
    )
  }
}

extension Shape where Value == Installation {
  /// A release of a product, such as `5.5 SP3`, or a build of it.
  static func installation(of product: String) -> Shape {
    .scalar(
      ScalarForm(
        "release of \(product)", noun: "a release of \(product)",
        "A release with its service pack, or a build, such as 5.5.2650.24.",
        pattern: ProductTable.shared.versionPattern(of: product), examples: ["5.5 SP3"],
        guesses: [.number]
      ),
      placeholder: {
        let latest = ProductTable.shared.lines(of: product).last!
        return Installation(latest, latest.releases[0])
      }(),
      write: { "\($0)" },
      parse: { text throws(Complaint) in
        do throws(ProductProblem) {
          return try ProductTable.shared.installation(text, of: product)
        } catch {
          throw Complaint(error, about: text)
        }
      }
    )
  }
}

extension Shape where Value == FileVersion {
  /// The version of a file.
  static var fileVersion: Shape {
    .scalar(
      ScalarForm(
        "file version", noun: "the version of a file", "Three or four numbers, such as 5.5.2652.36.",
        pattern: "^[0-9]{1,3}\\.[0-9]{1,3}(?:\\.[0-9]{1,6}){1,2}$", examples: ["5.5.2652.36"]
      ),
      placeholder: FileVersion("1.0.0")!,
      write: { "\($0)" },
      parse: { text throws(Complaint) in
        if let version = FileVersion(text) { return version }
        throw Complaint(.wrongForm, "`\(text)` is no version of a file.")
      }
    )
  }
}

extension Complaint {
  /// What the table of products says of a text.
  init(_ problem: ProductProblem, about text: String) {
    self.init(
      .wrongForm,
      problem.message + ".",
      range: problem.range,
      fixes: nearest(text, among: problem.candidates),
      notes: problem.note.map { [$0] } ?? []
    )
  }
}

/// The names that are near a word, and all of them where they are few.
func nearest(_ word: String, among names: [String]) -> [String] {
  let near = nearestNames(to: word, among: names)
  return near.isEmpty && names.count <= 3 ? names : near
}
