import Kernel
import Plan

/// Tools that administrators run again and again, and the user's own activities.
struct ToolTable: ~Copyable {
  var runs: Slab<ToolRun>
  var states: Slab<Administration>
  let targets: Slab<UInt32>
  /// The services of each host that have counters, by their numbers among names.
  let services: Slab<UInt32>
  let serviceStarts: Slab<UInt32>

  struct Administration: BitwiseCopyable {
    var tool: UInt32 = 0
    var isRemote = true
    var firstTarget: UInt32 = 0
    var lastTarget: UInt32 = 0
    var every: UInt64 = 0
    var hours: UInt32 = 0
    var readsKeys = true
    var readsCounters = false
  }

  /// A tool at work on one host: each administration has one for each of its hosts.
  struct ToolRun: BitwiseCopyable {
    var phase = Phase.idle
    var administration: UInt32 = 0
    var host: UInt32 = 0
    var stamp: UInt32 = 0
    var service: UInt32 = 0
    var connection: Lease = .ended
    var memory: Lease = .ended
    var key: Lease = .ended
    var open: Lease = .ended
  }

  enum Phase: UInt8 {
    case idle
    case connecting
    case opening
    case closing
    case disconnecting
  }

  /// What a tool reads of each service: its key in the registry, its counters, or both, as srvinfo does
  /// (Q192265, Q193090).
  private static func reads(_ tool: String) -> (keys: Bool, counters: Bool) {
    switch tool.lowercased() {
    case "perfmon", "netmon": (false, true)
    case "srvinfo": (true, true)
    default: (true, false)
    }
  }

  init(_ plan: SitePlan, _ names: borrowing NameNumbers) {
    var list: [Administration] = []
    var targets: [UInt32] = []
    var runs: [ToolRun] = []
    for (number, administration) in plan.administrations.enumerated() {
      var state = Administration()
      state.tool = UInt32(names.number(of: administration.tool))
      state.isRemote = administration.isRemote
      state.firstTarget = UInt32(targets.count)
      targets += administration.targets.map { UInt32($0.index) }
      state.lastTarget = UInt32(targets.count)
      state.every = administration.every.ticks
      state.hours = UInt32(administration.hours.index)
      let reads = Self.reads(administration.tool)
      state.readsKeys = reads.keys
      state.readsCounters = reads.counters
      list.append(state)
      for target in administration.targets {
        var run = ToolRun()
        run.administration = UInt32(number)
        run.host = UInt32(target.index)
        runs.append(run)
      }
    }
    states = Slab(list)
    self.targets = Slab(targets)
    self.runs = Slab(runs)
    var services: [UInt32] = []
    var starts: [UInt32] = [0]
    for host in plan.hosts {
      for process in host.processes {
        if let service = plan.processes[process.index].service {
          services.append(UInt32(names.number(of: service)))
        }
      }
      starts.append(UInt32(services.count))
    }
    self.services = Slab(services)
    serviceStarts = Slab(starts)
  }
}

/// Activities of the user's own.
struct ActivityTable: ~Copyable {
  var states: Slab<Activity>
  let profiles: ArrivalProfileTable

  struct Activity: BitwiseCopyable {
    var arrivals: Arrivals
    var stream: RandomStream
    var process: UInt32 = 0
    var traitCount: UInt8 = 0
    var traits = InlineArray<8, UInt64>(repeating: 0)
  }

  init(_ plan: SitePlan, seed: UInt64, replication: UInt64) {
    var list: [Activity] = []
    var volumes: [ArrivalProfileTable.Description] = []
    for activity in plan.activities {
      func stream(_ purpose: String) -> RandomStream {
        RandomStream(
          seed: seed,
          replication: replication,
          entity: StableName("activity", activity.name),
          purpose: StableName(purpose)
        )
      }
      var state = Activity(arrivals: Arrivals(stream("arrivals")), stream: stream("traits"))
      state.process = UInt32(activity.process.index)
      state.traitCount = UInt8(min(activity.traits.count, 8))
      for (trait, share) in activity.traits.prefix(8).enumerated() {
        state.traits[trait] = FlowTable.threshold(share.billionths)
      }
      list.append(state)
      volumes.append(plan.arrivals(activity.hours, perDay: Double(activity.perDayMillionths) / 1e6))
    }
    states = Slab(list)
    profiles = FlowTable.profiles(volumes)
  }
}
