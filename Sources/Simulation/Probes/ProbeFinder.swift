import Kernel
import Plan
import Record

/// Finds what counters of Performance Monitor show in a plan.
struct ProbeFinder {
  let plan: SitePlan

  /// The counters that a path means, `*` standing for all hosts or all instances.
  func expand(_ path: CounterPath) -> [(path: CounterPath, probe: Probe)] {
    guard let (object, counter) = CounterObject.find(path) else { return [] }
    return hosts(path.host).flatMap { host in
      subjects(object, path.instance, host).compactMap { instance, subject in
        guard var probe = probe(object, counter, host, subject) else { return nil }
        probe.isRate = counter.kind == .rate
        let whole = CounterPath(
          host: plan.hosts[host].name,
          object: object.name,
          instance: instance,
          counter: counter.name
        )
        return (whole, probe)
      }
    }
  }

  private func hosts(_ name: String?) -> [Int] {
    guard let name, name != "*" else { return Array(plan.hosts.indices) }
    return plan.hosts.indices.filter { plan.hosts[$0].name.lowercased() == name.lowercased() }
  }

  /// The instances of an object on a host, and what each of them is of.
  private func subjects(
    _ object: CounterObject,
    _ wanted: String?,
    _ host: Int
  ) -> [(String?, Int)] {
    var found: [(String?, Int)] = []
    switch object.instances {
    case .none: found = [(nil, host)]
    case .processes:
      var seen: [String: Int] = [:]
      for process in plan.hosts[host].processes {
        let name = plan.processes[process.index].instance
        let number = seen[name, default: 0]
        seen[name] = number + 1
        found.append((number == 0 ? name : "\(name)#\(number)", process.index))
      }
    case .disks:
      found = plan.hosts[host].disks.map { (plan.disks[$0.index].name + ":", $0.index) }
    case .connections:
      guard server(on: host) != nil else { return [] }
      found = plan.servers.indices.filter { plan.servers[$0].host.index != host }
        .map { (plan.hosts[plan.servers[$0].host.index].name, $0) }
    case .connectorInstances:
      found = plan.movers.indices.filter {
        if case .connector = plan.movers[$0].kind {
          return plan.processes[plan.movers[$0].process.index].host.index == host
        }
        return false
      }.map { (plan.movers[$0].name, $0) }
    case .postOffices:
      found = plan.postOffices.indices.filter { office in
        let own = plan.postOffices[office].disk.map { plan.disks[$0.index].host.index }
        return own == host
      }.map { (plan.postOffices[$0].name, $0) }
    }
    guard let wanted, wanted != "*" else { return found }
    return found.filter {
      let name = $0.0?.lowercased()
      return name == wanted.lowercased() || name == wanted.lowercased() + ":"
    }
  }

  private func server(on host: Int) -> Int? {
    plan.servers.firstIndex { $0.host.index == host }
  }

  private func probe(
    _ object: CounterObject,
    _ counter: CounterObject.Counter,
    _ host: Int,
    _ subject: Int
  ) -> Probe? {
    var probe = Probe()
    probe.subject = UInt32(subject)
    switch object.name {
    case "Process":
      probe.process = UInt32(subject) + 1
      probe.source = counter.name == "Elapsed Time" ? .elapsed : .heldByProcess
      guard let resource = Self.resources[counter.name] else {
        return counter.name == "Elapsed Time" ? probe : nil
      }
      probe.detail = UInt32(Resources.number(resource))
    case "Memory", "Objects", "TCP":
      switch counter.name {
      case "Available Bytes": probe.source = .available
      case "Commit Limit": probe.source = .commitLimit
      case "Processes": probe.source = .processCount
      default:
        guard let resource = Self.hostResources[counter.name] else { return nil }
        probe.source = .heldByHost
        probe.detail = UInt32(Resources.number(resource))
      }
    case "LogicalDisk":
      probe.source = counter.name == "% Free Space" ? .diskShare : .diskFree
    case "Post Office":
      guard let source = Self.sources["\(object.name)/\(counter.name)"] else { return nil }
      probe.source = source
    case "MSExchangePCMTA":
      guard let source = Self.sources["\(object.name)/\(counter.name)"] else { return nil }
      probe.source = source
      probe.process = UInt32(plan.movers[subject].process.index) + 1
    default:
      guard let server = server(on: host),
        let source = Self.sources["\(object.name)/\(counter.name)"]
      else { return nil }
      probe.source = source
      if object.name == "MSExchangeMTA Connections" { probe.detail = UInt32(subject) }
      probe.subject = UInt32(server)
      guard
        let process = plan.hosts[host].processes.first(where: {
          plan.processes[$0.index].image == object.image
        })
      else { return nil }
      probe.process = UInt32(process.index) + 1
    }
    return probe
  }

  private static let resources: [String: ResourceKind] = [
    "Handle Count": .handles, "Private Bytes": .privateBytes, "Page File Bytes": .privateBytes,
    "Virtual Bytes": .addressSpace, "Working Set": .privateBytes, "Thread Count": .threads,
    "Pool Paged Bytes": .pagedPool, "Pool Nonpaged Bytes": .nonpagedPool,
  ]

  private static let hostResources: [String: ResourceKind] = [
    "Committed Bytes": .privateBytes, "Pool Paged Bytes": .pagedPool,
    "Pool Nonpaged Bytes": .nonpagedPool, "Threads": .threads,
    "Connections Established": .sockets,
  ]

  private static let sources: [String: Probe.Source] = [
    "MSExchangeIMC/Queued MTS-IN": .queuedIn, "MSExchangeIMC/Bytes Queued MTS-IN": .queuedInBytes,
    "MSExchangeIMC/Messages Entering MTS-IN": .enteredIn,
    "MSExchangeIMC/Queued MTS-OUT": .queuedOut,
    "MSExchangeIMC/Bytes Queued MTS-OUT": .queuedOutBytes,
    "MSExchangeIMC/Messages Entering MTS-OUT": .enteredOut,
    "MSExchangeIMC/Messages Leaving MTS-OUT": .leftOut,
    "MSExchangeIMC/Connections Inbound": .inbound, "MSExchangeIMC/Connections Outbound": .outbound,
    "MSExchangeIMC/Connections Total Inbound": .totalInbound,
    "MSExchangeIMC/Connections Total Outbound": .totalOutbound,
    "MSExchangeIMC/Connections Total Rejected": .totalRejected,
    "MSExchangeIMC/Connections Total Failed": .totalFailed,
    "MSExchangeIMC/Queued Outbound": .waitingOut, "MSExchangeIMC/Queued Inbound": .waitingIn,
    "MSExchangeIMC/NDRs Total Inbound": .returnsOfOutbound,
    "MSExchangeIMC/NDRs Total Outbound": .returnsOfInbound,
    "MSExchangeIMC/Inbound Bytes Total": .bytesIn, "MSExchangeIMC/Outbound Bytes Total": .bytesOut,
    "MSExchangeIMC/Inbound Messages Total": .messagesIn,
    "MSExchangeIMC/Outbound Messages Total": .messagesOut,
    "MSExchangeIMC/Total Messages Queued": .allQueued,
    "MSExchangeIMC/Total Loops Detected": .loops,
    "MSExchangeMTA/Work Queue Length": .workQueue,
    "MSExchangeMTA/Total Work Queue Bytes": .workQueueBytes,
    "MSExchangeMTA/Messages/Sec": .agentOut, "MSExchangeMTA/Inbound Messages Total": .agentIn,
    "MSExchangeMTA/Outbound Messages Total": .agentOut,
    "MSExchangeMTA/Inbound Bytes Total": .agentBytesIn,
    "MSExchangeMTA/Outbound Bytes Total": .agentBytesOut,
    "MSExchangeMTA/Total Loops Detected": .loops, "MSExchangeMTA/Free Control Blocks": .freeBlocks,
    "MSExchangeMTA Connections/Queue Length": .linkCount,
    "MSExchangeMTA Connections/Queued Bytes": .linkBytes,
    "MSExchangeMTA Connections/Oldest Message Queued": .linkOldest,
    "MSExchangeMTA Connections/Current Outbound Associations": .linkAssociations,
    "MSExchangeMTA Connections/Current Inbound Associations": .linkInbound,
    "MSExchangeMTA Connections/Failed Outbound Associations": .linkFailures,
    "MSExchangeIS/Connection Count": .connections, "MSExchangeIS/User Count": .people,
    "MSExchangeIS/RPC Requests": .requests, "MSExchangeIS Private/Logon Count": .logons,
    "MSExchangeIS Private/Send Queue Size": .sendQueue,
    "MSExchangeIS Private/Receive Queue Size": .receiveQueue,
    "MSExchangeIS Private/Message Recipients Delivered": .delivered,
    "MSExchange Internet Protocols/POP3 Connections": .logons,
    "MSExchange Internet Protocols/POP3 Logon Failures": .logonFailures,
    "MSExchangeMSMI/Messages Received": .interchangeIn,
    "MSExchangeMSMI/Messages Sent": .interchangeOut,
    "MSExchangeMSMI/Messages Returned": .interchangeReturned,
    "MSExchangePCMTA/Messages Collected": .collected,
    "MSExchangePCMTA/Messages Delivered": .distributed,
    "Post Office/Inbound Records": .officeIn, "Post Office/Outbound Records": .officeOut,
    "Post Office/Messages Delivered": .officeDelivered,
    "Post Office/Messages Returned": .officeReturned,
  ]
}
