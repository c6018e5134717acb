import Kernel

/// What can happen in the site, and so stand in the queue of events.
enum Happening: UInt64, CaseIterable {
  /// A flow's next message is written. Index: the flow.
  case mailWritten
  /// A worker of a place is done with a message. Index: the copy.
  case served
  /// A message that had to wait is due, or too old. Index: the copy.
  case copyDue
  /// The time of a message in a domain's line may be over. Index: the place.
  case placeDue
  /// A session of the Internet Mail Service goes on. Index: the session.
  case sessionStep
  /// An association of a transfer agent opens, ends or is tried again. Index: the place.
  case linkStep
  /// A mover begins a cycle. Index: the mover.
  case moverCycle
  /// A mover is done with one message. Index: the mover.
  case moverStep
  /// Somebody of a population looks for mail. Index: the population.
  case logonDue
  /// A POP3 session goes on. Index: the session.
  case logonStep
  /// An administrator runs a tool. Index: the administration.
  case toolDue
  /// A tool goes on. Index: the tool's run.
  case toolStep
  /// An activity happens. Index: the activity.
  case activityDue
  /// A process has started. Index: the process.
  case processStarted
  /// A host has started. Index: the host.
  case hostStarted
  /// A scripted action is due. Index: the action.
  case scriptDue
  /// A fault ends. Index: the fault.
  case faultOver
  /// Something that a defect does with time. Index: the effect.
  case effectDue
  /// Counters are read.
  case sample

  /// What reports call it.
  var name: String {
    switch self {
    case .mailWritten: "message written"
    case .served: "message processed"
    case .copyDue: "message due"
    case .placeDue: "message's time over"
    case .sessionStep: "SMTP step"
    case .linkStep: "association step"
    case .moverCycle: "mover cycle"
    case .moverStep: "message moved"
    case .logonDue: "POP3 check"
    case .logonStep: "POP3 step"
    case .toolDue: "tool run"
    case .toolStep: "tool step"
    case .activityDue: "activity"
    case .processStarted: "process started"
    case .hostStarted: "host started"
    case .scriptDue: "scripted action"
    case .faultOver: "fault over"
    case .effectDue: "defect over time"
    case .sample: "sample"
    }
  }
}

/// An event as the queue carries it: what happens, to what, and a stamp that tells stale ones.
///
/// Whoever no longer wants an event changes the stamp of what it is about.
struct Payload {
  let word: UInt64

  init(word: UInt64) { self.word = word }

  @inline(__always)
  init(_ happening: Happening, _ index: Int, stamp: UInt32 = 0) {
    word = happening.rawValue << 57 | UInt64(stamp & Self.stampMask) << 32 | UInt64(UInt32(index))
  }

  static let stampMask: UInt32 = 0xff_ffff

  @inline(__always) var happening: Happening { Happening(rawValue: word >> 57)! }
  @inline(__always) var index: Int { Int(UInt32(truncatingIfNeeded: word)) }
  @inline(__always) var stamp: UInt32 { UInt32(truncatingIfNeeded: word >> 32) & Self.stampMask }
}
