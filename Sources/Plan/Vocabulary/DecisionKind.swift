/// A choice that a sound process makes rightly and a defect can make wrongly.
public enum DecisionKind: String, VocabularyWord {
  case imsNextExchange = "ims.next-exchange"
  case imsRetryCounted = "ims.retry-counted"
  case imsExpires = "ims.expires"
  case imsConversionFailure = "ims.conversion-failure"
  case interchangeFailure = "interchange.failure"
  case pcmtaRetryCounted = "pcmta.retry-counted"
  case externalRetryCounted = "external.retry-counted"
  case externalDiskChecked = "external.disk-checked"
  case mtaAssociationRecovers = "mta.association-recovers"
  case mtaReservationCleared = "mta.reservation-cleared"

  /// What is decided.
  public var meaning: String {
    switch self {
    case .imsNextExchange: "Which of a domain's mail hosts is tried after one failed to answer."
    case .imsRetryCounted: "Whether a failed attempt moves the message along its retry table."
    case .imsExpires: "Whether a waiting message is returned when its time is over."
    case .imsConversionFailure: "What becomes of a message that cannot be converted."
    case .interchangeFailure: "What becomes of a message that the interchange cannot process."
    case .pcmtaRetryCounted: "Whether an unreachable post office uses up a message's retries."
    case .externalRetryCounted: "Whether an unreachable post office uses up a message's retries."
    case .externalDiskChecked: "Whether a full post office is looked at again."
    case .mtaAssociationRecovers: "Whether associations come back after they were lost."
    case .mtaReservationCleared:
      "Whether a message that was reserved at a stop is free at the start."
    }
  }

  /// The answers, the sound one first.
  public var answers: [String] {
    switch self {
    case .imsNextExchange: ["next", "same"]
    case .imsRetryCounted, .pcmtaRetryCounted, .externalRetryCounted: ["counted", "not-counted"]
    case .imsExpires: ["expires", "never"]
    case .imsConversionFailure: ["set-aside", "stop", "retry"]
    case .interchangeFailure: ["returned", "retry"]
    case .externalDiskChecked: ["each-cycle", "never"]
    case .mtaAssociationRecovers: ["recovers", "never"]
    case .mtaReservationCleared: ["cleared", "kept"]
    }
  }

  /// What can be asked before it is answered.
  public var attributes: [AttributeKind] {
    switch self {
    case .imsNextExchange: [.phase, .outcome, .forwarding]
    case .imsRetryCounted: [.phase, .forwarding]
    case .imsExpires: [.waitingFor, .priority]
    case .imsConversionFailure: [.direction, .size, .headerSize, .allHeadersSize, .trait]
    case .interchangeFailure: [.direction, .size, .trait, .address]
    case .pcmtaRetryCounted, .externalRetryCounted: [.outcome, .link]
    case .externalDiskChecked: [.link]
    case .mtaAssociationRecovers: [.link]
    case .mtaReservationCleared: [.priority]
    }
  }

  /// The image of the process that decides.
  public var images: [String] {
    switch self {
    case .imsNextExchange, .imsRetryCounted, .imsExpires, .imsConversionFailure: ["msexcimc.exe"]
    case .interchangeFailure: ["mt.exe"]
    case .pcmtaRetryCounted: ["async.exe", "x25eicon.exe"]
    case .externalRetryCounted, .externalDiskChecked: ["external.exe"]
    case .mtaAssociationRecovers, .mtaReservationCleared: ["emsmta.exe"]
    }
  }
}
