import Kernel
import Plan
import Record

extension SiteWorld {
  /// A site at its start: everything has been running for a while, and no mail is on its way.
  init(_ plan: SitePlan, seed: UInt64, replication: UInt64) throws(Halt) {
    // Everything that may not fit comes first.
    var numbers = NameNumbers()
    let traitNames = Self.traitNames(plan, &numbers)
    Self.addNames(plan, &numbers)
    let log = EventLog(plan)
    let builder = EffectBuilder(plan, numbers, log, seed: seed, replication: replication)
    let effects = builder.table()
    var ledger = try Self.ledger(plan)
    let servers = try Self.servers(plan, &ledger)
    let services = try Self.services(plan, &ledger)
    let routing = try Routing(plan)
    let lastSymptoms = try Self.addLimits(plan, effects, builder, &ledger)
    let breaths = try Self.breaths(plan, &ledger, seed: seed, replication: replication)

    self.plan = plan
    self.seed = seed
    self.replication = replication
    horizon = plan.run.duration.ticks
    names = StableNames(plan)
    firstInQueue = 1 + plan.servers.count * ServerPlace.allCases.count
    firstForeign = firstInQueue + plan.postOffices.count
    mail = MailPool(
      copies: plan.capacities.copies,
      fixedPlaces: firstForeign + plan.domains.count,
      keyedPlaces: plan.capacities.queues
    )
    flows = FlowTable(plan, seed: seed, replication: replication)
    hosts = Self.hosts(plan)
    processes = Self.processes(plan)
    disks = Self.disks(plan)
    dependencies = Dependencies(plan)
    imageNumbers = ImageNumbers(plan)
    mailHosts = Self.mailHosts(plan)
    exchangeList = Self.exchanges(plan)
    exchangeStarts = Self.exchangeStarts(plan)
    rerouting = Self.rerouting(plan)
    connectorFaults = Slab(count: plan.connectors.count)
    connectorSpeeds = Slab(
      plan.connectors.map {
        WorldConstants.Speed(
          each: 2 * $0.latency.ticks,
          perKilobyte: 10_240_000_000 / UInt64(max($0.bytesPerSecond, 1))
        )
      }
    )
    sessions = SessionTable(capacity: plan.capacities.connections)
    offices = OfficeTable(plan)
    movers = MoverTable(plan)
    logons = LogonTable(plan, seed: seed, replication: replication)
    tools = ToolTable(plan, numbers)
    activities = ActivityTable(plan, seed: seed, replication: replication)
    credentialHolders = Self.credentialHolders(plan)
    probes = Self.probes(plan, builder, &ledger)
    distortions = Slab(count: max(builder.rows.count, 1))
    poisoners = Slab(count: plan.processes.count)
    strandingProcesses = builder.strandingProcesses
    symptoms = SymptomTable(capacity: SymptomTable.capacity)
    reboots = RebootList()
    script = ScriptTable(plan)
    trace = TraceRing()
    happened = Slab(count: Happening.allCases.count)
    self.traitNames = traitNames
    self.log = log
    self.effects = effects
    self.servers = servers
    self.services = services
    self.routing = routing
    self.lastSymptoms = lastSymptoms
    self.breaths = breaths
    self.ledger = ledger
    placeFixed()
  }

  /// What is scheduled at the start.
  mutating func begin(_ queue: inout BoundedQueue) throws(Halt) {
    for host in 0..<hosts.count { settleGates(of: host) }
    for process in 0..<processes.count where processes[process].startsWithHost {
      try run(process, &queue)
    }
    for host in 0..<hosts.count { try scheduleHostUptime(host, &queue) }
    try queue.schedule(Payload(.sample, 0).word, at: .start)
    try scheduleScript(&queue)
    try scheduleMail(&queue)
    try scheduleLogons(&queue)
    try scheduleTools(&queue)
    try scheduleActivities(&queue)
  }

  /// Fills in the places that are always there.
  private mutating func placeFixed() {
    for (number, server) in plan.servers.enumerated() {
      for place in ServerPlace.allCases {
        let index = self.place(place, of: number)
        mail.places[index] = Place(place.kind, number, 0)
        mail.places[index].disk = UInt32(server.disk.index) + 1
        let service = server.internetMail
        switch place {
        case .store:
          mail.work[index].process = UInt32(server.store.index)
          mail.work[index].workers = WorldConstants.storeWorkers
        case .agent:
          mail.work[index].process = UInt32(server.transferAgent.process.index)
          mail.work[index].workers = WorldConstants.agentWorkers
        case .interchangeOut:
          mail.work[index].process = UInt32(server.mailConnector?.interchange.index ?? 0)
          mail.work[index].workers = UInt16(server.mailConnector?.workers.outbound ?? 0)
        case .conversionOut:
          mail.work[index].process = UInt32(service?.process.index ?? 0)
          mail.work[index].workers = UInt16(service?.workers.outbound ?? 0)
          mail.places[index].isClosed = service?.mode == .flush
        case .conversionIn, .deliveryIn:
          mail.work[index].process = UInt32(service?.process.index ?? 0)
          mail.work[index].workers = UInt16(service?.workers.inbound ?? 0)
        case .waiting: mail.work[index].process = UInt32(service?.process.index ?? 0)
        }
      }
    }
    for (number, office) in plan.postOffices.enumerated() {
      let index = inQueue(of: number)
      mail.places[index] = Place(.inQueue, number, 0)
      mail.places[index].disk = offices.states[number].disk
      if let server = office.connector, let connector = plan.servers[server.index].mailConnector {
        mail.work[index].process = UInt32(connector.interchange.index)
        mail.work[index].workers = UInt16(connector.workers.inbound)
      }
    }
    for number in plan.domains.indices {
      mail.places[foreignPlace(of: number)] = Place(.foreign, number, 0)
    }
  }
}
