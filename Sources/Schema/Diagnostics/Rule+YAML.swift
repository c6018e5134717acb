public import YAML

extension Rule {
  /// The rule of YAML with this code.
  public init(_ code: YAMLCode) {
    let rule = code.rule
    self.init(
      code.rawValue,
      code.summary,
      rule.summary,
      example: Example(wrong: rule.wrongLines, right: rule.rightLines)
    )
  }

  static var yaml: [Rule] { YAMLCode.allCases.map { Rule($0) } }
}

extension YAMLCode {
  fileprivate var summary: String {
    switch self {
    case .encoding, .invalidUTF8: "A file is in UTF-8."
    case .controlCharacter: "Control characters stand only as escapes between double quotes."
    case .byteOrderMark: "A byte-order mark stands at the start of a file or nowhere."
    case .limitBytes, .limitDepth, .limitNodes, .limitAliases:
      "A file asks for no more than the reader's stated limits."
    case .keyLength: "A key is written on one line, in at most 1,024 characters."
    case .directiveForm: "A directive begins a line with `%` and is `%YAML` or `%TAG` in its form."
    case .directiveRepeated: "A directive is given once for a document."
    case .directivePlace: "Directives stand before the `---` of their document."
    case .directiveUnknown: "Only the directives `%YAML` and `%TAG` mean something."
    case .version: "The version of YAML is 1.2."
    case .tagForm: "A tag is written as the specification says."
    case .tagHandle: "A tag's handle is declared by `%TAG`."
    case .tagCustom: "Only the tags of the core schema are known."
    case .tagKind: "A tag fits the kind of its node."
    case .tagRepeated: "A node has one tag."
    case .anchorForm: "An anchor or an alias has a name."
    case .anchorRepeated: "A node has one anchor."
    case .propertySpace: "A space follows a tag or an anchor."
    case .propertyPlace: "A tag or an anchor stands right before its node."
    case .aliasUnknown: "An alias names an anchor that stands before it."
    case .aliasInsideItself: "An alias does not stand inside of what it repeats."
    case .aliasProperties: "An alias has neither tag nor anchor of its own."
    case .tab: "Lines are indented by spaces."
    case .indentation: "What belongs together is indented alike."
    case .mappingInLine: "A mapping by indentation begins on a line of its own."
    case .sequenceInLine: "A list by hyphens begins on a line of its own."
    case .keyOverLines: "A key is on one line."
    case .colonMissing: "A colon follows a key."
    case .colonSpace: "A space follows a colon."
    case .itemExpected: "The items of a list each begin with a hyphen."
    case .keyExpected: "The entries of a mapping each begin with a key."
    case .trailingText: "Nothing but a comment follows a value on its line."
    case .secondRoot: "A document has one value at the top."
    case .commentSpace: "A space stands before the `#` of a comment."
    case .reservedCharacter: "A text without quotes begins with no reserved character."
    case .unexpectedCharacter: "Every character has a meaning where it stands."
    case .markerInside: "`---` and `...` do not begin a line inside of quotes or brackets."
    case .bracketUnclosed: "Every bracket is closed."
    case .bracketMismatch: "A bracket is closed by its own kind."
    case .commaMissing: "Commas separate what stands in brackets."
    case .commaExtra: "Between two commas in brackets stands something."
    case .quoteUnclosed: "Every quotation mark is closed."
    case .escape: "Between double quotes a backslash begins a known escape."
    case .blockHeader: "After `|` or `>` stand only its indicators."
    case .blockIndentation: "The lines of a block of text are indented alike."
    case .blockIndicatorAtRoot: "A block of text at the top needs indentation that can be told."
    case .duplicateKey: "A mapping has each key once."
    case .documentCount: "A file holds one document."
    }
  }
}
