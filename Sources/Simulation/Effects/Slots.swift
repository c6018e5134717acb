import Plan

// The places of words in their lists, as numbers that cost nothing. A test compares them with the lists.

extension EventKind {
  /// The place of the event in its list.
  @inline(__always) var slot: Int {
    switch self {
    case .serviceStart: 0
    case .serviceStop: 1
    case .activity: 2
    case .hostLogon: 3
    case .hostLogoff: 4
    case .registryConnect: 5
    case .registryOpen: 6
    case .registryClose: 7
    case .registryDisconnect: 8
    case .performanceOpen: 9
    case .performanceClose: 10
    case .storeLogon: 11
    case .storeLogoff: 12
    case .storeSubmit: 13
    case .storeDeliver: 14
    case .pop3Connect: 15
    case .pop3Logon: 16
    case .pop3Disconnect: 17
    case .imsResolve: 18
    case .imsConnect: 19
    case .imsBannerTimeout: 20
    case .imsReply: 21
    case .imsIOError: 22
    case .imsTransfer: 23
    case .imsDisconnect: 24
    case .imsAccept: 25
    case .imsCommand: 26
    case .imsConvert: 27
    case .mtaAccept: 28
    case .mtaOpen: 29
    case .mtaTransfer: 30
    case .mtaConvert: 31
    case .mtaClose: 32
    case .interchangeConvert: 33
    case .pcmtaOpen: 34
    case .pcmtaCollect: 35
    case .pcmtaDispatch: 36
    case .externalOpen: 37
    case .externalCall: 38
    case .externalDispatch: 39
    case .mailbagAppend: 40
    case .messageReturn: 41
    }
  }

  /// How many there are.
  static let slotCount = 42
}

extension DecisionKind {
  /// The place of the decision in its list, after all events.
  @inline(__always) var slot: Int {
    EventKind.slotCount + place
  }

  @inline(__always) private var place: Int {
    switch self {
    case .imsNextExchange: 0
    case .imsRetryCounted: 1
    case .imsExpires: 2
    case .imsConversionFailure: 3
    case .interchangeFailure: 4
    case .pcmtaRetryCounted: 5
    case .externalRetryCounted: 6
    case .externalDiskChecked: 7
    case .mtaAssociationRecovers: 8
    case .mtaReservationCleared: 9
    }
  }

  /// How many there are.
  static let slotCount = 10
}

extension AttributeKind {
  /// The place of the attribute in its list.
  @inline(__always) var slot: Int {
    switch self {
    case .mechanism: 0
    case .outcome: 1
    case .phase: 2
    case .forwarding: 3
    case .peer: 4
    case .tool: 5
    case .caller: 6
    case .service: 7
    case .verb: 8
    case .reason: 9
    case .replyClass: 10
    case .direction: 11
    case .link: 12
    case .transit: 13
    case .bothDirect: 14
    case .indirectToEachOther: 15
    case .`protocol`: 16
    case .priority: 17
    case .size: 18
    case .headerSize: 19
    case .allHeadersSize: 20
    case .recipients: 21
    case .address: 22
    case .trait: 23
    case .waitingFor: 24
    }
  }
}
