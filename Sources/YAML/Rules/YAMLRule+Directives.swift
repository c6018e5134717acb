extension YAMLRule {
  /// The rules about lines that begin with `%`.
  static let directives = [
    YAMLRule(
      .directiveForm,
      """
      A line that begins with '%' speaks to the reader. There are two forms: '%YAML 1.2' for the \
      version, and '%TAG !name! prefix' for a short form of tags. Anything else in such a line is a \
      mistake of writing; most files need no such line at all.
      """,
      wrong: "%YAML\n---\nhost: EX1",
      right: "%YAML 1.2\n---\nhost: EX1"
    ),
    YAMLRule(
      .directiveRepeated,
      """
      A document has one version, and declares a short form of tags once. With two declarations it \
      would be open which one counts; delete one of them.
      """,
      wrong: "%YAML 1.2\n%YAML 1.2\n---\nhost: EX1",
      right: "%YAML 1.2\n---\nhost: EX1"
    ),
    YAMLRule(
      .directivePlace,
      """
      Lines that begin with '%' stand before a document, which then begins with a line '---'. \
      After another document, a line '...' comes first. Without these two marks nobody could tell a \
      line for the reader from a line of the text.
      """,
      wrong: "%YAML 1.2\nhost: EX1",
      right: "%YAML 1.2\n---\nhost: EX1"
    ),
    YAMLRule(
      .directiveUnknown,
      """
      YAML 1.2 knows '%YAML' and '%TAG'. Another word after '%' has no effect, as the \
      specification wants, so this is a warning only. It is mostly misspelt, or a comment that \
      should begin with '#'.
      """,
      wrong: "%TITLE A small site\n---\nhost: EX1",
      right: "# A small site\n---\nhost: EX1"
    ),
    YAMLRule(
      .version,
      """
      The text is read as YAML 1.2. A later version 1.3 would be read in the same way, with a \
      warning; a version 2 could mean anything. Write '%YAML 1.2', or no such line.
      """,
      wrong: "%YAML 2.0\n---\nhost: EX1",
      right: "%YAML 1.2\n---\nhost: EX1"
    ),
  ]
}
