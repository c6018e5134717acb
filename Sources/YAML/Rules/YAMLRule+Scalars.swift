extension YAMLRule {
  /// The rules about brackets and braces.
  static let brackets = [
    YAMLRule(
      .bracketUnclosed,
      """
      Every '[' has its ']' and every '{' its '}'. The place is the innermost bracket that was \
      still open when the text ended; its end is missing somewhere after it.
      """,
      wrong: "hosts: [EX1, EX2",
      right: "hosts: [EX1, EX2]"
    ),
    YAMLRule(
      .bracketMismatch,
      """
      What was opened last is closed first: '[' by ']', and '{' by '}'. A closing bracket that \
      fits nothing is one too many, of the wrong kind, or part of a text that needs quotes.
      """,
      wrong: "hosts: [EX1, EX2}",
      right: "hosts: [EX1, EX2]"
    ),
    YAMLRule(
      .commaMissing,
      """
      Between brackets or braces, a comma stands between two entries. Where a text has quotes in \
      it, put quotes around the whole of it.
      """,
      wrong: "hosts: ['EX1' 'EX2']",
      right: "hosts: ['EX1', 'EX2']"
    ),
    YAMLRule(
      .commaExtra,
      """
      Between brackets or braces, something stands before each comma. One comma may follow the \
      last entry. An item that is empty on purpose is written '' or null.
      """,
      wrong: "hosts: [EX1,, EX2]",
      right: "hosts: [EX1, EX2]"
    ),
  ]

  /// The rules about texts in quotes and texts of several lines.
  static let scalars = [
    YAMLRule(
      .quoteUnclosed,
      """
      A text that begins with a quote ends with the same one. It may go on in further lines, if \
      they are indented as far as the value. In single quotes, an apostrophe is written twice.
      """,
      wrong: "owner: 'O''Reilly",
      right: "owner: 'O''Reilly'"
    ),
    YAMLRule(
      .escape,
      """
      Between double quotes a backslash begins an escape, as in '\\n' for a line break or '\\xE4' \
      for a character by its number. Others than the known ones mean nothing. In single quotes a \
      backslash is only itself, which suits names of files on Windows.
      """,
      wrong: "path: \"C:\\Mail\"",
      right: "path: 'C:\\Mail'"
    ),
    YAMLRule(
      .blockHeader,
      """
      After '|' or '>' stand at most a digit from 1 to 9 for the indentation, and '+' or '-' for \
      the breaks at the end; a comment may follow after a space. The text begins in the next line.
      """,
      wrong: "note: | The disk\n  is full.",
      right: "note: |\n  The disk\n  is full."
    ),
    YAMLRule(
      .blockIndentation,
      """
      The first line of a text after '|' or '>' sets how far all of it is indented. A blank line \
      before it has no more spaces than that, because nobody could see whether they belong to the \
      text. Delete the spaces, or write the indentation as a digit after '|' or '>'.
      """,
      wrong: "note: |\n     \n  The disk is full.",
      right: "note: |\n\n  The disk is full."
    ),
    YAMLRule(
      .blockIndicatorAtRoot,
      """
      A digit after '|' or '>' counts from the indentation of the value around it. At the top of a \
      document there is none, and readers disagree on what the digit counts from, so it is not \
      read there. Give the text a key, or let its first line set the indentation.
      """,
      wrong: "--- |1\n  The disk is full.",
      right: "--- |\n  The disk is full."
    ),
  ]
}
