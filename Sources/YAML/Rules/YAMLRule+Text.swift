extension YAMLRule {
  /// The rules about bytes and characters.
  static let text = [
    YAMLRule(
      .encoding,
      """
      A file is read as UTF-8. Its first bytes say that this one is in UTF-16 or UTF-32, which \
      editors on Windows call 'Unicode'. One encoding for all files means that they look the same \
      everywhere; save the file as UTF-8.
      """,
      wrong: "h\0o\0s\0t\0:\0 \0E\0X\01\0",
      right: "host: EX1"
    ),
    YAMLRule(
      .invalidUTF8,
      """
      Every character is written in the bytes of UTF-8. Other bytes mostly come from a file in an \
      older encoding, such as Windows-1252, in which 'ü' is the byte FC. The reader does not guess, \
      because a wrong guess would change names silently; save the file as UTF-8.
      """,
      wrongBytes: Array("site: Z".utf8) + [0xFC] + Array("rich".utf8),
      right: "site: Zürich"
    ),
    YAMLRule(
      .controlCharacter,
      """
      Characters that cannot be seen, but for tabs and line breaks, do not stand in a text as \
      themselves: nobody who reads it would know that they are there. Where a value needs one, \
      write an escape between double quotes. U+007F to U+009F and a few others may stand between \
      quotes.
      """,
      wrong: "bell: ding\u{7}",
      right: "bell: \"ding\\a\""
    ),
    YAMLRule(
      .byteOrderMark,
      """
      A byte order mark (U+FEFF) is an invisible sign that some editors put at the beginning of a \
      file. It may stand at the beginning of a document and between quotes. Anywhere else it would \
      become a part of a name that nobody sees, as where files were joined; delete it.
      """,
      wrong: "host: EX1\n\u{FEFF}site: Zug",
      right: "host: EX1\nsite: Zug"
    ),
  ]

  private static let defaults = YAMLLimits()

  /// The rules about how much a text may ask for.
  static let limits = [
    YAMLRule(
      .limitBytes,
      """
      A text has at most \(defaults.bytes) bytes, unless the caller sets another limit. A larger \
      one is mostly a file of another kind, and is refused before anything in it is read. \
      The examples are read with a limit of 12 bytes.
      """,
      wrong: "hosts: [EX1, EX2]",
      right: "hosts: [EX1]",
      limits: YAMLLimits(bytes: 12)
    ),
    YAMLRule(
      .limitDepth,
      """
      Collections stand within one another at most \(defaults.depth) deep, those counted that \
      aliases repeat. People write less than ten; thousands of open brackets are a broken file or \
      an attack. The examples are read with a limit of 2.
      """,
      wrong: "sites: [[EX1]]",
      right: "sites: [EX1]",
      limits: YAMLLimits(depth: 2)
    ),
    YAMLRule(
      .limitNodes,
      """
      All documents of a text together hold at most \(defaults.nodes) keys, values and collections. \
      What comes after the reader must walk each of them. The examples are read with a limit of 5.
      """,
      wrong: "hosts: [EX1, EX2, EX3]",
      right: "hosts: [EX1, EX2]",
      limits: YAMLLimits(nodes: 5)
    ),
    YAMLRule(
      .limitAliases,
      """
      Aliases repeat at most \(defaults.aliasedNodes) nodes in all, each alias counted as \
      everything that it stands for. A few lines in which every alias repeats ten others could \
      otherwise mean more than any memory holds. The examples are read with a limit of 3; the \
      sequence and its two items are three nodes.
      """,
      wrong: "day: &day [8, 18]\nnight: *day\nweekend: *day",
      right: "day: &day [8, 18]\nnight: *day",
      limits: YAMLLimits(aliasedNodes: 3)
    ),
    YAMLRule(
      .keyLength,
      """
      A key in front of a colon has at most \(YAMLLimits.keyCharacters) characters; YAML itself \
      says so, in order that a reader need not look far for the colon. A longer one begins with \
      '? ', and its colon stands in the next line. More often a quote or a line break is missing.
      """,
      wrong: String(repeating: "word ", count: 205) + "end: 1",
      right: "? " + String(repeating: "word ", count: 205) + "end\n: 1"
    ),
  ]
}
