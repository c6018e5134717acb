import Schema

/// The name of a release: a product and a service pack, `Exchange 5.5 SP4`.
struct ReleaseName: Hashable, Sendable {
  /// The product, such as `Exchange 5.5`.
  let product: String
  /// The release, such as `SP4` or `RTM`.
  let release: String

  /// Reads a name; nil where the text is none.
  init?(_ text: String) {
    guard let space = text.lastIndex(of: " ") else { return nil }
    product = String(text[..<space])
    release = String(text[space...].dropFirst())
    guard FileVersionText.isServicePack(release), product.utf8.first.map(ASCII.isLetter) == true,
      product.utf8.last.map(ASCII.isDigit) == true,
      product.utf8.allSatisfy({
        ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == 0x20 || $0 == 0x2E
      })
    else { return nil }
  }

  /// As it is written.
  var text: String { "\(product) \(release)" }
}

extension Shape where Value == ReleaseName {
  /// A product and its service pack.
  static var releaseName: Shape {
    .scalar(
      ScalarForm(
        "release",
        noun: "a release",
        "A product with its version, and `RTM` or a service pack.",
        pattern: "^[A-Za-z](?:[A-Za-z0-9. ]*)[0-9] (?:RTM|SP[0-9]{1,2}a?)$",
        examples: ["Exchange 5.5 SP4", "NT 4.0 SP4"]
      ),
      placeholder: ReleaseName("Exchange 5.5 RTM")!,
      write: \.text,
      parse: { text throws(Complaint) in
        if let name = ReleaseName(text) { return name }
        throw Complaint(
          .wrongForm,
          "`\(text)` is no release.",
          fixes: ReleaseName(text + " RTM") == nil ? [] : [text + " RTM"],
          notes: ["a release is written `Exchange 5.5 SP4`; the first one is `RTM`"]
        )
      }
    )
  }
}
