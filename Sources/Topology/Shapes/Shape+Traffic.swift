import Kernel
import Schema

/// Where mail begins or goes, as it is written.
enum MailEndsText: Sendable {
  case one(String)
  case several([Named<Share>])
}

extension Shape where Value == MailEndsText {
  /// A mail end, or several with their shares.
  static var mailEnds: Shape {
    .either(
      Shape<String>.mailEnd.map(back: { ends in
        if case .one(let name) = ends { name } else { "…" }
      }) { .one($0) },
      Shape<[Named<Share>]>.named(.mailEnd, of: .share).map(back: { ends in
        if case .several(let shares) = ends { shares } else { [] }
      }) { .several($0) }
    )
  }
}

/// The values of a key that varies, as they are written.
enum Variation: Sendable {
  case list([Written<String>])
  case range(String)
}

extension Shape where Value == Variation {
  /// A list of values, or a range with its step.
  static var variation: Shape {
    .either(
      Shape<String>.line.map(back: { variation in
        if case .range(let text) = variation { text } else { "…" }
      }) { .range($0) },
      Shape<[Written<String>]>.list(of: .line, atLeast: 1).map(back: { variation in
        if case .list(let values) = variation { values } else { [] }
      }) { .list($0) }
    )
  }
}

extension Shape where Value == String {
  /// A post office, an Exchange server or a domain of the Internet, or a group of them.
  static var mailEnd: Shape {
    .scalar(
      ScalarForm(
        "mail end",
        noun: "a mail end",
        "A post office (HQ/SALES), an Exchange server (HUB1) or a domain (example.com); # stands for each"
          + " of a group.",
        pattern: "^[A-Za-z0-9][A-Za-z0-9_#./-]{0,252}$",
        examples: ["HQ/SALES"],
        guesses: [.integer, .number, .boolean]
      ),
      placeholder: "HQ/SALES",
      write: { $0 },
      parse: { text throws(Complaint) in
        let isRight =
          (1...253).contains(text.utf8.count) && text.utf8.first.map(isNameByte) == true
          && text.utf8.allSatisfy { isNameByte($0) || "_#./-".utf8.contains($0) }
        if isRight { return text }
        throw Complaint(.wrongForm, "`\(text)` is no mail end.")
      }
    )
  }

  /// A post office, or all of a group.
  static var postOfficePattern: Shape { postOfficeName }

  /// A host, or all of a group.
  static var hostPattern: Shape { hostName }

  /// A number or a size, as a counter may have it.
  static var quantity: Shape {
    .scalar(
      ScalarForm(
        "quantity",
        noun: "a number or a size",
        "A number, or a size such as 64 MiB.",
        pattern: "^(?:0|[1-9][0-9]{0,14})(?:\\.[0-9]{1,9})?(?: (?:B|KiB|MiB|GiB))?$",
        examples: ["400", "64 MiB"],
        guesses: [.integer, .number]
      ),
      placeholder: "0",
      write: { $0 },
      parse: { text throws(Complaint) in
        if quantityValue(text) != nil { return text }
        throw Complaint(.wrongForm, "`\(text)` is no number and no size.")
      }
    )
  }

  /// A key with `*` for any name.
  static var keyPattern: Shape {
    .scalar(
      ScalarForm(
        "key",
        noun: "a key",
        "A key with points between its parts; `*` for any name.",
        pattern: "^[^.]+(?:\\.[^.]+)+$",
        examples: ["mail.sales-out.volume"]
      ),
      placeholder: "run.seed",
      write: { $0 },
      parse: { text throws(Complaint) in
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count > 1, parts.allSatisfy({ !$0.isEmpty }) { return text }
        throw Complaint(.wrongForm, "`\(text)` is no key of the file.")
      }
    )
  }
}

/// The value of a number or a size.
func quantityValue(_ text: String) -> Double? {
  let parts = text.split(separator: " ", omittingEmptySubsequences: false)
  let units = ["B": 1.0, "KiB": 1_024, "MiB": 1_048_576, "GiB": 1_073_741_824]
  guard let number = parts.first, !number.isEmpty, parts.count <= 2,
    number.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }),
    number.utf8.first != 0x2E, number.utf8.last != 0x2E,
    number == "0" || number.hasPrefix("0.") || number.utf8.first != 0x30,
    let value = Double(String(number))
  else { return nil }
  if parts.count == 1 { return value }
  return units[String(parts[1])].map { value * $0 }
}

private func isNameByte(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
}

extension Shape where Value == Int {
  /// How much passes in a second, as bytes: `64 kbit/s`.
  static var bandwidth: Shape {
    .scalar(
      ScalarForm(
        "bandwidth",
        noun: "a bandwidth",
        "A whole number of kbit/s or Mbit/s, 1,000 bits each.",
        pattern: "^[1-9][0-9]{0,5} (?:kbit|Mbit)/s$",
        examples: ["64 kbit/s", "10 Mbit/s"]
      ),
      placeholder: 8_000,
      write: { bytes in
        bytes % 125_000 == 0 ? "\(bytes / 125_000) Mbit/s" : "\(bytes / 125) kbit/s"
      },
      parse: { text throws(Complaint) in
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        let number = parts[0]
        let isNumber =
          (1...6).contains(number.utf8.count)
          && number.utf8.allSatisfy { (0x30...0x39).contains($0) } && number.utf8.first != 0x30
        if isNumber, parts.count == 2, let count = Int(number) {
          if parts[1] == "kbit/s" { return count * 125 }
          if parts[1] == "Mbit/s" { return count * 125_000 }
        }
        throw Complaint(
          .wrongForm,
          "`\(text)` is no bandwidth.",
          fixes: isNumber ? ["\(number) kbit/s", "\(number) Mbit/s"] : ["64 kbit/s"]
        )
      }
    )
  }
}
