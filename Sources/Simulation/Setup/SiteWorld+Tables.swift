import Kernel
import Plan

extension SiteWorld {
  static func hosts(_ plan: SitePlan) -> Slab<HostState> {
    var hosts = Slab<HostState>(count: plan.hosts.count)
    let count = plan.processes.count
    for (number, host) in plan.hosts.enumerated() {
      hosts[number] = HostState()
      hosts[number].firstProcess = UInt32(host.processes.first?.index ?? 0)
      hosts[number].lastProcess = UInt32((host.processes.last?.index ?? -1) + 1)
      hosts[number].systemHolder = UInt32(count + 3 * number)
      hosts[number].toolHolder = UInt32(count + 3 * number + 1)
      hosts[number].diskHolder = UInt32(count + 3 * number + 2)
      let image = host.system.family.registryServerImage
      if let server = host.processes.first(where: { plan.processes[$0.index].image == image }) {
        hosts[number].registryServer = UInt32(server.index) + 1
      }
      let logon = host.processes.first { plan.processes[$0.index].image == "winlogon.exe" }
      hosts[number].logonProcess = logon.map { UInt32($0.index) + 1 } ?? 0
    }
    return hosts
  }

  static func processes(_ plan: SitePlan) -> Slab<ProcessState> {
    var processes = Slab<ProcessState>(count: plan.processes.count)
    for (number, process) in plan.processes.enumerated() {
      processes[number] = ProcessState()
      processes[number].host = UInt32(process.host.index)
      processes[number].endsWithHost = process.ends == .withHost
      processes[number].startsWithHost = process.startsWithHost
      processes[number].startDelay = process.startDelay.ticks
    }
    for (process, role, index) in roles(plan) {
      processes[process.index].role = role
      processes[process.index].roleIndex = UInt32(index)
    }
    return processes
  }

  private static func roles(_ plan: SitePlan) -> [(ProcessID, ProcessState.Role, Int)] {
    var roles: [(ProcessID, ProcessState.Role, Int)] = []
    for (number, server) in plan.servers.enumerated() {
      roles.append((server.store, .store, number))
      roles.append((server.transferAgent.process, .agent, number))
      if let connector = server.mailConnector {
        roles.append((connector.interchange, .interchange, number))
      }
      if let service = server.internetMail {
        roles.append((service.process, .internetMail, number))
      }
    }
    for (number, mover) in plan.movers.enumerated() {
      roles.append((mover.process, .mover, number))
    }
    return roles
  }

  static func disks(_ plan: SitePlan) -> Slab<DiskState> {
    var disks = Slab<DiskState>(count: plan.disks.count + 1)
    disks[0] = DiskState()
    for (number, disk) in plan.disks.enumerated() {
      disks[number + 1] = DiskState()
      disks[number + 1].free = disk.freeBytes
      disks[number + 1].host = UInt32(disk.host.index)
    }
    for server in plan.servers {
      let mark = max(server.transferAgent.lowDiskBytes, server.internetMail?.lowDiskBytes ?? 0)
      let disk = server.disk.index + 1
      disks[disk].watermark = max(disks[disk].watermark, mark)
    }
    return disks
  }

  static func ledger(_ plan: SitePlan) throws(Halt) -> Ledger {
    var ledger = Ledger(plan.capacities.ledger)
    for _ in plan.hosts { _ = try ledger.addHost() }
    for process in plan.processes { _ = try ledger.addProcess(on: Ledger.Host(process.host.index)) }
    for host in plan.hosts.indices {
      // What the system holds, what tools hold while they run, and what lies on disks.
      _ = try ledger.addProcess(on: Ledger.Host(host))
      _ = try ledger.addProcess(on: Ledger.Host(host))
      _ = try ledger.addProcess(on: Ledger.Host(host), outlastsReboot: true)
    }
    return ledger
  }

  static func servers(
    _ plan: SitePlan,
    _ ledger: inout Ledger
  ) throws(Halt) -> Slab<ServerState> {
    var list: [ServerState] = []
    for server in plan.servers {
      let agent = server.transferAgent
      let holder = Ledger.Process(agent.process.index)
      var state = ServerState(
        blockAccount: try ledger.open(
          Account.Terms(Resources.controlBlocks, by: Resources.sound, holder: holder)
        )
      )
      // One for each association, and one for the listener.
      let ladder = try ledger.addLadder(capacity: max(agent.controlBlocks - 1, 0))
      try ledger.setLadder(ladder, at: .process(Resources.controlBlocks, holder))
      state.host = UInt32(server.host.index)
      state.disk = UInt32(server.disk.index) + 1
      state.store = UInt32(server.store.index)
      state.agent = UInt32(agent.process.index)
      if let connector = server.mailConnector {
        state.interchange = UInt32(connector.interchange.index) + 1
        state.office = UInt32(connector.postOffice.index) + 1
        state.isTransitShort = connector.transit == .mailer
      }
      state.internetMail = server.internetMail.map { UInt32($0.process.index) + 1 } ?? 0
      state.lowDisk = agent.lowDiskBytes
      state.openInterval = max(agent.openInterval.ticks, 1)
      state.openRetries = UInt16(clamping: agent.openRetries)
      state.transferInterval = max(agent.transferInterval.ticks, 1)
      state.disconnect = agent.disconnect.ticks
      state.furtherAt = UInt32(max(agent.furtherAssociationAt, 1))
      state.expiry = expiries(agent.expiry)
      list.append(state)
    }
    return Slab(list)
  }

  private static func expiries(_ expiry: Expiry) -> InlineArray<3, UInt64> {
    [expiry.urgent.ticks, expiry.normal.ticks, expiry.nonUrgent.ticks]
  }

  static func services(
    _ plan: SitePlan,
    _ ledger: inout Ledger
  ) throws(Halt) -> Slab<ServiceState> {
    var list: [ServiceState] = []
    for server in plan.servers {
      let holder = Ledger.Process(server.internetMail?.process.index ?? server.store.index)
      var state = ServiceState(
        socketAccount: try ledger.open(
          Account.Terms(Resources.sockets, by: Resources.sound, holder: holder)
        )
      )
      guard let service = server.internetMail else {
        list.append(state)
        continue
      }
      let ladder = try ledger.addLadder(capacity: service.connections.oneHost)
      ledger.setLadder(ladder, atEachKeyOf: Resources.connectionSlots, holder)
      state.process = UInt32(service.process.index)
      state.sends = service.mode != .inboundOnly
      state.receives = service.mode == .inboundAndOutbound || service.mode == .inboundOnly
      state.isFlushing = service.mode == .flush
      state.speaksEHLO = service.speaksEHLO
      state.reroutes = service.rerouting != nil
      state.logging = UInt8(service.logging)
      state.lowDisk = service.lowDiskBytes
      state.mostOutbound = UInt32(service.connections.outbound)
      state.mostInbound = UInt32(service.connections.inbound)
      state.mostForHost = UInt32(service.connections.oneHost)
      state.messagesEach = UInt16(clamping: service.connections.messages)
      // A retry of 0 means that there is none.
      let retries = service.retries.filter { $0 > .zero }.prefix(16)
      state.retryCount = UInt8(retries.count)
      for (number, retry) in retries.enumerated() { state.retries[number] = retry.ticks }
      state.expiry = expiries(service.expiry)
      state.connectTimer = service.timers.connect.ticks
      state.bannerTimer = service.timers.banner.ticks
      state.commandTimer = service.timers.command.ticks
      if service.sizeLimitsBytes.inbound > 0 {
        state.sizeIn = UInt32(clamping: service.sizeLimitsBytes.inbound)
      }
      if service.sizeLimitsBytes.outbound > 0 {
        state.sizeOut = UInt32(clamping: service.sizeLimitsBytes.outbound)
      }
      switch service.delivery {
      case .byDomain: break
      case .host(let host): state.forwardKey = UInt32(DomainKey.host(host.index))
      case .server(let other): state.forwardKey = UInt32(DomainKey.server(other.index))
      }
      list.append(state)
    }
    return Slab(list)
  }

  static func mailHosts(_ plan: SitePlan) -> Slab<MailHostState> {
    Slab(
      plan.mailHosts.map { host in
        var state = MailHostState()
        state.manner = host.manner
        state.usualManner = host.manner
        state.isExchange = host.isExchange
        state.server = host.server.map { UInt32($0.index) + 1 } ?? 0
        state.latency = max(host.latency.ticks, 1)
        state.ticksPerKilobyte = 10_240_000_000 / UInt64(max(host.bytesPerSecond, 1))
        state.faultShare = .max
        return state
      }
    )
  }
}
