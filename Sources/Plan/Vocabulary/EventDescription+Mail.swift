extension EventKind {
  var internetMailDescription: EventDescription {
    let service = EventProcess.image("msexcimc.exe")
    // A connection is made for one message, and what is to be known of that is known all along.
    let outbound: [AttributeKind] = [.forwarding, .peer, .size, .recipients, .priority, .trait]
    return switch self {
    case .imsResolve:
      EventDescription(
        meaning: "The Internet Mail Service asks for a domain's mail hosts.",
        process: service,
        key: .domain,
        attributes: [.outcome, .forwarding]
      )
    case .imsConnect:
      EventDescription(
        meaning: "The Internet Mail Service tries to connect to a mail host.",
        process: service,
        key: .domain,
        attributes: outbound + [.outcome],
        acquires: [.connectionSlots, .sockets]
      )
    case .imsBannerTimeout:
      EventDescription(
        meaning: "A mail host accepted the connection and said nothing until the timer ran out.",
        process: service,
        key: .domain,
        attributes: outbound,
        releases: [.connectionSlots, .sockets]
      )
    case .imsReply:
      EventDescription(
        meaning: "A mail host answers a command.",
        process: service,
        key: .domain,
        attributes: outbound + [.phase, .replyClass]
      )
    case .imsIOError:
      EventDescription(
        meaning: "A connection breaks while the Internet Mail Service uses it.",
        process: service,
        key: .domain,
        attributes: outbound + [.phase],
        releases: [.connectionSlots, .sockets]
      )
    case .imsTransfer:
      EventDescription(
        meaning: "A message is handed to a mail host.",
        process: service,
        key: .domain,
        attributes: outbound
      )
    case .imsDisconnect:
      EventDescription(
        meaning: "An SMTP connection ends in good order.",
        process: service,
        key: .domain,
        attributes: [.direction, .reason],
        releases: [.connectionSlots, .sockets]
      )
    case .imsAccept:
      EventDescription(
        meaning: "Another mail host connects.",
        process: service,
        key: .domain,
        attributes: [.outcome],
        acquires: [.sockets]
      )
    case .imsCommand:
      EventDescription(
        meaning: "A mail host that connected sends a command.",
        process: service,
        key: .domain,
        attributes: [.verb]
      )
    default:
      EventDescription(
        meaning: "A message is converted between the Internet's form and Exchange's.",
        process: service,
        attributes: [
          .direction, .size, .headerSize, .allHeadersSize, .recipients, .trait, .forwarding,
        ]
      )
    }
  }

  var transferDescription: EventDescription {
    let agent = EventProcess.image("emsmta.exe")
    let connector = EventProcess.images(["async.exe", "x25eicon.exe"])
    let external = EventProcess.image("external.exe")
    let message: [AttributeKind] = [.size, .recipients, .priority, .trait]
    return switch self {
    case .mtaAccept:
      EventDescription(
        meaning: "The message transfer agent takes a message over.",
        process: agent,
        attributes: message
      )
    case .mtaOpen:
      EventDescription(
        meaning: "The message transfer agent tries to open an association.",
        process: agent,
        key: .connector,
        attributes: [.outcome, .link],
        acquires: [.controlBlocks]
      )
    case .mtaTransfer:
      EventDescription(
        meaning: "The message transfer agent hands a message to its neighbour.",
        process: agent,
        key: .connector,
        attributes: message + [.link]
      )
    case .mtaConvert:
      EventDescription(
        meaning: "The message transfer agent converts a message for an X.400 connector.",
        process: agent,
        attributes: [.size, .trait, .link]
      )
    case .mtaClose:
      EventDescription(
        meaning: "An association ends.",
        process: agent,
        key: .connector,
        attributes: [.reason, .link],
        releases: [.controlBlocks]
      )
    case .interchangeConvert:
      EventDescription(
        meaning: "The Connector Interchange converts a message between MS Mail and Exchange.",
        process: .image("mt.exe"),
        attributes: [.direction, .address] + message
      )
    case .pcmtaOpen:
      EventDescription(
        meaning: "A Connector (PC) MTA opens a post office.",
        process: connector,
        key: .postOffice,
        attributes: [.outcome, .link]
      )
    case .pcmtaCollect:
      EventDescription(
        meaning: "A Connector (PC) MTA takes a message from a post office.",
        process: connector,
        key: .postOffice,
        attributes: [.link, .transit, .bothDirect, .indirectToEachOther] + message
      )
    case .pcmtaDispatch:
      EventDescription(
        meaning: "A Connector (PC) MTA puts a message into a post office.",
        process: connector,
        key: .postOffice,
        attributes: [.link, .transit, .bothDirect, .indirectToEachOther] + message
      )
    case .externalOpen:
      EventDescription(
        meaning: "External opens a post office.",
        process: external,
        key: .postOffice,
        attributes: [.outcome, .link]
      )
    case .externalCall:
      EventDescription(
        meaning: "External calls a post office through an adapter.",
        process: external,
        key: .postOffice,
        attributes: [.outcome, .link]
      )
    case .externalDispatch:
      EventDescription(
        meaning: "External puts a message into a post office.",
        process: external,
        key: .postOffice,
        attributes: [.link] + message
      )
    case .mailbagAppend:
      EventDescription(
        meaning: "A record is written into a mailbag.",
        process: .mover,
        key: .postOffice,
        attributes: [.outcome],
        acquires: [.mailbagRecords]
      )
    default:
      EventDescription(
        meaning: "A message is returned to its sender.",
        process: .images([
          "emsmta.exe", "mt.exe", "msexcimc.exe", "async.exe", "x25eicon.exe", "external.exe",
        ]),
        attributes: [.reason, .size, .trait]
      )
    }
  }
}
