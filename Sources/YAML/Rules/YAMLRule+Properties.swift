extension YAMLRule {
  /// The rules about tags, anchors and aliases.
  static let properties = [
    YAMLRule(
      .tagForm,
      """
      A tag is a '!' with the name of a type, as in '!!str'. A text that begins with '!' for \
      another reason needs quotes. In a tag, '%' stands before two hexadecimal digits, and a whole \
      name is written as '!<tag:yaml.org,2002:str>'.
      """,
      wrong: "alarm: !! now",
      right: "alarm: '!! now'"
    ),
    YAMLRule(
      .tagHandle,
      """
      A tag such as '!e!str' uses the short form '!e!', which must be declared before the document, \
      and is forgotten at its end. Undeclared, it has no meaning.
      """,
      wrong: "port: !e!str 25",
      right: "%TAG !e! tag:yaml.org,2002:\n---\nport: !e!str 25"
    ),
    YAMLRule(
      .tagCustom,
      """
      Of types, the reader knows !!str, !!int, !!float, !!bool, !!null, !!map and !!seq, and '!' \
      for a text whose type is not to be guessed. Other programs make objects of other tags; here \
      one would be ignored silently, so it is refused. Put the text in quotes if the '!' belongs \
      to it.
      """,
      wrong: "host: !exchange EX1",
      right: "host: EX1"
    ),
    YAMLRule(
      .tagKind,
      """
      !!map stands before a mapping, !!seq before a sequence, and the other types before a text. \
      A tag that contradicts what is written leaves open which of the two was meant.
      """,
      wrong: "hosts: !!seq EX1",
      right: "hosts: !!seq [EX1]"
    ),
    YAMLRule(
      .tagRepeated,
      """
      A value has one type, and two tags would be two. Delete one of them; a tag in the line before \
      the value counts, too.
      """,
      wrong: "port: !!str !!int 25",
      right: "port: !!int 25"
    ),
    YAMLRule(
      .anchorForm,
      """
      '&' and '*' begin the name of an anchor or of an alias, which follows at once. A text that \
      begins with one of them needs quotes.
      """,
      wrong: "hosts: * all",
      right: "hosts: '* all'"
    ),
    YAMLRule(
      .anchorRepeated,
      """
      A value has one anchor, which is the name by which aliases find it. Delete one of the two; an \
      anchor in the line before the value counts, too.
      """,
      wrong: "night: &night &quiet [22, 6]",
      right: "night: &night [22, 6]"
    ),
    YAMLRule(
      .propertySpace,
      """
      A space follows a tag or an anchor. Without it, nobody could tell where the name ends and \
      the value begins.
      """,
      wrong: "night: &night[22, 6]",
      right: "night: &night [22, 6]"
    ),
    YAMLRule(
      .propertyPlace,
      """
      A tag or an anchor of a key stands in the line of that key; one of a whole mapping or \
      sequence stands in the line before its first entry. So it is plain whether the key is meant \
      or all that follows.
      """,
      wrong: "&hosts - EX1\n- EX2",
      right: "&hosts\n- EX1\n- EX2"
    ),
    YAMLRule(
      .aliasUnknown,
      """
      An alias '*name' repeats the value that has the anchor '&name'. That value stands before the \
      alias and in the same document. A text that begins with '*' needs quotes.
      """,
      wrong: "weekend: *night\nnight: &night [22, 6]",
      right: "night: &night [22, 6]\nweekend: *night"
    ),
    YAMLRule(
      .aliasInsideItself,
      """
      An alias repeats a whole value. Inside that value it would repeat itself without end; name \
      what is needed, or set the anchor at a smaller part.
      """,
      wrong: "night: &night\n  hours: [22, 6]\n  weekend: *night",
      right: "night:\n  hours: &hours [22, 6]\n  weekend: *hours"
    ),
    YAMLRule(
      .aliasProperties,
      """
      An alias stands for a value that is written elsewhere, with its tag and its anchor. It has \
      none itself; delete what stands before the '*'.
      """,
      wrong: "night: &night [22, 6]\nweekend: &weekend *night",
      right: "night: &night [22, 6]\nweekend: *night"
    ),
  ]
}
