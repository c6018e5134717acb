public import Schema

extension Rule {
  static let keyOutOfPlace = Rule(
    "key-out-of-place",
    "A key stands beside the one that it belongs to.",
    "Some keys say more about another one: `until` about a latch, `from` about a version. Beside"
      + " anything else they would have no effect."
  )
  static let versionRange = Rule(
    "version-range",
    "Both ends of a range of versions lie in one line of versions, the first below the second.",
    "A correction in 5.0.1461.83 says nothing of 5.5.1960, so each branch has a range of its own in"
      + " `affects`. Service packs of an operating system follow one another; no file tells them."
  )
  static let gateNeverOpen = Rule(
    "gate-never-open",
    "What is affected and what is needed can hold together.",
    "A file has one version, and a host has one operating system: of two conditions that exclude one"
      + " another a host never fulfils both. What is meant as a choice stands in `affects`."
  )
  static let attributeElsewhere = Rule(
    "attribute-elsewhere",
    "An event is asked for what can be asked of it.",
    "Each event and each decision has attributes of its own; `explain` followed by its name lists"
      + " them."
  )
  static let tooManyTests = Rule(
    "too-many-tests",
    "A trigger asks for at most eight attributes."
  )
  static let levelScope = Rule(
    "level-scope",
    "A level is of whatever its limit is for.",
    "Handles, addresses, threads and sockets are limited by process, so their sum over a host says"
      + " nothing. Committed memory and the pools of the kernel are limited by host, so a share of"
      + " that limit is one of the host's."
  )
  static let unknownResource = Rule(
    "unknown-resource",
    "What is taken is a resource of the modelled world or a pool that the defect declares."
  )
  static let wrongUnit = Rule(
    "wrong-unit",
    "An amount is in bytes where bytes are taken, and without a unit where pieces are."
  )
  static let nothingToWithhold = Rule(
    "nothing-to-withhold",
    "What is withheld is given back by the event when all is well.",
    "`withhold` keeps what an event gives back; what is taken beyond that is a `leak`."
  )
  static let answerWithoutDecision = Rule(
    "answer-without-decision",
    "An answer is given to a decision."
  )
  static let unknownAnswer = Rule(
    "unknown-answer",
    "An answer is one of those that the decision has."
  )
  static let soundAnswer = Rule(
    "sound-answer",
    "A defect decides otherwise than a sound process does."
  )
  static let contradictingAnswers = Rule(
    "contradicting-answers",
    "A decision gets one answer.",
    "Effects apply in the order of the articles' ids, and so the later answer would hold. Where two"
      + " defects can be in force on one host and answer the same question differently, one of them is"
      + " mistaken, or its gate or its `when` is too wide."
  )
  static let keyMissing = Rule(
    "event-without-key",
    "What is kept for each key needs an event that has one."
  )
  static let itemMissing = Rule(
    "event-without-item",
    "An item is stranded, or poisons a process, where an event is about one.",
    "Events of connections, of the registry and of time passing carry no message and no file that"
      + " could stay behind."
  )
  static let measureMissing = Rule(
    "event-without-measure",
    "What an amount is multiplied with is known of the event."
  )
  static let processMissing = Rule(
    "process-missing",
    "Where nothing happens in a process, the process is named.",
    "A level, an uptime and a span of time happen in the processes whose files `affects` names. Where"
      + " it names none, each process stands under its own name."
  )
  static let poolName = Rule(
    "pool-name",
    "A pool has a name of its own."
  )
  static let unusedPool = Rule(
    "unused-pool",
    "A pool that is declared is used.",
    severity: .warning
  )
  static let ladderOrder = Rule(
    "ladder-order",
    "The rungs of a ladder follow one another from the lowest to the highest."
  )
  static let effectAfterStop = Rule(
    "effect-after-stop",
    "What a defect does comes before it stops the process.",
    "Effects apply in order, and a stop ends them. What must be seen of it, such as an event in the"
      + " log, stands before.",
    severity: .warning
  )
  static let unknownCounter = Rule(
    "unknown-counter",
    "A counter is one of those that Performance Monitor has.",
    "`explain` followed by the name of an object lists its counters."
  )
  static let unfamiliarName = Rule(
    "unfamiliar-name",
    "A program or service that is not one of the well-known ones is no misspelling of one.",
    severity: .warning
  )
  static let fixInsideRange = Rule(
    "fix-inside-range",
    "The file that corrects a defect is not itself affected."
  )

  /// The rules of the article language.
  public static let articles: [Rule] = [
    keyOutOfPlace, versionRange, gateNeverOpen, attributeElsewhere, tooManyTests, levelScope,
    unknownResource, wrongUnit, nothingToWithhold, answerWithoutDecision, unknownAnswer,
    soundAnswer, contradictingAnswers, keyMissing, itemMissing, measureMissing, processMissing,
    poolName, unusedPool, ladderOrder, effectAfterStop, unknownCounter, unfamiliarName,
    fixInsideRange,
  ]
}
