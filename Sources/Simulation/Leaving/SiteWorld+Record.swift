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
    let kept = keptSeries()
    return RunRecord(
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
      eventCounts: eventCounts,
      flows: flowRecords(at: end),
      queues: queueRecords(),
      hosts: hostRecords(),
      processes: plan.processes.indices.map { processRecord($0) },
      log: logRecord(host: nil),
      defects: plan.sites.indices.map { defectRecord($0, kept) },
      series: seriesRecord(kept)
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
      let promises = (Int(state.firstPromise)..<Int(state.lastPromise)).map {
        (
          promise: flows.promises[$0],
          due: flows.promises[$0].sent - youngWaiting(number, flows.promises[$0], end.ticks)
        )
      }
      return FlowRecord(
        name: isReports ? "(reports)" : plan.flows[number].name,
        messages: state.messages,
        sent: state.sent,
        delivered: state.delivered,
        returned: reasons.sorted { ($1.count, $0.name) < ($0.count, $1.name) },
        lost: state.lost,
        waiting: waiting[number],
        latency: number == flows.reports || number < Int(plan.flows.count)
          ? latency(Int(state.histogram)) : nil,
        withinCounts: promises.filter { !$0.promise.isPart }.map { promise, due in
          FlowRecord.Within(
            limit: Interval(ticks: promise.limit),
            delivered: promise.delivered,
            due: due
          )
        },
        parts: promises.filter(\.promise.isPart).map { promise, due in
          FlowRecord.Part(
            from: Instant(ticks: promise.from),
            until: Instant(ticks: promise.until),
            limit: promise.limit == .max ? nil : Interval(ticks: promise.limit),
            delivered: promise.delivered,
            due: due
          )
        }
      )
    }
  }

  /// Recipients of a flow whose mail is on its way and not yet late.
  private func youngWaiting(
    _ flow: Int,
    _ promise: FlowTable.Promise,
    _ end: UInt64
  ) -> UInt64 {
    if promise.limit == .max { return 0 }
    var sum: UInt64 = 0
    for copy in 0..<mail.copyBound where mail.copies[copy].has(.used) {
      let written = mail.copies[copy].written
      guard statisticsFlow(of: copy) == flow, promise.covers(written),
        end - written <= promise.limit
      else { continue }
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

  /// How many events of each kind have happened, in the order of the kinds.
  var eventCounts: [NamedCount] {
    Happening.allCases.map { NamedCount($0.name, happened[Int($0.rawValue)]) }
  }
}
