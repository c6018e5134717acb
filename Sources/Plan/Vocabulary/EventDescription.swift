/// All that is to be known of an event.
struct EventDescription {
  let meaning: String
  let process: EventProcess
  var key: EventKey?
  var attributes: [AttributeKind] = []
  var acquires: [ResourceKind] = []
  var releases: [ResourceKind] = []
}

extension EventKind {
  var description: EventDescription {
    switch self {
    case .serviceStart:
      EventDescription(meaning: "A service has started.", process: .any)
    case .serviceStop:
      EventDescription(meaning: "A service stops.", process: .any, attributes: [.reason])
    case .activity:
      EventDescription(
        meaning: "An activity of the topology happens.",
        process: .activity,
        attributes: [.trait, .caller, .size]
      )
    case .hostLogon, .hostLogoff, .registryConnect, .registryOpen, .registryClose,
      .registryDisconnect, .performanceOpen, .performanceClose:
      hostDescription
    case .storeLogon, .storeLogoff, .storeSubmit, .storeDeliver, .pop3Connect, .pop3Logon,
      .pop3Disconnect:
      storeDescription
    case .imsResolve, .imsConnect, .imsBannerTimeout, .imsReply, .imsIOError, .imsTransfer,
      .imsDisconnect, .imsAccept, .imsCommand, .imsConvert:
      internetMailDescription
    case .mtaAccept, .mtaOpen, .mtaTransfer, .mtaConvert, .mtaClose, .interchangeConvert,
      .pcmtaOpen, .pcmtaCollect, .pcmtaDispatch, .externalOpen, .externalCall, .externalDispatch,
      .mailbagAppend, .messageReturn:
      transferDescription
    }
  }

  private var hostDescription: EventDescription {
    let remote: [AttributeKind] = [.tool, .caller]
    return switch self {
    case .hostLogon:
      EventDescription(
        meaning: "Somebody logs on at the host's keyboard.",
        process: .image("winlogon.exe"),
        acquires: [.handles, .privateBytes]
      )
    case .hostLogoff:
      EventDescription(
        meaning: "Somebody logs off at the host's keyboard.",
        process: .image("winlogon.exe"),
        releases: [.handles, .privateBytes]
      )
    case .registryConnect:
      EventDescription(
        meaning: "A tool connects to the host's registry.",
        process: .registryServer,
        attributes: remote,
        acquires: [.handles, .privateBytes]
      )
    case .registryOpen:
      EventDescription(
        meaning: "A registry key is opened.",
        process: .registryServer,
        key: .registryKey,
        attributes: remote + [.service],
        acquires: [.handles, .registryOpens]
      )
    case .registryClose:
      EventDescription(
        meaning: "A registry key is closed.",
        process: .registryServer,
        key: .registryKey,
        attributes: remote + [.service],
        releases: [.handles, .registryOpens]
      )
    case .registryDisconnect:
      EventDescription(
        meaning: "A tool disconnects from the host's registry.",
        process: .registryServer,
        attributes: remote,
        releases: [.handles, .privateBytes]
      )
    case .performanceOpen:
      EventDescription(
        meaning: "A service's performance library is loaded for somebody who reads counters.",
        process: .registryServer,
        attributes: remote + [.service],
        acquires: [.handles, .privateBytes]
      )
    default:
      EventDescription(
        meaning: "A service's performance library is let go.",
        process: .registryServer,
        attributes: remote + [.service],
        releases: [.handles, .privateBytes]
      )
    }
  }

  private var storeDescription: EventDescription {
    let store = EventProcess.image("store.exe")
    return switch self {
    case .storeLogon:
      EventDescription(
        meaning: "Somebody logs on to the Information Store.",
        process: store,
        key: .mailbox,
        attributes: [.protocol],
        acquires: [.addressSpace, .privateBytes]
      )
    case .storeLogoff:
      EventDescription(
        meaning: "Somebody logs off from the Information Store.",
        process: store,
        key: .mailbox,
        attributes: [.protocol],
        releases: [.addressSpace, .privateBytes]
      )
    case .storeSubmit:
      EventDescription(
        meaning: "A mailbox submits a message.",
        process: store,
        attributes: [.size, .recipients, .priority, .trait]
      )
    case .storeDeliver:
      EventDescription(
        meaning: "The Information Store delivers a message to a mailbox.",
        process: store,
        attributes: [.size, .recipients, .priority, .trait]
      )
    case .pop3Connect:
      EventDescription(
        meaning: "A POP3 client connects.",
        process: store,
        acquires: [.sockets]
      )
    case .pop3Logon:
      EventDescription(
        meaning: "A POP3 client tries to log on.",
        process: store,
        attributes: [.mechanism, .outcome],
        acquires: [.handles]
      )
    default:
      EventDescription(
        meaning: "A POP3 connection ends.",
        process: store,
        attributes: [.reason, .mechanism],
        releases: [.sockets, .handles]
      )
    }
  }
}
