import Command
import Kernel
import Record
import Simulation

/// Drives a run that is looked at and not judged, in pieces so short that a wish to end is heard at once.
struct SiteDriver {
  /// How driving ended.
  enum End {
    /// The time that was asked for was reached, or nothing is left to happen.
    case reached
    /// Somebody wants it to end, or `look` did.
    case stopped
    /// A capacity of ours was reached.
    case halted(Halt)
  }

  /// So many events are a few milliseconds, and a fraction of a second in a debug build.
  static let eventsEach = 20_000

  /// Drives `run` until `horizon`.
  ///
  /// - Parameter look: called between two pieces; where it answers with false, the run is left as it is.
  static func drive(
    _ run: inout SiteRun,
    until horizon: Instant,
    look: (inout SiteRun) -> Bool = { _ in true }
  ) -> End {
    // Raised by nobody: what interrupts is looked at between the pieces.
    let request = StopRequest()
    while true {
      let pause = run.advance(until: horizon, events: eventsEach, unless: request)
      let goesOn = look(&run)
      switch pause {
      case .horizon, .idle: return .reached
      case .halted(let halt): return .halted(halt)
      case .budget, .asked, .stopped:
        if !goesOn || Interruption.exitCode != nil { return .stopped }
      }
    }
  }
}
