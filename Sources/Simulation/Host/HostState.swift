import Kernel
import Plan

/// A host at the moment.
struct HostState: BitwiseCopyable {
  var power = Power.up
  var stamp: UInt32 = 0
  var since: UInt64 = 0
  /// How much longer everything takes, in thousandths.
  var slowness: UInt32 = 1_000
  /// Whether clients are told that the RPC server is too busy.
  var isBusy = false
  /// Whether the last caller was told so.
  var hasTurnedAway = false
  var firstProcess: UInt32 = 0
  var lastProcess: UInt32 = 0
  var reboots: UInt32 = 0
  /// The image that serves the registry to remote callers, as a process; 0 for none, or else one more.
  var registryServer: UInt32 = 0
  /// Where people log on at its keyboard, as a process; 0 for none, or else one more.
  var logonProcess: UInt32 = 0
  /// What holds and owns what only a restart frees, and what tools hold: processes of the ledger.
  var systemHolder: UInt32 = 0
  var toolHolder: UInt32 = 0
  /// The disk that outlasts restarts: a process of the ledger.
  var diskHolder: UInt32 = 0

  enum Power: UInt8 {
    case up
    case starting
    case off
    case hanging
  }
}

/// A disk at the moment; number 0 stands for none.
struct DiskState: BitwiseCopyable {
  var free: Int = .max
  /// Below what free space somebody must be told.
  var watermark: Int = -1
  var host: UInt32 = 0
}

/// A process at the moment.
struct ProcessState: BitwiseCopyable {
  var host: UInt32 = 0
  var state = State.stopped
  var role = Role.other
  var roleIndex: UInt32 = 0
  var stamp: UInt32 = 0
  /// Since when it is in its state.
  var since: UInt64 = 0
  /// When it will have started.
  var readyAt: UInt64 = 0
  var starts: UInt32 = 0
  var stops: UInt32 = 0
  /// What it has in temporary files because of defects.
  var fileBytes = 0
  /// How many items stop it at each start.
  var poisoned: UInt32 = 0
  /// Only the restart of its host ends it.
  var endsWithHost = false
  var startsWithHost = false
  var isStoppable = true
  var startDelay: UInt64 = 0
  /// Stops that are told, in order of time; what somebody asked for takes half of the room at most, so
  /// that it never hides what nobody asked for.
  var history = InlineArray<8, StopState>(repeating: StopState())
  /// How many are told.
  var toldStops: UInt8 = 0
  /// How many of these somebody asked for.
  var toldRequests: UInt8 = 0
  /// Whether the last stop is told.
  var isLastTold = false

  struct StopState: BitwiseCopyable {
    var time: UInt64 = 0
    var reason: UInt8 = 0
    /// One more than the site of the defect that caused it.
    var site: UInt32 = 0
    /// When it ran again; `max` where it did not.
    var restarted: UInt64 = .max
  }

  enum State: UInt8 {
    case stopped
    case starting
    case running
    case hanging
  }

  /// What a process does in the site.
  enum Role: UInt8 {
    case other
    case store
    case agent
    case interchange
    case internetMail
    case mover
  }
}
