/// What can be asked of an event before a defect acts on it.
public enum AttributeKind: String, VocabularyWord {
  case mechanism
  case outcome
  case phase
  case forwarding
  case peer
  case tool
  case caller
  case service
  case verb
  case reason
  case replyClass = "reply-class"
  case direction
  case link
  case transit
  case bothDirect = "both-direct"
  case indirectToEachOther = "indirect-to-each-other"
  case `protocol`
  case priority
  case size
  case headerSize = "header-size"
  case allHeadersSize = "all-headers-size"
  case recipients
  case address
  case trait
  case waitingFor = "waiting-for"

  /// What the attribute tells.
  public var meaning: String {
    switch self {
    case .mechanism: "How somebody proves who they are."
    case .outcome: "How it ended."
    case .phase: "How far an SMTP session had come."
    case .forwarding: "Whether the Internet Mail Service forwards the mail by its rerouting table."
    case .peer: "What runs on the other side."
    case .tool: "The administrator's tool that asks."
    case .caller: "Whether the caller runs on the same host."
    case .service: "The service whose key or counters are meant, such as SMTPSVC."
    case .verb: "The SMTP command."
    case .reason: "Why it ended."
    case .replyClass: "The first digit of an SMTP reply."
    case .direction: "Towards Exchange, away from it, or through it."
    case .link: "What connects the two sides."
    case .transit: "Whether the message passes from one post office to another."
    case .bothDirect: "Whether both post offices are direct to the connector post office."
    case .indirectToEachOther: "Whether both post offices are indirect to each other."
    case .protocol: "The protocol of a logon."
    case .priority: "The priority of the message."
    case .size: "The size of the message."
    case .headerSize: "The size of the message's largest header."
    case .allHeadersSize: "The size of all headers of the message together."
    case .recipients: "How many recipients the message has here."
    case .address: "Whether the address can be delivered."
    case .trait: "A trait that a mail flow gives to a share of its messages, by its name."
    case .waitingFor: "What a queued message waits for."
    }
  }

  /// What values it takes.
  public var values: AttributeValues {
    switch self {
    case .mechanism: .words(["basic", "ntlm"])
    case .outcome: .words(["succeeded", "failed", "refused", "no-answer"])
    case .phase:
      .words(["connect", "banner", "ehlo", "helo", "mail", "rcpt", "data", "body", "end", "quit"])
    case .peer: .words(["exchange", "other"])
    case .caller: .words(["remote", "local"])
    case .reason: .words(["finished", "idle", "time-out", "dropped", "stopped"])
    case .direction: .words(["inbound", "outbound", "transit"])
    case .link: .words(["lan", "async", "x25", "site", "x400"])
    case .protocol: .words(["mapi", "pop3", "imap4", "ldap", "nntp"])
    case .priority: .words(["urgent", "normal", "non-urgent"])
    case .address: .words(["valid", "invalid"])
    case .waitingFor: .words(["retry", "etrn"])
    case .verb:
      .words(["HELO", "EHLO", "AUTH", "MAIL", "RCPT", "DATA", "RSET", "ETRN", "TURN", "QUIT"])
    case .forwarding, .transit, .bothDirect, .indirectToEachOther: .flag
    case .replyClass, .recipients: .count
    case .size, .headerSize, .allHeadersSize: .bytes
    case .tool, .service, .trait: .name
    }
  }
}

/// The values that an attribute takes.
public enum AttributeValues: Hashable, Sendable {
  /// One of these words.
  case words([String])
  /// `true` or `false`.
  case flag
  /// A whole number.
  case count
  /// A size.
  case bytes
  /// A name that the topology gives.
  case name
}
