import Kernel

extension SiteWorld {
  /// What a process has counted since it began is kept in its own memory: a new one begins at zero.
  mutating func resetTotals(of process: Int) {
    let index = Int(processes[process].roleIndex)
    switch processes[process].role {
    case .other: break
    case .store:
      servers[index].storeDelivered = 0
      servers[index].logonFailures = 0
    case .agent:
      servers[index].agentIn = 0
      servers[index].agentOut = 0
      servers[index].agentBytesIn = 0
      servers[index].agentBytesOut = 0
    case .interchange:
      servers[index].interchangeIn = 0
      servers[index].interchangeOut = 0
      servers[index].interchangeReturned = 0
    case .internetMail: resetServiceTotals(of: index)
    case .mover:
      movers.states[index].collected = 0
      movers.states[index].delivered = 0
    }
  }

  private mutating func resetServiceTotals(of server: Int) {
    services[server].totalOutbound = 0
    services[server].totalInbound = 0
    services[server].totalRejected = 0
    services[server].totalFailed = 0
    services[server].messagesOut = 0
    services[server].messagesIn = 0
    services[server].bytesOut = 0
    services[server].bytesIn = 0
    services[server].enteredOut = 0
    services[server].leftOut = 0
    services[server].enteredIn = 0
    services[server].returnsOfOutbound = 0
    services[server].returnsOfInbound = 0
  }
}
