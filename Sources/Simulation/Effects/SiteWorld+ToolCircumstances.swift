import Kernel
import Plan

extension SiteWorld {
  /// A tool does something.
  mutating func occur(
    _ event: EventKind,
    in process: Int,
    tool run: Int,
    service: Int? = nil,
    _ queue: inout BoundedQueue
  ) throws(Halt) -> Response {
    guard process >= 0 else { return Response() }
    let range = watches(event.slot, process)
    guard !range.isEmpty else { return Response() }
    let state = tools.states[Int(tools.runs[run].administration)]
    var circumstances = Circumstances(.tool, Int(state.tool))
    circumstances.set(.caller, state.isRemote ? 0 : 1)
    if let service {
      circumstances.set(.service, service)
      circumstances.key = Keys.registry + service
    }
    return try respond(range, in: process, circumstances, &queue)
  }

  /// An activity of the user's own.
  mutating func occur(
    _ event: EventKind,
    in process: Int,
    activity: Int,
    traits: UInt64,
    _ queue: inout BoundedQueue
  ) throws(Halt) -> Response {
    let range = watches(event.slot, process)
    guard !range.isEmpty else { return Response() }
    var circumstances = Circumstances(.caller, 1)
    circumstances.traits = traits
    // Traits of reports, which have none, stand between those of flows and of activities.
    circumstances.firstTrait = (flows.reports + 1 + activity) * 8
    return try respond(range, in: process, circumstances, &queue)
  }
}
