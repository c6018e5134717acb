import Kernel
import Plan
import Record
import Simulation

/// Random senders of the Internet and the service that they send to, run by the simulation and by its
/// twin.
struct InboundScene {
  let text: String
  let twin: InboundTwin
  /// What differs; nil where nothing does.
  let problem: String?

  init(seed: UInt64) {
    let site = InboundSite(seed: seed)
    text = site.text
    let trace = OutboundScene.Trace(site.text)
    let written = trace.steps.filter {
      $0.what == "is written" && InboundSite.sender(of: $0.message) != nil
    }
    let stops = trace.record.processes.first { $0.service == "MSExchangeIMC" }!.stops
    var twin = InboundTwin(
      site.setting,
      arrivals: written.map {
        (InboundSite.sender(of: $0.message)!, OutboundScene.Trace.ticks($0.time))
      },
      pauses: stops.map {
        (OutboundScene.Trace.ticks($0.time), $0.restarted.map(OutboundScene.Trace.ticks))
      }
    )
    twin.run()
    self.twin = twin
    problem =
      Self.difference(twin, written.map(\.message), trace.steps)
      ?? Self.miscount(twin, trace.last)
  }

  /// The first thing that the two tell differently.
  private static func difference(
    _ twin: InboundTwin,
    _ names: [String],
    _ steps: [TraceStep]
  ) -> String? {
    var taken: [String: Int] = [:]
    var returned: [String: Int] = [:]
    for step in steps {
      let time = OutboundScene.Trace.ticks(step.time)
      if step.what == "is taken over", taken[step.message] == nil { taken[step.message] = time }
      if step.what.hasPrefix("comes back") { returned[step.message] = time }
    }
    var first: (time: Int, text: String)?
    for (name, message) in zip(names, twin.messages) {
      let pairs = [
        ("taken", message.taken, taken[name]), ("back", message.returned, returned[name]),
      ]
      for (what, mine, theirs) in pairs where mine != theirs {
        let time = min(mine ?? .max, theirs ?? .max)
        guard time < first?.time ?? .max else { continue }
        func words(_ time: Int?) -> String { time.map { "\(what) at \($0)" } ?? "not \(what)" }
        first = (
          time,
          "\(name), written at \(message.written): the twin says \(words(mine)), the site"
            + " \(words(theirs)); stops \(twin.pauses); \(twin.setting)"
        )
      }
    }
    return first?.text
  }

  /// What the counters say otherwise, where the service runs and so has counters.
  private static func miscount(_ twin: InboundTwin, _ snapshot: Snapshot) -> String? {
    let mine = [
      ("Connections Total Inbound", twin.accepted),
      ("Connections Total Rejected", twin.rejected),
      ("Connections Inbound", twin.sessions.count(where: \.isAccepted)),
    ]
    for (name, count) in mine {
      let row = snapshot.counters.first { $0.name == #"MSExchangeIMC\"# + name }
      let theirs = row?.value.map { Int($0) }
      if theirs != (twin.isDown ? nil : count) {
        return "\(name): the twin counts \(count), the site \(theirs.map(String.init) ?? "nothing")"
      }
    }
    return nil
  }
}
