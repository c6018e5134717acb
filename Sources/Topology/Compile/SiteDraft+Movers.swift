import KnowledgeBase
import Plan
import Schema

extension SiteDraft {
  /// Adds the Microsoft Mail Connectors with the instances of their MTA.
  mutating func addMailConnectors() {
    for server in document.exchange.value {
      guard let connector = server.value.mailConnector?.value,
        let id = self.server(named: server.name.value),
        let office = postOfficeNames[connector.postOffice.value]?.first.map(PostOfficeID.init)
      else { continue }
      let host = servers[id.index].host
      let interchange = add(ServiceCatalogue.interchange, to: host)
      let instances = connector.instances.value.compactMap { addInstance($0, of: id, on: host) }
      if connector.instances.value.isEmpty, connector.instances.isSound {
        report(
          TopologyRule.nobodyMoves,
          at: connector.postOffice.place,
          "The connector has no instance of its MTA, so nothing leaves or reaches its post office.",
          notes: ["add `instances: { PCMTA-LAN: { serves: [ … ] } }`"]
        )
      }
      let workers = connector.workers?.value ?? hosts[host.index].entry.processors.value
      hosts[host.index].options.append(
        (.enforceRetryLimits, connector.enforcesRetryLimits.value ? 1 : 0)
      )
      servers[id.index] = servers[id.index].with(
        mailConnector: MailConnectorPlan(
          interchange: interchange,
          postOffice: office,
          transit: connector.transit.value,
          workers: (workers, workers),
          movers: instances
        )
      )
    }
  }

  private mutating func addInstance(
    _ instance: Named<InstanceEntry>,
    of server: ServerID,
    on host: HostID
  ) -> MoverID? {
    let entry = instance.value
    let served = served(by: entry.serves.value)
    hosts[host.index].moverNames.append(instance.name.value)
    let image = entry.link.value == .x25 ? "x25eicon.exe" : "async.exe"
    let process = add(
      ServiceCatalogue.connectorAgent.named(instance.name.value, image: image),
      to: host
    )
    movers.append(
      MoverPlan(
        name: instance.name.value,
        process: process,
        kind: .connector(server),
        link: entry.link.value,
        serves: served,
        dispatches: true,
        mails: true,
        cycle: entry.poll.value,
        update: entry.update.value,
        retries: entry.retries.value,
        limits: (entry.inQueueLimit.value, entry.mailbagLimit.value, entry.postOfficeLimit.value),
        diskFullBytes: (entry.diskFull.value, entry.diskFull.value)
      )
    )
    return MoverID(movers.count - 1)
  }

  /// The post offices that are named, each once, whether alone or with its group.
  private mutating func served(by names: [Written<String>]) -> [PostOfficeID] {
    var seen: Set<PostOfficeID> = []
    return names.flatMap { name -> [PostOfficeID] in
      guard let offices = postOfficeNames.several(name, reading),
        canExpand(offices.count, at: name.place)
      else { return [] }
      return offices.filter { seen.insert($0).inserted }
    }
  }

  /// Adds the instances of External.
  mutating func addExternals() {
    var perHost: [Int: [Written<String>]] = [:]
    for external in document.external.value {
      let entry = external.value
      guard let host = hostNames.one(entry.host, reading) else { continue }
      let served = served(by: entry.serves.value)
      perHost[host.index, default: []].append(external.name)
      hosts[host.index].moverNames.append(external.name.value)
      hosts[host.index].files.append(("external.exe", entry.version.value))
      let process = add(ServiceCatalogue.external.named(external.name.value), to: host)
      let resume = entry.diskNotFull?.value ?? entry.diskFull.value * 2
      movers.append(
        MoverPlan(
          name: external.name.value,
          process: process,
          kind: .external,
          link: entry.link.value,
          serves: served,
          dispatches: entry.does.value != .mailer,
          mails: entry.does.value != .dispatch,
          cycle: entry.cycle.value,
          update: entry.update.value,
          retries: entry.retries.value,
          limits: (entry.batch.value, entry.batch.value, entry.batch.value),
          diskFullBytes: (entry.diskFull.value, resume)
        )
      )
      if let resume = entry.diskNotFull, resume.value < entry.diskFull.value {
        report(
          TopologyRule.conflictingKeys,
          at: resume.place,
          "`disk-not-full` is less than `disk-full`, so a post office would be full and not full.",
          related: [.init(entry.diskFull.place, "`disk-full`")]
        )
      }
    }
    for host in perHost.keys.sorted() {
      guard let names = perHost[host], names.count > 7 else { continue }
      report(
        TopologyRule.tooManyInstances,
        at: names[7].place,
        "`\(names[7].value)` is the eighth instance of External on one host, and seven start.",
        notes: ["the eighth fails to start with error 2140 (Q131676, Q148354)"]
      )
    }
  }
}

extension ServerPlan {
  /// The same server with a connector or an Internet Mail Service.
  func with(
    mailConnector: MailConnectorPlan? = nil,
    internetMail: InternetMailPlan? = nil
  ) -> ServerPlan {
    ServerPlan(
      host: host,
      site: site,
      mailboxes: mailboxes,
      disk: disk,
      store: store,
      transferAgent: transferAgent,
      mailConnector: mailConnector ?? self.mailConnector,
      internetMail: internetMail ?? self.internetMail
    )
  }
}
