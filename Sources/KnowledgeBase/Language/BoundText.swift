import Plan
import Schema

/// An end of a range of versions: of a file's, or of an operating system's service packs.
enum BoundText: Hashable, Sendable {
  case version(FileVersion)
  case servicePack(String)
}

extension Shape where Value == BoundText {
  /// A file version such as `5.5.2652.36`, or a service pack such as `SP4`.
  static var bound: Shape {
    .scalar(
      ScalarForm(
        "version bound",
        noun: "a version",
        "A file version of three or four numbers, or a service pack: `RTM`, `SP1`, `SP6a`.",
        pattern: "^(?:\(FileVersionText.pattern)|RTM|SP[0-9]{1,2}a?)$",
        examples: ["5.5.2652.36", "SP4"]
      ),
      placeholder: .servicePack("RTM"),
      write: { bound in
        switch bound {
        case .version(let version): version.description
        case .servicePack(let name): name
        }
      },
      parse: { text throws(Complaint) in
        if let version = FileVersion(text) { return .version(version) }
        if FileVersionText.isServicePack(text) { return .servicePack(text) }
        throw Complaint(
          .wrongForm,
          "`\(text)` is neither a file version nor a service pack.",
          fixes: FileVersionText.fixes(of: text),
          notes: ["a file version is written `5.5.2652.36`, a service pack `SP4`"]
        )
      }
    )
  }
}

/// How versions and service packs are written.
enum FileVersionText {
  /// Accepts exactly what `FileVersion` reads.
  static let pattern =
    "0{0,3}[0-9]{1,3}\\.0{0,3}[0-9]{1,3}\\.[0-9]{1,6}(?:\\.[0-9]{1,6})?"

  static func isServicePack(_ text: String) -> Bool {
    if text == "RTM" { return true }
    guard text.hasPrefix("SP") else { return false }
    let number = text.utf8.dropFirst(2)
    let digits = number.last == UInt8(ascii: "a") ? number.dropLast() : number
    return (1...2).contains(digits.count) && digits.allSatisfy(ASCII.isDigit)
  }

  /// What may be meant: `sp4` or `SP 4` is SP4, `5.5` is 5.5.0.
  static func fixes(of text: String) -> [String] {
    if FileVersion(text + ".0") != nil { return [text + ".0"] }
    let letters = text.uppercased().replacing(" ", with: "")
    let pack = letters.hasSuffix("A") ? letters.dropLast() + "a" : letters
    return isServicePack(pack) && pack != text ? [pack] : []
  }
}
