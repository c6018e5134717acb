import Kernel
import Plan
import Schema

extension SiteDraft {
  /// The most copies of messages that can wait at once.
  ///
  /// In a site where everything runs: all that arrive in the longest legal stay, each for each of its
  /// recipients. Where something can be held up (a defect stops or hangs it, a script does), nobody
  /// counts retries or looks at times of expiry meanwhile: then all that arrives while it is, or what
  /// there is room for where that is less. Beyond that, how many more there are if post offices have a
  /// backlog too.
  func copyLimit(
    _ defects: [Defect],
    _ sites: [DefectSite],
    on hostPlans: [HostPlan]
  ) -> (least: Int, further: Int) {
    let duration = document.run.value.duration.value
    let hold = min(longestHold(defects, sites, hostPlans), duration)
    let days = Interval.days((duration.ticks + Interval.days(1).ticks - 1) / Interval.days(1).ticks)
    var sound: Int128 = 0
    var held: Int128 = 0
    for flow in flows {
      let stay = min(longestStay(flow), duration)
      func arrivals(_ time: Interval) -> Int128 {
        Int128(flow.perDayMillionths) * Int128(time.ticks) / Int128(Interval.days(1).ticks)
          / 1_000_000
      }
      // Arrivals scatter, and office hours press a day's mail into a third of it: three times the mean.
      let legal = (3 * arrivals(stay) + 64) * Int128(flow.recipients)
      // No day has more than a whole day's mail, and the sum of many scatters little.
      let most = (arrivals(days) * 9 / 8 + 64) * Int128(flow.recipients)
      let longer = (3 * arrivals(stay + hold) + 64) * Int128(flow.recipients)
      sound += legal
      held += max(legal, min(longer, most))
    }
    let least = Int(min(held, sound + room, Int128(Int.max / 1_024)))
    return (least, max(Int(min(sound, Int128(Int.max / 1_024))) + backlog - least, 0))
  }

  /// How many copies may pile up at post offices beyond that, where those who move mail are slower than it
  /// comes, or nobody moves it: nothing looks at its age there.
  ///
  /// All that is written there and for there, if there is room for it.
  private var backlog: Int {
    let duration = document.run.value.duration.value
    let whole: Int128 = 1_000_000_000
    func offices(_ shares: [FlowPlan.Share]) -> Int128 {
      shares.reduce(0) { sum, share in
        if case .postOffice = share.end { sum + Int128(share.billionths) } else { sum }
      }
    }
    let written = flows.reduce(0 as Int128) { sum, flow in
      let share = min(offices(flow.sources) + offices(flow.targets), whole)
      let daily = Int128(flow.perDayMillionths) * Int128(flow.recipients) * share / whole
      return sum + daily * Int128(duration.ticks) / Int128(Interval.days(1).ticks) / 1_000_000
    }
    return Int(min(written * 9 / 8, room, Int128(Int.max / 1_024)))
  }

  /// How many copies fit into memory that is spare: half of it, and an eighth of all at most.
  func spareCopies(_ spareBytes: Int) -> Int {
    let million = 1 << 20
    // Each comes with two events.
    let each = Capacities.copyBytes + BoundedQueue.bytes(capacity: 2 * million, timers: 0) / million
    return max(min(spareBytes / 2, document.run.value.memory.value / 8), 0) / each
  }

  /// How many messages fit where they can wait: on disks, and in the mailbags and INQUEUE3 of post
  /// offices that lie on none.
  private var room: Int128 {
    // Sizes scatter upwards: so many of them take more than so many times the median.
    let least = Int128(max(flows.map(\.sizeBytes.median).min() ?? 1, 1))
    let disks = disks.reduce(0 as Int128) { $0 + Int128(max($1.freeBytes, 0)) / least }
    let queues = postOffices.reduce(0 as Int128) { sum, office in
      guard office.disk == nil else { return sum }
      return sum + 2 + Int128(min(office.routes.named.count, postOffices.count))
    }
    return disks + queues * Int128(WorldLimits.mailbagRecords)
  }

  /// For how long something that mail passes may do nothing: until the end where a defect or somebody
  /// brings that about, or else as long as the longest fault.
  private func longestHold(
    _ defects: [Defect],
    _ sites: [DefectSite],
    _ hostPlans: [HostPlan]
  ) -> Interval {
    let steps = script.flatMap(\.steps)
    // By host: walking all steps for each site would take time by the square.
    var installs: [Int: [[FactValue]]] = [:]
    for case .install(let host, _, let values) in steps {
      installs[host.index, default: []].append(values)
    }
    let isHeldByDefect = sites.contains { site in
      let defect = defects[site.defect]
      return defect.effects.contains { ![.distort, .log].contains($0.mechanism.kind) }
        && (site.verdict.isOpen
          || opens(defect.gate, hostPlans[site.host.index], installs[site.host.index] ?? []))
    }
    let end = document.run.value.duration.value
    if isHeldByDefect { return end }
    return steps.reduce(.zero) { longest, step in
      switch step {
      case .stop: end
      case .fail(let fault):
        switch fault.target {
        case .process, .host, .postOffice, .disk: max(longest, fault.lasting ?? end)
        case .mailHost, .connector: longest
        }
      default: longest
      }
    }
  }

  /// Whether something that is installed during the run, alone or with what comes before it, opens a
  /// gate that is shut at the start.
  private func opens(
    _ gate: Gate,
    _ host: HostPlan,
    _ installs: [[FactValue]]
  ) -> Bool {
    // By fact: looking through all that came before for each would take time by the square.
    var before: [Fact: Int64] = [:]
    for values in installs {
      let alone = Dictionary(values.map { ($0.fact, $0.value) }) { $1 }
      before.merge(alone) { $1 }
      for facts in [alone, before]
      where gate.verdict({ facts[$0] ?? host.value(of: $0) }).isOpen {
        return true
      }
    }
    return false
  }

  /// How long a message of a flow may wait anywhere before it is returned.
  func longestStay(_ flow: FlowPlan) -> Interval {
    func of(_ expiry: Expiry) -> Interval {
      switch flow.priority {
      case .urgent: expiry.urgent
      case .normal: expiry.normal
      case .nonUrgent: expiry.nonUrgent
      }
    }
    var longest = Interval.hours(1)
    for mover in movers {
      let retries = mover.cycle * UInt64(mover.retries + 1)
      longest = max(longest, retries)
    }
    for server in servers {
      longest = max(longest, of(server.transferAgent.expiry))
      if let service = server.internetMail { longest = max(longest, of(service.expiry)) }
    }
    return longest
  }
}
