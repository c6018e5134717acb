import Kernel
import Plan

/// An Exchange server at the moment. Numbers that may be missing are one more than what they mean.
struct ServerState: BitwiseCopyable {
  var host: UInt32 = 0
  var disk: UInt32 = 0
  var store: UInt32 = 0
  var agent: UInt32 = 0
  var interchange: UInt32 = 0
  var internetMail: UInt32 = 0
  /// The post office of its connector.
  var office: UInt32 = 0
  /// Mail between post offices does not leave the connector's post office.
  var isTransitShort = false
  /// The disk is so full that the transfer agent does not run.
  var isOutOfDisk = false
  var lowDisk = 0
  /// The first of its links that are not forgotten.
  var firstLink: UInt32 = 0
  /// Associations that are open, of so many that can be.
  var blocks = 0
  var blockAccount: Account
  var openInterval: UInt64 = 0
  var openRetries: UInt16 = 0
  var transferInterval: UInt64 = 0
  var disconnect: UInt64 = 0
  var furtherAt: UInt32 = 0
  var expiry = InlineArray<3, UInt64>(repeating: 0)
  /// What Performance Monitor counts.
  var agentIn: UInt64 = 0
  var agentOut: UInt64 = 0
  var agentBytesIn: UInt64 = 0
  var agentBytesOut: UInt64 = 0
  var storeDelivered: UInt64 = 0
  var interchangeIn: UInt64 = 0
  var interchangeOut: UInt64 = 0
  var interchangeReturned: UInt64 = 0
  var logonFailures: UInt64 = 0
  var logonCount: UInt32 = 0
}

/// The places that each server has, in their order.
enum ServerPlace: Int, CaseIterable {
  case store
  case agent
  case interchangeOut
  case conversionOut
  case conversionIn
  case deliveryIn
  case waiting

  var kind: Place.Kind {
    switch self {
    case .store: .store
    case .agent: .agent
    case .interchangeOut: .interchangeOut
    case .conversionOut: .conversionOut
    case .conversionIn: .conversionIn
    case .deliveryIn: .deliveryIn
    case .waiting: .waiting
    }
  }
}

/// What becomes of a link between transfer agents.
enum LinkState: UInt8 {
  case closed
  case opening
  case open
  case retrying
}
