import Kernel
import Plan
import Record

extension SiteWorld {
  /// How it goes.
  var progress: SiteRun.Progress {
    var sent: UInt64 = 0
    var done: UInt64 = 0
    var delivered: UInt64 = 0
    for flow in 0..<flows.reports {
      let state = flows.states[flow]
      sent += state.sent
      delivered += state.delivered
      done += state.delivered + state.returnedSum + state.lost
    }
    let growing = probes.takings.indices.compactMap { line -> String? in
      let amount = held(line)
      guard amount > 0 else { return nil }
      let taking = probes.takings[line]
      let site = plan.sites[taking.site]
      return "\(plan.defects[site.defect].id) on \(plan.hosts[site.host.index].name): \(amount)"
        + " \(resourceName(taking.resource))"
    }
    return SiteRun.Progress(
      waiting: sent - done,
      sent: sent,
      delivered: delivered,
      growing: growing
    )
  }

  /// What is to be seen on a host now.
  mutating func snapshot(of host: Int, at time: Instant) -> Snapshot {
    let range = Int(hosts[host].firstProcess)..<Int(hosts[host].lastProcess)
    let running = range.filter {
      processes[$0].state == .running || processes[$0].state == .hanging
    }
    let finder = ProbeFinder(plan: plan)
    let counters = CounterObject.all.flatMap { object in
      object.counters.flatMap { counter in
        finder.expand(
          CounterPath(
            host: plan.hosts[host].name,
            object: object.name,
            instance: object.instances == .none ? nil : "*",
            counter: counter.name
          )
        )
      }
    }
    return Snapshot(
      time: time,
      host: plan.hosts[host].name,
      processes: running.map { process in
        func held(_ resource: Ledger.Resource) -> Int64 {
          Int64(ledger.amount(at: .process(resource, Ledger.Process(process))))
        }
        return Snapshot.ProcessRow(
          id: 20 + 7 * (process - range.lowerBound) + Int(processes[process].starts) - 1,
          image: plan.processes[process].image,
          handles: held(Resources.handles),
          threads: held(Resources.threads),
          privateBytes: held(Resources.privateBytes),
          since: Instant(ticks: processes[process].since)
        )
      },
      connections: connections(of: host),
      queues: queueRecords(host: host),
      counters: counters.filter { !$0.probe.isRate }.map { path, probe in
        var probe = probe
        probe.distortion = probes.distorted["\(path)".lowercased()] ?? 0
        return Snapshot.CounterRow(
          name: path.onAnyHost.description,
          value: reading(of: probe, 0).map(Double.init)
        )
      },
      log: logRecord(host: host).entries
    )
  }

  /// The TCP connections of a host's Internet Mail Service and of its POP3 clients.
  private func connections(of host: Int) -> [Snapshot.ConnectionRow] {
    let name = plan.hosts[host].name
    var rows: [Snapshot.ConnectionRow] = []
    for server in 0..<servers.count where Int(servers[server].host) == host {
      var link = services[server].firstSession
      while link != 0 {
        let session = Int(link) - 1
        let record = sessions.sessions[session]
        link = record.next
        guard record.isConnected || record.isLeaked else { continue }
        let other =
          record.host != 0
          ? plan.mailHosts[Int(record.host) - 1].name
          : record.peer != 0 ? plan.hosts[Int(servers[Int(record.peer) - 1].host)].name : "?"
        rows.append(
          Snapshot.ConnectionRow(
            local: record.isInbound ? "\(name):25" : "\(name):\(1_025 + session % 3_975)",
            foreign: record.isInbound ? "\(other):\(1_025 + session % 3_975)" : "\(other):25",
            state: "ESTABLISHED",
            since: Instant(ticks: record.since),
            isLeaked: record.isLeaked
          )
        )
      }
      for session in 0..<logons.bound {
        let record = logons.sessions[session]
        guard record.phase != .idle, record.phase != .waiting, record.phase != .connecting,
          Int(logons.populations[Int(record.population)].server) == server
        else { continue }
        rows.append(
          Snapshot.ConnectionRow(
            local: "\(name):110",
            foreign: "\(plan.populations[Int(record.population)].name):\(1_025 + session % 3_975)",
            state: "ESTABLISHED",
            since: Instant(ticks: record.since),
            isLeaked: false
          )
        )
      }
    }
    return rows.sorted { ($0.since.ticks, $0.local) < ($1.since.ticks, $1.local) }
  }

  /// What has been traced, in words; empties the trace.
  mutating func takeTrace() -> [TraceStep] {
    let steps = (0..<trace.count).map { step(trace.lines[$0]) }
    trace.count = 0
    return steps
  }

  private func step(_ line: TraceRing.Line) -> TraceStep {
    let flow = Int(line.identity >> 40)
    let message =
      "\(plan.flows[flow].name)/\(line.identity & 0xffff_ffff)" + (line.isReport ? " (report)" : "")
    func point(_ raw: Int) -> String {
      let point = MailPoint(raw: UInt32(raw))
      switch point.kind {
      case .postOffice: return plan.postOffices[point.index].name
      case .server: return plan.hosts[Int(servers[point.index].host)].name
      case .domain: return plan.domains[point.index].name
      }
    }
    func server(_ number: Int) -> String { plan.hosts[Int(servers[number].host)].name }
    func serverName(_ raw: Int) -> String? {
      let point = MailPoint(raw: UInt32(raw))
      return point.kind == .server ? server(point.index) : nil
    }
    var host: String?
    let (place, what): (String, String)
    switch line.point {
    case .written:
      host = serverName(line.detail)
      (place, what) = (point(line.detail), "is written")
    case .accepted:
      host = server(line.detail)
      (place, what) = ("MTA or Internet Mail Service of \(server(line.detail))", "is taken over")
    case .converted:
      host = server(line.detail)
      (place, what) = ("Connector Interchange of \(server(line.detail))", "is converted")
    case .queued: (place, what) = ("queue", "waits for its next hop")
    case .moved:
      (place, what) = ("\(plan.postOffices[line.detail].name) ▸ INQUEUE3", "arrives")
    case .delayed:
      (place, what) = (
        "Internet Mail Service", "waits for \(Interval.seconds(UInt64(line.detail)))"
      )
    case .delivered:
      host = serverName(line.detail)
      (place, what) = (point(line.detail), "is delivered")
    case .returned:
      (place, what) = ("", "comes back: \(ReturnReason.allCases[line.detail].text)")
    case .removed: (place, what) = ("", "is removed by an operator")
    }
    return TraceStep(
      time: Instant(ticks: line.time),
      message: message,
      host: host,
      place: place,
      what: what
    )
  }

  /// What contradicts itself in the books; nothing where all is sound.
  func audit() -> String? {
    if let contradiction = ledger.audit() { return "ledger: \(contradiction)" }
    let waiting = waitingByFlow()
    for flow in 0..<flows.states.count {
      let state = flows.states[flow]
      let sum = state.delivered + state.returnedSum + state.lost + waiting[flow]
      if sum != state.sent {
        return "flow \(flow): \(state.sent) sent, \(state.delivered) delivered,"
          + " \(state.returnedSum) returned, \(state.lost) lost, \(waiting[flow]) waiting"
      }
    }
    var counted = 0
    for place in 0..<mail.placeBound {
      let record = mail.places[place]
      counted += record.held
      var length: UInt32 = 0
      var link = record.head
      while link != 0 {
        if Int(mail.copies[Int(link) - 1].place) != place { return "a copy is at another place" }
        length += 1
        link = mail.copies[Int(link) - 1].next
      }
      if length != record.count {
        return
          "place \(place) of kind \(record.kind): \(length) in its list, counted \(record.count)"
      }
    }
    // Copies in hand of sessions and movers are in the lists of those in hand.
    if counted != mail.liveCopies { return "\(mail.liveCopies) copies, \(counted) at places" }
    return nil
  }
}
