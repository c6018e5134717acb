extension Rule {
  /// A key that the record does not have.
  public static let unknownKey = Rule(
    "unknown-key",
    "Every key is one of those that its record has.",
    "A key that is not known would have no effect, so it is never passed over. `explain` followed by"
      + " the path of the record lists its keys."
  )
  /// A key that must be there and is not.
  public static let missingKey = Rule(
    "missing-key",
    "A key without a default must be written."
  )
  /// Several keys of which only one may be there.
  public static let conflictingKeys = Rule(
    "conflicting-keys",
    "Of keys that exclude one another only one is written."
  )
  /// A list where a text is needed, and the like.
  public static let wrongKind = Rule(
    "wrong-kind",
    "A text, a list or a mapping stands where one of that kind is needed.",
    "A list of one still needs its brackets or its hyphen: `[HQ/SALES]`."
  )
  /// A key without a value.
  public static let emptyValue = Rule(
    "empty-value",
    "A key that is written has a value.",
    "To get the default, leave the key out. `null` and `~` say nothing either; a text of these"
      + " letters stands in quotes."
  )
  /// A text that is not of the form that its key needs.
  public static let wrongForm = Rule(
    "wrong-form",
    "A value has the form that its key asks for."
  )
  /// A number without its unit.
  public static let unitMissing = Rule(
    "unit-missing",
    "A quantity is written with its unit.",
    "A bare number would leave open what it counts: 5 may be seconds or minutes."
  )
  /// A unit that is not known.
  public static let unitUnknown = Rule(
    "unit-unknown",
    "The unit is one of those that the quantity has.",
    "Sizes are in B, KiB, MiB, GiB and TiB, because MB means 1,000,000 bytes to some and 1,048,576"
      + " to others."
  )
  /// A value outside of its range.
  public static let outOfRange = Rule(
    "out-of-range",
    "A value lies in the range of its key."
  )
  /// A word that is not on the list.
  public static let unknownWord = Rule(
    "unknown-word",
    "Where words are listed, the value is one of them."
  )
  /// A list with too few or too many items.
  public static let wrongCount = Rule(
    "wrong-count",
    "A list has as many items as its key allows."
  )
  /// A tag that says what the key says already.
  public static let tagNotNeeded = Rule(
    "tag-not-needed",
    "No tags are needed: the key says what its value is.",
    severity: .warning
  )
  /// An override that changed nothing.
  public static let overrideUnmatched = Rule(
    "override-unmatched",
    "The path of an override meets something in the file."
  )
  /// An override that cannot be read.
  public static let overrideForm = Rule(
    "override-form",
    "An override is a path, an equals sign and a value.",
    "The segments of the path are separated by dots; `*` stands for any one; a segment that contains"
      + " a dot stands in double quotes. Items of a list are counted from 1."
  )

  /// The rules of this module.
  static let schema: [Rule] = [
    unknownKey, missingKey, conflictingKeys, wrongKind, emptyValue, wrongForm, unitMissing,
    unitUnknown, outOfRange, unknownWord, wrongCount, tagNotNeeded, overrideUnmatched, overrideForm,
  ]

  /// Every rule that a reading itself can report: those of YAML and those of keys and values.
  public static var reading: [Rule] { yaml + schema }
}
