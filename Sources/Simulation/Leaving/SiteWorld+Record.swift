import Kernel
import Plan
import Record

extension SiteWorld {
  /// What the run leaves as of now.
  func record(
    _ ending: RunRecord.Ending,
    at end: Instant,
    events: UInt64,
    fingerprint: Fingerprint
  ) -> RunRecord {
    RunRecord(
      title: plan.title,
      seed: seed,
      replication: replication,
      start: plan.run.start,
      duration: plan.run.duration,
      warmUp: plan.run.warmUp,
      ending: ending,
      end: end,
      eventCount: events,
      fingerprint: fingerprint.bits,
      eventCounts: Happening.allCases.map {
        NamedCount($0.name, happened[Int($0.rawValue)])
      },
      flows: flowRecords(at: end),
      queues: queueRecords(),
      hosts: hostRecords(),
      processes: plan.processes.indices.map { processRecord($0) },
      log: logRecord(host: nil),
      defects: plan.sites.indices.map { defectRecord($0) },
      series: seriesRecord()
    )
  }

  private func flowRecords(at end: Instant) -> [FlowRecord] {
    let waiting = waitingByFlow()
    return (0..<flows.states.count).compactMap { number in
      let state = flows.states[number]
      let isReports = number == flows.reports
      if isReports, state.messages == 0 { return nil }
      let reasons = ReturnReason.allCases.compactMap { reason -> NamedCount? in
        let count = flows.returned[number * ReturnReason.allCases.count + reason.rawValue]
        return count == 0 ? nil : NamedCount(reason.text, count)
      }
      let promises = (Int(state.firstPromise)..<Int(state.lastPromise)).map { promise in
        let limit = flows.promises[promise].limit
        return FlowRecord.Within(
          limit: Interval(ticks: limit),
          delivered: flows.promises[promise].delivered,
          due: state.sent - youngWaiting(number, limit, end.ticks)
        )
      }
      return FlowRecord(
        name: isReports ? "(non-delivery reports)" : plan.flows[number].name,
        messages: state.messages,
        sent: state.sent,
        delivered: state.delivered,
        returned: reasons.sorted { ($1.count, $0.name) < ($0.count, $1.name) },
        lost: state.lost,
        waiting: waiting[number],
        latency: number == flows.reports || number < Int(plan.flows.count)
          ? latency(Int(state.histogram)) : nil,
        withinCounts: promises
      )
    }
  }

  /// Recipients of a flow whose mail is on its way and not yet late.
  private func youngWaiting(_ flow: Int, _ limit: UInt64, _ end: UInt64) -> UInt64 {
    var sum: UInt64 = 0
    for copy in 0..<mail.copyBound where mail.copies[copy].has(.used) {
      guard statisticsFlow(of: copy) == flow, end - mail.copies[copy].written <= limit else {
        continue
      }
      sum += UInt64(mail.copies[copy].recipients)
    }
    return sum
  }

  /// Recipients whose mail is on its way, by flow, counted one by one.
  func waitingByFlow() -> [UInt64] {
    var waiting = Array(repeating: UInt64(0), count: flows.states.count)
    for copy in 0..<mail.copyBound where mail.copies[copy].has(.used) {
      waiting[statisticsFlow(of: copy)] += UInt64(mail.copies[copy].recipients)
    }
    return waiting
  }

  private func latency(_ histogram: Int) -> FlowRecord.Latency? {
    let totals = flows.latencies.totals(of: histogram)
    guard let mean = totals.mean, let longest = totals.maximum else { return nil }
    func value(_ millionths: UInt32) -> UInt64 {
      flows.latencies.value(at: Quantile(millionths: millionths), of: histogram) ?? 0
    }
    return FlowRecord.Latency(
      count: totals.count,
      mean: mean,
      p50: value(500_000),
      p95: value(950_000),
      p99: value(990_000),
      longest: longest
    )
  }

  /// Where mail waits, by place and destination, in the order of places.
  func queueRecords(host: Int? = nil) -> [QueueRecord] {
    var order: [String] = []
    var sums: [String: (count: UInt64, bytes: UInt64, oldest: UInt64)] = [:]
    for copy in 0..<mail.copyBound where mail.copies[copy].has(.used) {
      let place = Int(mail.copies[copy].place)
      if let host, self.host(ofPlace: place) != host { continue }
      let name = queueName(place, copy)
      if sums[name] == nil { order.append(name) }
      var sum = sums[name] ?? (0, 0, .max)
      sum.count += 1
      sum.bytes += UInt64(mail.copies[copy].size)
      sum.oldest = min(sum.oldest, mail.copies[copy].since)
      sums[name] = sum
    }
    return order.sorted().map { name in
      let sum = sums[name]!
      return QueueRecord(
        name: name,
        count: sum.count,
        bytes: sum.bytes,
        oldest: Instant(ticks: sum.oldest)
      )
    }
  }

  /// The host on which a place is; nothing for the Internet and shares that are not modelled.
  private func host(ofPlace place: Int) -> Int? {
    let record = mail.places[place]
    let owner = Int(record.owner)
    switch record.kind {
    case .inQueue, .mailbag:
      return plan.postOffices[owner].disk.map { plan.disks[$0.index].host.index }
    case .foreign: return nil
    default: return place == 0 ? nil : Int(servers[owner].host)
    }
  }

  func queueName(_ place: Int, _ copy: Int) -> String {
    let record = mail.places[place]
    let owner = Int(record.owner)
    func server(_ number: Int) -> String { plan.hosts[Int(servers[number].host)].name }
    switch record.kind {
    case .store: return "\(server(owner)) ▸ Information Store"
    case .agent: return "\(server(owner)) ▸ MTA ▸ work queue"
    case .link: return "\(server(owner)) ▸ MTA ▸ \(server(Int(record.key)))"
    case .inQueue: return "\(plan.postOffices[owner].name) ▸ INQUEUE3"
    case .mailbag:
      return
        "\(plan.postOffices[owner].name) ▸ mailbag for \(plan.postOffices[Int(record.key)].name)"
    case .interchangeOut: return "\(server(owner)) ▸ MTA ▸ Microsoft Mail Connector"
    case .conversionOut: return "\(server(owner)) ▸ Internet Mail Service ▸ MTS-OUT"
    case .conversionIn: return "\(server(owner)) ▸ Internet Mail Service ▸ IN"
    case .deliveryIn: return "\(server(owner)) ▸ Internet Mail Service ▸ MTS-IN"
    case .domain: return "\(server(owner)) ▸ Internet Mail Service ▸ \(domainName(Int(record.key)))"
    case .waiting:
      let key = Int(mail.copies[copy].due)
      return "\(server(owner)) ▸ Internet Mail Service ▸ \(domainName(key))"
    case .foreign: return "the Internet ▸ \(plan.domains[owner].name)"
    }
  }

  func domainName(_ key: Int) -> String {
    let (kind, index) = DomainKey.parts(key)
    return switch kind {
    case 0: plan.domains[index].name
    case 1: plan.mailHosts[index].name
    default: plan.hosts[Int(servers[index].host)].name
    }
  }

  private func hostRecords() -> [HostRecord] {
    plan.hosts.enumerated().map { number, host in
      HostRecord(
        name: host.name,
        system: host.system.description,
        symptoms: (0..<symptoms.count).compactMap { index in
          let entry = symptoms.entries[index]
          guard Int(entry.host) == number else { return nil }
          let process = Int(entry.process) - 1
          return SymptomRecord(
            symptom: Symptom.allCases[Int(entry.symptom)],
            resource: resourceName(Int(entry.resource)),
            process: process >= 0 && process < plan.processes.count
              ? plan.processes[process].image : nil,
            first: Instant(ticks: entry.first),
            last: entry.last == .max ? nil : Instant(ticks: entry.last)
          )
        },
        reboots: (0..<reboots.count).compactMap { index in
          Int(reboots.entries[index].host) == number
            ? Instant(ticks: reboots.entries[index].time) : nil
        }
      )
    }
  }

  func resourceName(_ number: Int) -> String {
    number < ResourceKind.allCases.count
      ? ResourceKind.allCases[number].rawValue : "pool \(number - ResourceKind.allCases.count + 1)"
  }

  private func processRecord(_ process: Int) -> ProcessRecord {
    let state = processes[process]
    let process = plan.processes[process]
    let stops = (0..<min(Int(state.stops), 8)).map { number in
      let stop = state.history[number]
      let site = Int(stop.site) - 1
      return ProcessRecord.Stop(
        time: Instant(ticks: stop.time),
        reason: ProcessRecord.Reason.allCases[Int(stop.reason)],
        defect: site < 0 ? nil : plan.defects[plan.sites[site].defect].id,
        restarted: stop.restarted == .max ? nil : Instant(ticks: stop.restarted)
      )
    }
    let word: ProcessRecord.State =
      switch state.state {
      case .running: .running
      case .starting: .starting
      case .stopped: .stopped
      case .hanging: .hanging
      }
    return ProcessRecord(
      host: plan.hosts[process.host.index].name,
      image: process.image,
      service: process.service,
      version: process.version,
      state: word,
      starts: UInt64(state.starts),
      stops: stops,
      stopCount: UInt64(state.stops)
    )
  }

  /// The event logs, of one host or of all.
  func logRecord(host: Int?) -> LogRecord {
    var entries: [LogRecord.Entry] = []
    let count = min(log.written, log.lines.count)
    for number in log.written - count..<log.written {
      let line = log.lines[number % log.lines.count]
      if let host, Int(line.host) != host { continue }
      let kind = log.kinds[Int(line.kind)]
      entries.append(
        LogRecord.Entry(
          time: Instant(ticks: line.time),
          host: plan.hosts[Int(line.host)].name,
          source: kind.source,
          id: kind.id,
          text: text(of: Int(line.kind), line.subject)
        )
      )
    }
    var totals: [LogRecord.Total] = []
    for (number, hostPlan) in plan.hosts.enumerated() where host == nil || host == number {
      for (kind, name) in log.kinds.enumerated() {
        let total = log.totals[kind * plan.hosts.count + number]
        guard total.count > 0 else { continue }
        totals.append(
          LogRecord.Total(
            host: hostPlan.name,
            source: name.source,
            id: name.id,
            count: total.count,
            first: Instant(ticks: total.first),
            last: Instant(ticks: total.last)
          )
        )
      }
    }
    return LogRecord(entries: entries, totals: totals)
  }

  private func text(of kind: Int, _ subject: Int) -> String {
    guard kind < LoggedEvent.allCases.count else { return "" }
    let event = LoggedEvent.allCases[kind]
    var what = ""
    switch event {
    case .drWatson, .serviceTerminated:
      what =
        event == .drWatson
        ? plan.processes[subject].image
        : plan.processes[subject].service ?? plan.processes[subject].image
    case .noControlBlocks, .associationFailed:
      let other = Int(mail.places[subject].key)
      what = other < plan.servers.count ? plan.hosts[Int(servers[other].host)].name : "a neighbour"
    case .mailbagFull:
      let other = Int(mail.places[subject].key)
      what = other < plan.postOffices.count ? plan.postOffices[other].name : "a post office"
    default: what = "the mail host"
    }
    return event.text.split(separator: "%", omittingEmptySubsequences: false).joined(
      separator: what
    )
  }
}
