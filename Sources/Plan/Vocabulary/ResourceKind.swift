/// What a process can take, hold and fail to give back.
public enum ResourceKind: String, VocabularyWord {
  case privateBytes = "private-bytes"
  case addressSpace = "address-space"
  case handles
  case threads
  case sockets
  case pagedPool = "paged-pool"
  case nonpagedPool = "nonpaged-pool"
  case registryOpens = "registry-opens"
  case controlBlocks = "control-blocks"
  case connectionSlots = "connection-slots"
  case mailbagRecords = "mailbag-records"
  case disk

  /// What it is.
  public var meaning: String {
    switch self {
    case .privateBytes: "Committed memory that belongs to one process."
    case .addressSpace: "Addresses of a process, 2 GiB on NT 4.0 and Windows 2000."
    case .handles: "Entries in a process's handle table."
    case .threads: "Threads of a process."
    case .sockets: "TCP connections that a process has open."
    case .pagedPool: "Kernel memory that can be paged out, shared by a host."
    case .nonpagedPool: "Kernel memory that cannot be paged out, shared by a host."
    case .registryOpens: "How often one registry key is open at the same time."
    case .controlBlocks: "What the message transfer agent needs for each association."
    case .connectionSlots: "Outbound connections that the Internet Mail Service counts."
    case .mailbagRecords: "Records of a post office's mailbag, of which it has 4,096."
    case .disk: "Bytes on a disk."
    }
  }

  /// Whether it is counted in bytes; otherwise in pieces.
  public var isBytes: Bool {
    switch self {
    case .privateBytes, .addressSpace, .pagedPool, .nonpagedPool, .disk: true
    case .handles, .threads, .sockets, .registryOpens, .controlBlocks, .connectionSlots,
      .mailbagRecords:
      false
    }
  }

  /// Where its sum meets a limit.
  public var limitLevel: LimitLevel {
    switch self {
    case .privateBytes, .pagedPool, .nonpagedPool: .host
    case .addressSpace, .handles, .threads, .sockets: .process
    case .registryOpens, .connectionSlots, .mailbagRecords: .key
    case .controlBlocks, .disk: .pool
    }
  }
}

/// Where a limit stands.
public enum LimitLevel: String, VocabularyWord {
  case key
  case pool
  case process
  case host

  /// What it limits.
  public var meaning: String {
    switch self {
    case .key: "What is held for one key: a domain, a post office, a registry key."
    case .pool: "A fixed number of pieces that several share."
    case .process: "What one process holds."
    case .host: "What all processes of a host hold."
    }
  }
}

/// What happens on a rung of a limit's ladder, from bad to worse.
public enum Symptom: String, VocabularyWord {
  case slow
  case refused
  case rpcBusy = "rpc-busy"
  case outOfVirtualMemory = "out-of-virtual-memory"
  case stop
  case hang
  case corrupt

  /// What an administrator sees.
  public var meaning: String {
    switch self {
    case .slow: "Everything takes longer."
    case .refused: "Whoever asks for one more is refused."
    case .rpcBusy: "Clients are told that the RPC server is too busy."
    case .outOfVirtualMemory: "The host warns that it is out of virtual memory."
    case .stop: "The process ends unexpectedly."
    case .hang: "Nothing answers any more."
    case .corrupt: "Memory is damaged; the host stops at some later use."
    }
  }
}
