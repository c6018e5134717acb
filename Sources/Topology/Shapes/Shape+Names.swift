import Plan
import Schema

extension Shape where Value == String {
  /// A name of the user's own: of a flow, a profile of hours, a fault.
  static var label: Shape {
    pattern(
      "label",
      "a name",
      "A name: a letter, then letters, digits, `-`, `_` and `.`, 40 at most.",
      "^[A-Za-z][A-Za-z0-9_.-]{0,39}$",
      examples: ["sales-out"]
    ) { text in
      text.utf8.first.map(isLetter) == true && text.utf8.count <= 40
        && text.utf8.allSatisfy { isLetter($0) || isDigit($0) || "-_.".utf8.contains($0) }
    }
  }

  /// The NetBIOS name of a computer; `#` stands for the digits of a group.
  static var hostName: Shape {
    pattern(
      "host name",
      "the name of a host",
      "A NetBIOS name: a letter, then letters, digits, `-` and `_`, 15 at most; in a group one `#` for"
        + " each digit.",
      "^[A-Za-z][A-Za-z0-9_#-]{0,14}$",
      examples: ["HUB1"]
    ) { text in
      text.utf8.first.map(isLetter) == true && text.utf8.count <= 15
        && text.utf8.allSatisfy { isLetter($0) || isDigit($0) || "-_#".utf8.contains($0) }
    }
  }

  /// A domain, or a host in one.
  static var domainName: Shape {
    pattern(
      "domain",
      "a domain name",
      "A domain name of two labels at least, such as example.com.",
      "^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+$",
      examples: ["example.com"],
      isDomain
    )
  }

  /// A domain of a rerouting table; `#` before it leaves its subdomains out.
  static var reroutedDomain: Shape {
    pattern(
      "rerouted domain",
      "a domain name",
      "A domain name; with `#` before it, without its subdomains.",
      "^#?[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+$",
      examples: ["example.net"]
    ) { isDomain($0.hasPrefix("#") ? String($0.dropFirst()) : $0) }
  }

  /// The id of an article or of a user's own defect.
  static var defectID: Shape {
    articleID("The id of an article: Q and four to six digits; of one's own, such as `Q900001`.")
  }

  private static func articleID(_ meaning: String) -> Shape {
    pattern(
      "article",
      "the id of an article",
      meaning,
      "^Q[1-9][0-9]{3,5}$",
      examples: ["Q260554"],
      isArticle
    )
  }

  /// The article that carries a hotfix.
  static var hotfixID: Shape { articleID("The id of an article: Q and four to six digits.") }

  /// A component that is installed beside a product.
  static var componentName: Shape { label }

  /// The name of a program or library.
  static var fileName: Shape {
    pattern(
      "file",
      "the name of a file",
      "The name of a program or library.",
      "^[A-Za-z0-9_$-]{1,32}\\.(?:[Ee][Xx][Ee]|[Dd][Ll][Ll]|[Ss][Yy][Ss])$",
      examples: ["store.exe"]
    ) { text in
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      return parts.count == 2 && (1...32).contains(parts[0].utf8.count)
        && parts[0].utf8.allSatisfy { isLetter($0) || isDigit($0) || "_$-".utf8.contains($0) }
        && ["exe", "dll", "sys"].contains(parts[1].lowercased())
    }
  }

  /// The file that a process is loaded from.
  static var imageName: Shape {
    pattern(
      "image",
      "the file of a process",
      "The file that a process is loaded from.",
      "^[A-Za-z0-9_$-]{1,32}\\.[Ee][Xx][Ee]$",
      examples: ["mad.exe"]
    ) { text in
      let name = text.dropLast(4)
      return text.lowercased().hasSuffix(".exe") && (1...32).contains(name.utf8.count)
        && name.utf8.allSatisfy { isLetter($0) || isDigit($0) || "_$-".utf8.contains($0) }
    }
  }

  /// A disk by its letter.
  static var diskLetter: Shape {
    pattern(
      "disk",
      "the letter of a disk",
      "The letter of a disk.",
      "^[C-Z]$",
      examples: ["C"]
    ) { $0.utf8.count == 1 && ("C"..."Z").contains($0) }
  }

  /// A service by its name.
  static var serviceName: Shape {
    pattern(
      "service",
      "the name of a service",
      "The name of a service.",
      "^[A-Za-z][A-Za-z0-9_.-]{0,39}$",
      examples: ["MSExchangeIMC"]
    ) { text in
      text.utf8.first.map(isLetter) == true && text.utf8.count <= 40
        && text.utf8.allSatisfy { isLetter($0) || isDigit($0) || "-_.".utf8.contains($0) }
    }
  }

  /// A service of a host.
  static var servicePath: Shape {
    pattern(
      "service of a host",
      "a host and a service",
      "A host and one of its services.",
      "^[A-Za-z][A-Za-z0-9_-]{0,14}\\\\[A-Za-z][A-Za-z0-9_.-]{0,39}$",
      examples: ["HUB1\\MSExchangeIS"]
    ) { text in
      let parts = text.split(separator: "\\", omittingEmptySubsequences: false)
      return parts.count == 2 && isPathPart(parts[0], limit: 15, extra: "-_")
        && isPathPart(parts[1], limit: 40, extra: "-_.")
    }
  }

  /// A disk of a host.
  static var diskPath: Shape {
    pattern(
      "disk of a host",
      "a host and a disk",
      "A host and the letter of one of its disks.",
      "^[A-Za-z][A-Za-z0-9_-]{0,14}\\\\[C-Z]$",
      examples: ["HUB1\\C"]
    ) { text in
      let parts = text.split(separator: "\\", omittingEmptySubsequences: false)
      return parts.count == 2 && isPathPart(parts[0], limit: 15, extra: "-_")
        && parts[1].utf8.count == 1 && ("C"..."Z").contains(parts[1])
    }
  }

  private static func pattern(
    _ name: String,
    _ noun: String,
    _ summary: String,
    _ pattern: String,
    examples: [String],
    _ accepts: @escaping @Sendable (String) -> Bool
  ) -> Shape {
    .scalar(
      ScalarForm(
        name,
        noun: noun,
        summary,
        pattern: pattern,
        examples: examples,
        // Whoever calls something `true` has named it, whatever other readers make of the word.
        guesses: accepts("true") ? [.boolean] : []
      ),
      placeholder: examples[0],
      write: { $0 },
      parse: { text throws(Complaint) in
        if accepts(text) { return text }
        throw Complaint(.wrongForm, "`\(text)` is not \(noun).", notes: [summary])
      }
    )
  }
}

func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

private func isPathPart(_ text: Substring, limit: Int, extra: String) -> Bool {
  text.utf8.first.map(isLetter) == true && text.utf8.count <= limit
    && text.utf8.allSatisfy { isLetter($0) || isDigit($0) || extra.utf8.contains($0) }
}

private func isArticle(_ text: String) -> Bool {
  let digits = text.utf8.dropFirst()
  return text.utf8.first == UInt8(ascii: "Q") && (4...6).contains(digits.count)
    && digits.allSatisfy(isDigit) && digits.first != UInt8(ascii: "0")
}

private func isDomain(_ text: String) -> Bool {
  let labels = text.split(separator: ".", omittingEmptySubsequences: false)
  return labels.count >= 2
    && labels.allSatisfy { label in
      (1...63).contains(label.utf8.count) && label.utf8.first != UInt8(ascii: "-")
        && label.utf8.last != UInt8(ascii: "-")
        && label.utf8.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
    }
}
