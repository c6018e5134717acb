/// A way that mail or clients take through a process, which can lose workers, close or strand an item.
public enum Passage: String, VocabularyWord {
  case imsOutbound = "ims.outbound"
  case imsInbound = "ims.inbound"
  case imsResolver = "ims.resolver"
  case interchangeInbound = "interchange.inbound"
  case interchangeOutbound = "interchange.outbound"
  case pcmtaDispatch = "pcmta.dispatch"
  case externalDispatch = "external.dispatch"
  case mtaAssociation = "mta.association"
  case mtaQueue = "mta.queue"
  case storeDelivery = "store.delivery"
  case pop3

  /// What goes there, as a sentence names it.
  public var words: String {
    switch self {
    case .imsOutbound: "outbound Internet mail"
    case .imsInbound: "inbound Internet mail"
    case .imsResolver: "the resolver of Internet mail"
    case .interchangeInbound: "mail from MS Mail to Exchange"
    case .interchangeOutbound: "mail from Exchange to MS Mail"
    case .pcmtaDispatch: "the Connector (PC) MTA"
    case .externalDispatch: "External"
    case .mtaAssociation: "the transfer agent's association"
    case .mtaQueue: "a queue of the transfer agent"
    case .storeDelivery: "delivery by the Information Store"
    case .pop3: "POP3"
    }
  }

  /// What goes there.
  public var meaning: String {
    switch self {
    case .imsOutbound: "Mail that the Internet Mail Service sends."
    case .imsInbound: "Mail that the Internet Mail Service receives and converts."
    case .imsResolver: "Names that the Internet Mail Service asks for."
    case .interchangeInbound: "Mail from MS Mail on its way to Exchange."
    case .interchangeOutbound: "Mail from Exchange on its way to MS Mail."
    case .pcmtaDispatch: "Mail that a Connector (PC) MTA moves."
    case .externalDispatch: "Mail that External moves."
    case .mtaAssociation: "Associations of the message transfer agent with one neighbour."
    case .mtaQueue: "Messages in a queue of the message transfer agent."
    case .storeDelivery: "Mail that the Information Store delivers."
    case .pop3: "POP3 sessions."
    }
  }

  /// The images of the processes that the passage belongs to.
  public var images: [String] {
    switch self {
    case .imsOutbound, .imsInbound, .imsResolver: ["msexcimc.exe"]
    case .interchangeInbound, .interchangeOutbound: ["mt.exe"]
    case .pcmtaDispatch: ["async.exe", "x25eicon.exe"]
    case .externalDispatch: ["external.exe"]
    case .mtaAssociation, .mtaQueue: ["emsmta.exe"]
    case .storeDelivery, .pop3: ["store.exe"]
    }
  }
}
