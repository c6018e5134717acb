/// What happens in the modelled world and can trigger a defect.
public enum EventKind: String, VocabularyWord {
  case serviceStart = "service.start"
  case serviceStop = "service.stop"
  case activity

  case hostLogon = "host.logon"
  case hostLogoff = "host.logoff"
  case registryConnect = "registry.connect"
  case registryOpen = "registry.open"
  case registryClose = "registry.close"
  case registryDisconnect = "registry.disconnect"
  case performanceOpen = "performance.open"
  case performanceClose = "performance.close"

  case storeLogon = "store.logon"
  case storeLogoff = "store.logoff"
  case storeSubmit = "store.submit"
  case storeDeliver = "store.deliver"
  case pop3Connect = "pop3.connect"
  case pop3Logon = "pop3.logon"
  case pop3Disconnect = "pop3.disconnect"

  case imsResolve = "ims.resolve"
  case imsConnect = "ims.connect"
  case imsBannerTimeout = "ims.banner-timeout"
  case imsReply = "ims.reply"
  case imsIOError = "ims.io-error"
  case imsTransfer = "ims.transfer"
  case imsDisconnect = "ims.disconnect"
  case imsAccept = "ims.accept"
  case imsCommand = "ims.command"
  case imsConvert = "ims.convert"

  case mtaAccept = "mta.accept"
  case mtaOpen = "mta.open"
  case mtaTransfer = "mta.transfer"
  case mtaConvert = "mta.convert"
  case mtaClose = "mta.close"

  case interchangeConvert = "interchange.convert"
  case pcmtaOpen = "pcmta.open"
  case pcmtaCollect = "pcmta.collect"
  case pcmtaDispatch = "pcmta.dispatch"
  case externalOpen = "external.open"
  case externalCall = "external.call"
  case externalDispatch = "external.dispatch"

  case mailbagAppend = "mailbag.append"
  case messageReturn = "message.return"

  /// What happens.
  public var meaning: String { description.meaning }
  /// Who is concerned by default: the role that an effect means when it names none.
  public var process: EventProcess { description.process }
  /// What can be asked of it.
  public var attributes: [AttributeKind] { description.attributes }
  /// What it is counted by, if anything.
  public var key: EventKey? { description.key }
  /// What the process takes with it.
  public var acquires: [ResourceKind] { description.acquires }
  /// What the process gives back with it, and a defect can withhold.
  public var releases: [ResourceKind] { description.releases }
}

/// The process in which an event happens.
public enum EventProcess: Hashable, Sendable {
  /// Any service.
  case any
  /// The process with this image.
  case image(String)
  /// One of these images, as the link needs.
  case images([String])
  /// Whoever serves the registry to remote callers.
  case registryServer
  /// Whoever the activity names.
  case activity
  /// The process that writes into a mailbag.
  case mover
}

/// What an event can be counted by.
public enum EventKey: String, VocabularyWord {
  case domain
  case connector
  case postOffice = "post-office"
  case registryKey = "registry-key"
  case mailbox

  /// What the key names.
  public var meaning: String {
    switch self {
    case .domain: "The destination domain."
    case .connector: "The connector."
    case .postOffice: "The post office."
    case .registryKey: "The registry key."
    case .mailbox: "The mailbox."
    }
  }
}
