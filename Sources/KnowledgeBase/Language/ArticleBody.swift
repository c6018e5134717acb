public import Schema

/// All that is said of a defect but its id: what an article's file has, and a topology under
/// `defects:`.
public struct ArticleBody: Record {
  /// `defect`
  public static let name = "defect"
  /// What it is.
  public static let summary =
    "A defect as data: what it affects, what sets it off, what it does and what corrects it."

  let title: Written<String>
  let affects: Written<[Written<AlternativeText>]>
  let needs: Written<[Written<ConditionText>]>
  let trigger: Written<TriggerText>
  let pools: Written<[Named<PoolText>]>
  let effects: Written<[Written<EffectText>]>
  let signs: Written<[Written<SignText>]>
  let remedies: Written<[Written<RemedyText>]>
  let fixes: Written<[Written<FixText>]>

  /// Asks for every key.
  public init(_ keys: inout Keys) {
    title = keys.required("title", .line, "The article's title.")
    affects = keys.value(
      "affects",
      .list(of: .record(AlternativeText.self), atLeast: 1),
      default: [],
      "Ranges of versions, of which one must hold.",
      example: "[{ component: store.exe, from: 5.0.0, below: 5.0.1461.83 }]",
      defaultText: "every host"
    )
    needs = keys.value(
      "needs",
      .list(of: .record(ConditionText.self), atLeast: 1),
      default: [],
      "What must hold besides, all of it.",
      example: "[{ os: Windows 2000 }]",
      defaultText: "nothing more"
    )
    trigger = keys.required(
      "trigger",
      .record(TriggerText.self),
      "What sets it off.",
      example: "{ event: pop3.logon, when: { mechanism: ntlm, outcome: failed } }"
    )
    pools = keys.value(
      "pools",
      .named(.name, of: .record(PoolText.self)),
      default: [],
      "Fixed numbers of pieces that it brings with it, by their names.",
      defaultText: "none"
    )
    effects = keys.required(
      "effect",
      .list(of: .record(EffectText.self), atLeast: 1),
      "What it does, in order.",
      example: "[{ leak: handles, amount: { value: 1, source: text } }]"
    )
    signs = keys.required(
      "shows",
      .list(of: .record(SignText.self)),
      "How it shows; an empty list where nothing does.",
      example: "[{ counter: 'Process(services)\\Handle Count', is: rising }]"
    )
    remedies = keys.required(
      "frees",
      .list(of: .record(RemedyText.self)),
      "What frees what it took; an empty list where nothing does.",
      example: "[{ stop: MSExchangeIS, source: text }]"
    )
    fixes = keys.required(
      "fixed",
      .list(of: .record(FixText.self)),
      "What corrects it; an empty list where nothing known does.",
      example: "[{ release: Exchange 5.5 RTM }]"
    )
  }

  /// Whether all of it was read without an error.
  var isSound: Bool {
    title.isSound && affects.isSound && needs.isSound && trigger.isSound && pools.isSound
      && effects.isSound && signs.isSound && remedies.isSound && fixes.isSound
  }
}

/// The file of an article: its id, and what is said of it.
public struct ArticleFile: Record {
  /// `article`
  public static let name = "article"
  /// What it is.
  public static let summary = "An article of the Knowledge Base as data."

  let id: Written<String>
  let body: ArticleBody

  /// Asks for every key.
  public init(_ keys: inout Keys) {
    id = keys.required("article", .articleID, "The article's id.", example: "Q214573")
    body = ArticleBody(&keys)
  }
}
