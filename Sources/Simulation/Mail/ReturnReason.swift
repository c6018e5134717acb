/// Why a sender is told that a message did not arrive.
enum ReturnReason: Int, CaseIterable {
  case unreachable
  case hopCount
  case retryCount
  case contention
  case congestion
  case expired
  case rejected
  case tooLarge
  case unknownHost
  case diskFull
  case unprocessed

  /// What the report says; MS Mail's codes where it is MS Mail that says so.
  var text: String {
    switch self {
    case .unreachable: "[001] no route to the recipient"
    case .hopCount: "[003] message hop count exceeded"
    case .retryCount: "[005] mail retry count exceeded"
    case .contention: "[008] mailbag full"
    case .congestion: "congestion in the message transfer service"
    case .expired: "the message's time was over"
    case .rejected: "rejected by the recipient's mail host"
    case .tooLarge: "larger than the mail host takes"
    case .unknownHost: "no mail host of that domain"
    case .diskFull: "no room on the disk"
    case .unprocessed: "could not be processed"
    }
  }
}
