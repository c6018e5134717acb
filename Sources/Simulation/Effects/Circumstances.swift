import Plan

/// What can be asked of an event before a defect acts on it.
struct Circumstances {
  /// The values by attribute; -1 where the event has no such thing.
  private var values = InlineArray<25, Int>(repeating: -1)
  /// What it is counted by; -1 for nothing.
  var key = -1
  /// The copy that it is about; -1 for none.
  var copy = -1
  /// The place, for what is done to one queue alone; -1 for none.
  var place = -1
  /// The traits it has, a bit each.
  var traits: UInt64 = 0
  /// Which names the bits of its traits stand for: the first of a list.
  var firstTrait = 0

  init() {}

  init(_ attribute: AttributeKind, _ value: Int) {
    values[attribute.slot] = value
  }

  func with(_ attribute: AttributeKind, _ value: Int) -> Circumstances {
    var copy = self
    copy.values[attribute.slot] = value
    return copy
  }

  mutating func set(_ attribute: AttributeKind, _ value: Int) { values[attribute.slot] = value }

  func value(_ slot: Int) -> Int { values[slot] }
}

/// How something ended; in the order of the vocabulary.
enum Outcome: Int {
  case succeeded
  case failed
  case refused
  case noAnswer
}

/// Why something ended; in the order of the vocabulary.
enum DisconnectReason: Int {
  case finished
  case idle
  case timeOut
  case dropped
  case stopped
}

/// Where a message goes; in the order of the vocabulary.
enum Direction: Int {
  case inbound
  case outbound
  case transit
}

/// How somebody proves who they are; in the order of the vocabulary.
enum Mechanism: Int {
  case basic
  case ntlm
}

/// By what somebody logs on; in the order of the vocabulary.
enum LogonProtocol: Int {
  case mapi
  case pop3
}

/// What defects have done to whoever asked.
struct Response {
  private var withheld: UInt16 = 0
  /// The item stays where it is and is not to be moved on.
  var keepsItem = false
  /// It stops its process at each start.
  var isPoison = false

  /// Whether what should have been given back is kept.
  func withholds(_ resource: ResourceKind) -> Bool {
    withheld >> UInt16(Resources.number(resource)) & 1 != 0
  }

  mutating func withhold(_ resource: Int) { withheld |= 1 << UInt16(min(resource, 15)) }
}
