import Kernel
import Plan
import Record

extension SiteWorld {
  /// What a counter shows now; nothing while its service is down.
  mutating func value(ofProbe number: Int) -> Double? {
    reading(of: probes.probes[number], number).map { Double($0) / Double(probes.divisors[number]) }
  }

  /// What a counter shows now, multiplied by its divisor.
  mutating func reading(of probe: Probe, _ number: Int) -> Int64? {
    if probe.process != 0 {
      switch processes[Int(probe.process) - 1].state {
      case .running, .hanging: break
      case .stopped, .starting: return nil
      }
    }
    let value = Int64(clamping: plainReading(of: probe))
    return probe.distortion == 0 ? value : distorted(value, by: Int(probe.distortion) - 1)
  }

  private mutating func plainReading(of probe: Probe) -> Int {
    let subject = Int(probe.subject)
    switch probe.source {
    case .none: return 0
    case .heldByProcess, .elapsed, .heldByHost, .available, .commitLimit, .processCount, .diskFree,
      .diskShare:
      return hostReading(of: probe)
    case .attribution: return 0
    case .officeIn: return Int(mail.places[inQueue(of: subject)].count)
    case .officeOut: return Int(offices.states[subject].outbound)
    case .officeDelivered: return Int(offices.states[subject].delivered)
    case .officeReturned: return Int(offices.states[subject].returned)
    case .collected: return Int(movers.states[subject].collected)
    case .distributed: return Int(movers.states[subject].delivered)
    case .interchangeIn: return Int(servers[subject].interchangeIn)
    case .interchangeOut: return Int(servers[subject].interchangeOut)
    case .interchangeReturned: return Int(servers[subject].interchangeReturned)
    case .connections, .people, .logons: return Int(servers[subject].logonCount)
    case .requests: return Int(mail.places[place(.store, of: subject)].inHandCount)
    case .sendQueue, .receiveQueue: return waiting(at: place(.store, of: subject))
    case .delivered: return Int(servers[subject].storeDelivered)
    case .logonFailures: return Int(servers[subject].logonFailures)
    case .agentOut: return Int(servers[subject].agentOut)
    case .agentIn: return Int(servers[subject].agentIn)
    case .agentBytesIn: return Int(servers[subject].agentBytesIn)
    case .agentBytesOut: return Int(servers[subject].agentBytesOut)
    case .freeBlocks:
      let all = plan.servers[subject].transferAgent.controlBlocks
      let process = Ledger.Process(Int(servers[subject].agent))
      return all - ledger.amount(at: .process(Resources.controlBlocks, process))
    case .workQueue: return agentQueue(subject).count
    case .workQueueBytes: return agentQueue(subject).bytes
    case .linkCount, .linkBytes, .linkOldest, .linkAssociations, .linkInbound, .linkFailures:
      return linkReading(of: probe)
    default: return serviceReading(of: probe)
    }
  }

  private mutating func waiting(at place: Int) -> Int {
    mail.places[place].held
  }

  private mutating func hostReading(of probe: Probe) -> Int {
    let subject = Int(probe.subject)
    let resource = Ledger.Resource(Int(probe.detail))
    switch probe.source {
    case .heldByProcess:
      return ledger.amount(at: .process(resource, Ledger.Process(subject)))
    case .heldByHost: return ledger.amount(at: .host(resource, Ledger.Host(subject)))
    case .elapsed: return Int((now - processes[subject].since) / 10_000_000)
    case .available:
      let used = ledger.amount(at: .host(Resources.privateBytes, Ledger.Host(subject)))
      // What does not fit is paged out, and some is always kept free.
      return max(plan.hosts[subject].memoryBytes - used, 4 << 20)
    case .commitLimit: return plan.hosts[subject].commitLimitBytes
    case .processCount:
      var count = 0
      for process in Int(hosts[subject].firstProcess)..<Int(hosts[subject].lastProcess)
      where processes[process].state == .running { count += 1 }
      return count
    case .diskFree: return disks[subject + 1].free >> 20
    default:
      return disks[subject + 1].free * 100 / max(plan.disks[subject].sizeBytes, 1)
    }
  }

  /// All that waits for a transfer agent, in all its queues.
  private mutating func agentQueue(_ server: Int) -> (count: Int, bytes: Int) {
    let agent = place(.agent, of: server)
    var count = waiting(at: agent)
    var bytes = Int(mail.places[agent].bytes)
    for other in [ServerPlace.interchangeOut] {
      count += waiting(at: place(other, of: server))
      bytes += Int(mail.places[place(other, of: server)].bytes)
    }
    var link = servers[server].firstLink
    while link != 0 {
      count += waiting(at: Int(link) - 1)
      bytes += Int(mail.places[Int(link) - 1].bytes)
      link = mail.places[Int(link) - 1].nextOfOwner
    }
    return (count, bytes)
  }

  private mutating func linkReading(of probe: Probe) -> Int {
    let (server, other) = (Int(probe.subject), Int(probe.detail))
    if probe.source == .linkInbound {
      guard let place = mail.place(.link, other, server) else { return 0 }
      return Int(mail.work[place].workers)
    }
    guard let place = mail.place(.link, server, other) else { return 0 }
    switch probe.source {
    case .linkCount: return waiting(at: place)
    case .linkBytes: return Int(mail.places[place].bytes)
    case .linkOldest:
      guard let first = mail.first(at: place) else { return 0 }
      return Int((now - mail.copies[first].since) / 10_000_000)
    case .linkAssociations: return Int(mail.work[place].workers)
    default: return Int(mail.work[place].attempts)
    }
  }

  private mutating func serviceReading(of probe: Probe) -> Int {
    let server = Int(probe.subject)
    let process = Ledger.Process(Int(services[server].process))
    func count(_ place: ServerPlace) -> Int { waiting(at: self.place(place, of: server)) }
    switch probe.source {
    case .queuedIn: return count(.deliveryIn)
    case .queuedInBytes: return Int(mail.places[place(.deliveryIn, of: server)].bytes)
    case .enteredIn: return Int(services[server].enteredIn)
    case .queuedOut: return count(.conversionOut)
    case .queuedOutBytes: return Int(mail.places[place(.conversionOut, of: server)].bytes)
    case .enteredOut: return Int(services[server].enteredOut)
    case .leftOut: return Int(services[server].leftOut)
    case .inbound: return Int(services[server].inbound)
    case .outbound: return ledger.amount(at: .process(Resources.connectionSlots, process))
    case .totalInbound: return Int(services[server].totalInbound)
    case .totalOutbound: return Int(services[server].totalOutbound)
    case .totalRejected: return Int(services[server].totalRejected)
    case .totalFailed: return Int(services[server].totalFailed)
    case .waitingOut: return queuedOut(server)
    case .waitingIn: return count(.conversionIn)
    case .returnsOfOutbound: return Int(services[server].returnsOfOutbound)
    case .returnsOfInbound: return Int(services[server].returnsOfInbound)
    case .bytesIn: return Int(services[server].bytesIn)
    case .bytesOut: return Int(services[server].bytesOut)
    case .messagesIn: return Int(services[server].messagesIn)
    case .messagesOut: return Int(services[server].messagesOut)
    case .allQueued:
      return queuedOut(server) + count(.conversionIn) + count(.deliveryIn) + count(.conversionOut)
    default: return 0
    }
  }

  /// What is in OUT: due, in sessions, and waiting.
  mutating func queuedOut(_ server: Int) -> Int {
    waiting(at: place(.waiting, of: server)) + Int(services[server].queuedByDomain)
  }

  private mutating func distorted(_ value: Int64, by row: Int) -> Int64 {
    let record = effects.rows[row]
    let times = Int64(distortions[row])
    guard effects.sites[Int(record.site)].isOpen, times > 0 else { return value }
    let part = Int64(record.low)
    return value * part / 1_000 + Int64(record.high) * times
  }
}
