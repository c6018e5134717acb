import Plan

/// Who does what sets a defect off.
enum Doers {
  /// The user's own activities.
  case activities
  /// People who read their mail by POP3.
  case people
  /// The tools of administrators.
  case tools
  /// Clients of the Information Store.
  case clients
  /// Those who write mail, which is then carried.
  case writers
  /// Nobody who keeps hours.
  case nobody

  /// Whether they call, and a busy host turns them away.
  var areCallers: Bool {
    switch self {
    case .people, .tools, .clients: true
    case .activities, .writers, .nobody: false
    }
  }

  /// Who makes an event happen.
  init(of event: EventKind) {
    switch event {
    case .activity: self = .activities
    case .pop3Connect, .pop3Logon, .pop3Disconnect: self = .people
    case .registryConnect, .registryOpen, .registryClose, .registryDisconnect, .performanceOpen,
      .performanceClose:
      self = .tools
    case .storeLogon, .storeLogoff: self = .clients
    case .serviceStart, .serviceStop, .hostLogon, .hostLogoff: self = .nobody
    default: self = .writers
    }
  }
}

extension Trigger.Cause {
  /// Who makes it happen; nil where that is no event.
  var doers: Doers? {
    if case .event(let event) = self { Doers(of: event) } else { nil }
  }
}
