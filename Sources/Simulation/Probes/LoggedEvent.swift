import Plan

/// Events that the world itself writes into event logs, with their sources and numbers.
enum LoggedEvent: Int, CaseIterable {
  case internetMailStarted
  case internetMailStopped
  case agentStarted
  case agentStopped
  case drWatson
  case serviceTerminated
  case noControlBlocks
  case associationFailed
  case agentOutOfDisk
  case mailbagFull
  case connectorReturn
  case notDelivered
  case setAside
  case unresolved
  case connected
  case connectFailed
  case connectRefused
  case diskLow
  case logonFailed
  case pagedPoolEmpty
  case nonpagedPoolEmpty
  case outOfVirtualMemory
  case bugCheck

  var source: String {
    switch self {
    case .internetMailStarted, .internetMailStopped, .notDelivered, .setAside, .unresolved,
      .connected, .connectFailed, .connectRefused, .diskLow:
      "MSExchangeIMC"
    case .agentStarted, .agentStopped, .noControlBlocks, .associationFailed, .agentOutOfDisk:
      "MSExchangeMTA"
    case .mailbagFull, .connectorReturn: "MSExchangeMSMI"
    case .logonFailed: "MSExchangePOP3"
    case .drWatson: "DrWatson"
    case .serviceTerminated: "Service Control Manager"
    case .pagedPoolEmpty, .nonpagedPoolEmpty: "SRV"
    case .outOfVirtualMemory: "Application Popup"
    case .bugCheck: "Save Dump"
    }
  }

  var id: Int {
    switch self {
    case .internetMailStarted: 1_000
    case .internetMailStopped: 1_001
    case .agentStarted: 9_298
    case .agentStopped: 9_299
    case .drWatson: 4_097
    case .serviceTerminated: 7_031
    case .noControlBlocks: 9_156
    case .associationFailed: 289
    case .agentOutOfDisk: 9_411
    case .mailbagFull: 2_010
    case .connectorReturn: 2_117
    case .notDelivered: 3_021
    case .setAside: 4_116
    case .unresolved: 2_006
    case .connected: 2_003
    case .connectFailed: 3_010
    case .connectRefused: 3_011
    case .diskLow: 3_018
    case .logonFailed: 11_202
    case .pagedPoolEmpty: 2_020
    case .nonpagedPoolEmpty: 2_019
    case .outOfVirtualMemory: 26
    case .bugCheck: 1_001
    }
  }

  /// What it says; `%` stands for what it is about.
  var text: String {
    switch self {
    case .internetMailStarted: "The Internet Mail Service was started."
    case .internetMailStopped: "The Internet Mail Service was stopped."
    case .agentStarted: "The message transfer agent was started."
    case .agentStopped: "The message transfer agent was stopped."
    case .drWatson: "The application % made an error and was ended."
    case .serviceTerminated: "The service of % terminated unexpectedly."
    case .noControlBlocks: "No free control block for an association with %."
    case .associationFailed: "No association with % could be opened."
    case .agentOutOfDisk: "Too little room on the disk: the message transfer agent ends."
    case .mailbagFull: "Disk error while a record was put into the mailbag for %."
    case .connectorReturn: "A non-delivery report was made."
    case .notDelivered: "A message could not be delivered and is returned."
    case .setAside: "A message could not be converted and is set aside."
    case .unresolved: "No mail host was found for %."
    case .connected: "A TCP connection was made to %."
    case .connectFailed: "No connection could be made to %."
    case .connectRefused: "The connection was refused by %."
    case .diskLow: "The room on the disk has passed its low-water mark."
    case .logonFailed: "A logon failed: unknown user name or wrong password."
    case .pagedPoolEmpty: "The paged pool is empty."
    case .nonpagedPoolEmpty: "The nonpaged pool is empty."
    case .outOfVirtualMemory: "The system is running out of virtual memory."
    case .bugCheck: "The computer has restarted after a bug check."
    }
  }
}
