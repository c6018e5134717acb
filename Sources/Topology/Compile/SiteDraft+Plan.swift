import Kernel
import KnowledgeBase
import Plan
import Schema

extension SiteDraft {
  /// Compiles a document: each stage in its turn, then what looks at all of them.
  ///
  /// - Parameter articles: those that are known, and the topology's own.
  mutating func plan(_ articles: [Article]) -> SitePlan {
    let defects = articles.map(\.defect)
    let before = reading.errorCount
    addHours()
    addHosts()
    addServers()
    addConnectors()
    addPostOffices()
    addMailConnectors()
    addExternals()
    addDomains()
    addInternetMail()
    let areWaysKnown = reading.errorCount == before && areWaysSound
    addFlows()
    addPopulations()
    addAdministrations()
    addActivities()
    addScript()

    let asked = Self.asked(by: defects)
    let hostPlans = hosts.map { host in
      HostPlan(
        name: host.name.value,
        system: host.entry.system.value,
        processors: host.entry.processors.value,
        memoryBytes: host.entry.memory.value,
        pagefileBytes: host.entry.pagefile?.value
          ?? min(host.entry.memory.value + (12 << 20), 4_095 << 20),
        disks: host.disks,
        processes: host.processes,
        facts: facts(of: host, asked: asked)
      )
    }
    let sites = sites(of: defects, hostPlans)
    let expectations = expectations(defects)
    let probes = probes(defects, sites)
    let routes = areWaysKnown ? routes() : []
    reportDead(defects, hostPlans, sites, routes)
    let capacities = capacities(
      defects,
      sites,
      on: hostPlans,
      series: seriesLimit(probes, defects, sites, expectations)
    )
    reportMemory(capacities)
    return SitePlan(
      title: document.title.value,
      run: runPlan,
      hosts: hostPlans,
      hostGroups: hostNames.memberGroups,
      disks: disks,
      processes: processes,
      postOffices: postOffices,
      postOfficeGroups: postOfficeNames.memberGroups,
      movers: movers,
      servers: servers,
      connectors: connectors,
      domains: domains,
      mailHosts: mailHosts,
      hours: hours,
      flows: flows,
      populations: populations,
      administrations: administrations,
      activities: activities,
      script: script,
      defects: defects,
      sites: sites,
      probes: probes,
      expectations: expectations,
      assumptions: assumptions(articles, sites),
      routes: routes,
      capacities: capacities
    )
  }

  /// Whether everything that mail passes was read without an error: to look for ways in what was not
  /// would only repeat the complaint.
  private var areWaysSound: Bool {
    document.hosts.isSound && document.exchange.isSound && document.connectors.isSound
      && document.postOffices.isSound && document.external.isSound && document.internet.isSound
  }

  private var runPlan: RunPlan {
    let run = document.run.value
    let tenth = Interval(ticks: run.duration.value.ticks / 10)
    if let warmUp = run.warmUp, warmUp.value >= run.duration.value {
      report(
        TopologyRule.conflictingKeys,
        at: warmUp.place,
        "The warm-up takes all of the run.",
        related: [.init(run.duration.place, "the run")]
      )
    }
    return RunPlan(
      start: run.start.value,
      duration: run.duration.value,
      warmUp: run.warmUp?.value ?? min(tenth, .days(1)),
      sample: run.sample.value,
      seed: UInt64(run.seed.value),
      memoryBytes: run.memory.value
    )
  }
}
