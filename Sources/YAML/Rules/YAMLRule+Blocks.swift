extension YAMLRule {
  /// The rules about what indentation says.
  static let blocks = [
    YAMLRule(
      .tab,
      """
      Lines are indented by spaces. A tab looks like two spaces to one person and like eight to \
      another, so YAML does not let it say what belongs to what. Most editors can write spaces \
      when the tab key is pressed.
      """,
      wrong: "host:\n\tname: EX1",
      right: "host:\n  name: EX1"
    ),
    YAMLRule(
      .indentation,
      """
      The entries of one mapping or sequence begin at the same column, and what belongs to an entry \
      is indented more than it. A line between two columns belongs to nothing; move it to the \
      column of its neighbours.
      """,
      wrong: "host:\n    name: EX1\n  site: Zug",
      right: "host:\n    name: EX1\n    site: Zug"
    ),
    YAMLRule(
      .mappingInLine,
      """
      A mapping that is written by indentation does not begin in the line of the key that it \
      belongs to. So the second ': ' in a line is a text that needs quotes, or a mapping that needs \
      braces or a line of its own.
      """,
      wrong: "note: Warning: disk full",
      right: "note: 'Warning: disk full'"
    ),
    YAMLRule(
      .sequenceInLine,
      """
      A sequence that is written with dashes does not begin in the line of the key that it belongs \
      to. Begin it in the next line, or write it in brackets; a text that begins with '- ' needs \
      quotes.
      """,
      wrong: "hosts: - EX1",
      right: "hosts:\n  - EX1"
    ),
    YAMLRule(
      .keyOverLines,
      """
      A key and its colon stand in one line. Where a colon follows a text of several lines, mostly \
      a colon is missing in the line above, or this line is indented too far. A key that really has \
      several lines begins with '? '.
      """,
      wrong: "host\n  name: EX1",
      right: "host:\n  name: EX1"
    ),
    YAMLRule(
      .colonMissing,
      """
      In a mapping, every entry is a key with a colon and a space after it. This line has a text \
      alone: write the colon, or indent the line so that it goes on with the value above.
      """,
      wrong: "host: EX1\nsite Zug",
      right: "host: EX1\nsite: Zug"
    ),
    YAMLRule(
      .colonSpace,
      """
      A space or the end of the line follows the colon after a key. Without it, 'a:b' is a text \
      with a colon in it, as in a time or an address.
      """,
      wrong: "host: EX1\nsite:Zug",
      right: "host: EX1\nsite: Zug"
    ),
    YAMLRule(
      .itemExpected,
      """
      A sequence has items only, each with '- ' at the same column. A key at this column belongs \
      neither to the sequence nor to its last item: indent it to put it into that item, or give the \
      sequence a key of its own.
      """,
      wrong: "- name: EX1\nsite: Zug",
      right: "- name: EX1\n  site: Zug"
    ),
    YAMLRule(
      .keyExpected,
      """
      A mapping has keys only. An item that begins with '- ' stands below the key of its sequence, \
      not between keys that already have a value.
      """,
      wrong: "site: Zug\n- EX1",
      right: "site: Zug\nhosts:\n- EX1"
    ),
  ]

  /// The rules about what follows what in a line and in a document.
  static let lines = [
    YAMLRule(
      .trailingText,
      """
      After a closing quote or bracket the value has ended, and only a comment can follow in its \
      line. A text that has quotes in it goes into quotes as a whole.
      """,
      wrong: "note: 'disk' full",
      right: "note: \"'disk' full\""
    ),
    YAMLRule(
      .secondRoot,
      """
      A document is one value: a mapping, a sequence or a text. What follows it is either a part \
      that lost its place, or a second document, which begins with a line '---'.
      """,
      wrong: "[EX1]\n[EX2]",
      right: "[EX1, EX2]"
    ),
    YAMLRule(
      .commentSpace,
      """
      A comment begins with a '#' after a space or at the beginning of a line. Directly after a \
      text, '#' is a character of that text, so after a closing quote or bracket it would be \
      neither.
      """,
      wrong: "host: 'EX1'# the first",
      right: "host: 'EX1' # the first"
    ),
    YAMLRule(
      .reservedCharacter,
      """
      No text without quotes begins with '@' or '`'. YAML keeps both characters for a later \
      version; put the text in quotes.
      """,
      wrong: "domain: @example.com",
      right: "domain: '@example.com'"
    ),
    YAMLRule(
      .unexpectedCharacter,
      """
      Some characters have a meaning at the beginning of a text: brackets, braces, commas and '%', \
      and '-', '?' or ':' with a space. Where that meaning does not fit, put the text in quotes.
      """,
      wrong: "load: %CPU",
      right: "load: '%CPU'"
    ),
    YAMLRule(
      .markerInside,
      """
      A line that begins with '---' or '...' ends the document, wherever it stands. Inside quotes \
      or brackets that are still open, mostly their end is missing; where the text needs such a \
      line, indent it.
      """,
      wrong: "hosts: [EX1,\n--- EX2]",
      right: "hosts: [EX1,\n  '--- EX2']"
    ),
    YAMLRule(
      .duplicateKey,
      """
      A mapping has each key once, however it is quoted. Many readers would silently keep the last \
      of the two, and an edit of the first would have no effect. Rename one, or delete it.
      """,
      wrong: "EX1: Zug\nEX2: Bern\nEX1: Basel",
      right: "EX1: Zug\nEX2: Bern\nEX3: Basel"
    ),
    YAMLRule(
      .documentCount,
      """
      A file has one document here. A second one, after a line '---' or '...', belongs into a file \
      of its own; an empty file has none.
      """,
      wrong: "host: EX1\n---\nhost: EX2",
      right: "hosts: [EX1, EX2]"
    ),
  ]
}
