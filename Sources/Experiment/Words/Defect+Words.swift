import Plan

extension Fix {
  /// What corrects a defect, in words: `Exchange 5.5 SP4`, `hotfix Q269183`.
  var words: String {
    switch self {
    case .release(let product, let release): "\(product) \(release)"
    case .hotfix(let id): "hotfix \(id)"
    case .file(let name, let version): "\(name) \(version) or later"
    }
  }
}

extension Remedy {
  /// What frees what a defect took, in words: `a stop of MSExchangeIS`.
  var words: String {
    switch self {
    case .stop(let service): "a stop of \(service)"
    case .restart(let image): "a restart of \(image)"
    case .reboot: "a restart of the host"
    case .removeItem: "removing the item that sets it off"
    }
  }
}

extension Symptom {
  /// What somebody would say of it, in a few words.
  var words: String {
    switch self {
    case .slow: "everything is slow"
    case .refused: "whoever asks for one more is refused"
    case .rpcBusy: "the RPC server is too busy"
    case .outOfVirtualMemory: "out of virtual memory"
    case .stop: "the process ended unexpectedly"
    case .hang: "nothing answers any more"
    case .corrupt: "memory is damaged"
    }
  }
}
