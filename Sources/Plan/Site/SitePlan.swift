public import Kernel

/// A site, compiled: everything a simulation needs, and nothing that it must look up by name.
public struct SitePlan: Sendable {
  /// What the topology calls itself.
  public let title: String
  /// How long and how exactly it is run.
  public let run: RunPlan
  /// The hosts.
  public let hosts: [HostPlan]
  /// Those that are groups, in their order.
  public let hostGroups: [MemberGroup]
  /// Their disks.
  public let disks: [DiskPlan]
  /// Their processes.
  public let processes: [ProcessPlan]
  /// The post offices, those of connectors included.
  public let postOffices: [PostOfficePlan]
  /// Those that are groups, in their order.
  public let postOfficeGroups: [MemberGroup]
  /// What moves mail between them.
  public let movers: [MoverPlan]
  /// The Exchange servers.
  public let servers: [ServerPlan]
  /// The connectors between them.
  public let connectors: [ConnectorPlan]
  /// The domains of the Internet.
  public let domains: [DomainPlan]
  /// Their mail hosts.
  public let mailHosts: [MailHostPlan]
  /// The profiles of hours that others refer to.
  public let hours: [HoursPlan]
  /// The flows of mail.
  public let flows: [FlowPlan]
  /// The POP3 populations.
  public let populations: [PopulationPlan]
  /// The tools of administrators.
  public let administrations: [AdministrationPlan]
  /// Activities of the user's own.
  public let activities: [ActivityPlan]
  /// What is done when.
  public let script: [ScriptedAction]
  /// The defects that are known: the articles and the topology's own.
  public let defects: [Defect]
  /// Which defect can be in force where.
  public let sites: [DefectSite]
  /// What is kept of the run.
  public let probes: [CounterPath]
  /// What is expected.
  public let expectations: [Expectation]
  /// Everything that nothing states.
  public let assumptions: [Assumption]
  /// The ways of mail, as they are found.
  public let routes: [RoutePlan]
  /// How much of everything the run may hold.
  public let capacities: Capacities

  /// A plan.
  public init(
    title: String,
    run: RunPlan,
    hosts: [HostPlan],
    hostGroups: [MemberGroup],
    disks: [DiskPlan],
    processes: [ProcessPlan],
    postOffices: [PostOfficePlan],
    postOfficeGroups: [MemberGroup],
    movers: [MoverPlan],
    servers: [ServerPlan],
    connectors: [ConnectorPlan],
    domains: [DomainPlan],
    mailHosts: [MailHostPlan],
    hours: [HoursPlan],
    flows: [FlowPlan],
    populations: [PopulationPlan],
    administrations: [AdministrationPlan],
    activities: [ActivityPlan],
    script: [ScriptedAction],
    defects: [Defect],
    sites: [DefectSite],
    probes: [CounterPath],
    expectations: [Expectation],
    assumptions: [Assumption],
    routes: [RoutePlan],
    capacities: Capacities
  ) {
    self.title = title
    self.run = run
    self.hosts = hosts
    self.hostGroups = hostGroups
    self.disks = disks
    self.processes = processes
    self.postOffices = postOffices
    self.postOfficeGroups = postOfficeGroups
    self.movers = movers
    self.servers = servers
    self.connectors = connectors
    self.domains = domains
    self.mailHosts = mailHosts
    self.hours = hours
    self.flows = flows
    self.populations = populations
    self.administrations = administrations
    self.activities = activities
    self.script = script
    self.defects = defects
    self.sites = sites
    self.probes = probes
    self.expectations = expectations
    self.assumptions = assumptions
    self.routes = routes
    self.capacities = capacities
  }
}

/// How a run is done.
public struct RunPlan: Sendable {
  /// Its first day.
  public let start: CivilDate
  /// How long.
  public let duration: Interval
  /// Left out where trends are judged.
  public let warmUp: Interval
  /// How often counters are read.
  public let sample: Interval
  /// What its chance comes from.
  public let seed: UInt64
  /// How much memory it may take.
  public let memoryBytes: Int

  /// A run.
  public init(
    start: CivilDate,
    duration: Interval,
    warmUp: Interval,
    sample: Interval,
    seed: UInt64,
    memoryBytes: Int
  ) {
    self.start = start
    self.duration = duration
    self.warmUp = warmUp
    self.sample = sample
    self.seed = seed
    self.memoryBytes = memoryBytes
  }
}

/// A defect on a host where it can be in force, now or after a change.
public struct DefectSite: Sendable {
  /// The place in `SitePlan.defects`.
  public let defect: Int
  /// The host.
  public let host: HostID
  /// The processes in which its trigger can happen.
  public let processes: [ProcessID]
  /// Whether its gate is open at the start, or what shuts it.
  public let verdict: GateVerdict

  /// A site.
  public init(
    defect: Int,
    host: HostID,
    processes: [ProcessID],
    verdict: GateVerdict
  ) {
    self.defect = defect
    self.host = host
    self.processes = processes
    self.verdict = verdict
  }
}

/// Something that nothing states and that the simulation needs.
public struct Assumption: Hashable, Sendable {
  /// Its name, which is the key that changes it where there is one.
  public let name: String
  /// What was chosen.
  public let value: String
  /// Why, or what it is used for.
  public let reason: String
  /// Where it comes from.
  public let provenance: Provenance

  /// An assumption.
  public init(
    name: String,
    value: String,
    reason: String,
    provenance: Provenance
  ) {
    self.name = name
    self.value = value
    self.reason = reason
    self.provenance = provenance
  }
}

extension SitePlan {
  /// The ways of each flow, in the order of the flows.
  public var routesOfFlows: [[RoutePlan]] {
    var routesOfFlows = Array(repeating: [RoutePlan](), count: flows.count)
    for route in routes { routesOfFlows[route.flow].append(route) }
    return routesOfFlows
  }
}
