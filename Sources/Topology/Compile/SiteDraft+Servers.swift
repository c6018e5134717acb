import Kernel
import KnowledgeBase
import Plan
import Schema

extension SiteDraft {
  /// Installs Exchange on its hosts: processes and facts. Connectors and services follow when the post
  /// offices and domains that they refer to are known.
  mutating func addServers() {
    for (number, server) in document.exchange.value.enumerated() {
      guard hostNames[server.name.value] != nil else {
        report(
          TopologyRule.hostNeeded,
          at: server.name.place,
          "There is no host `\(server.name.value)` for this Exchange server.",
          notes: ["an Exchange server has the name of its host"],
          fixes: nearest(server.name.value, among: hostNames.writtenNames.map(\.value))
        )
        continue
      }
      guard let host = hostNames.one(server.name, reading) else { continue }
      let entry = server.value
      reportSystem(of: server, on: host)
      let installation = install(entry.hotfixes.value, on: entry.version.value)
      hosts[host.index].exchange = installation
      hosts[host.index].hotfixes += entry.hotfixes.value.map(\.value)
      for description in ServiceCatalogue.exchange {
        add(
          description,
          to: host,
          cacheBytes: description.image == "store.exe" ? entry.cache.value : 0
        )
      }
      let id = ServerID(servers.count)
      serverOfHost[host.index] = id
      serverEntry.append(number)
      serverNames.insert(server.name.value.lowercased())
      servers.append(
        ServerPlan(
          host: host,
          site: entry.site.value,
          mailboxes: entry.mailboxes.value,
          disk: disk(entry.disk, on: host),
          store: process("store.exe", on: host)!,
          transferAgent: transferAgent(entry.transferAgent.value, on: host),
          mailConnector: nil,
          internetMail: nil
        )
      )
    }
  }

  private func transferAgent(_ entry: TransferAgentEntry, on host: HostID) -> TransferAgentPlan {
    TransferAgentPlan(
      process: process("emsmta.exe", on: host)!,
      controlBlocks: entry.controlBlocks.value,
      openInterval: entry.openInterval.value,
      openRetries: entry.openRetries.value,
      transferRetries: entry.transferRetries.value,
      transferInterval: entry.transferInterval.value,
      disconnect: entry.disconnect.value,
      furtherAssociationAt: entry.furtherAssociationAt.value,
      expiry: entry.expiry.map { expiry($0.value) }
        ?? Expiry(urgent: .days(2), normal: .days(7), nonUrgent: .days(10)),
      lowDiskBytes: 10 << 20
    )
  }

  func expiry(_ entry: ExpiryEntry) -> Expiry {
    Expiry(
      urgent: entry.urgent.value,
      normal: entry.normal.value,
      nonUrgent: entry.nonUrgent.value
    )
  }

  /// Exchange Server is for servers, and no release before 5.5 SP3 was meant for Windows 2000.
  private func reportSystem(of server: Named<ServerEntry>, on host: HostID) {
    let system = hosts[host.index].entry.system
    guard [.workstation, .professional].contains(system.value.edition) else { return }
    report(
      TopologyRule.notOnThisSystem,
      at: server.name.place,
      "Exchange Server does not run on \(system.value.family.rawValue) \(system.value.edition.rawValue).",
      related: [.init(system.place, "its system")],
      fixes: []
    )
  }

  /// Adds the connectors between servers of different sites.
  mutating func addConnectors() {
    for connector in document.connectors.value {
      let entry = connector.value
      let ends = entry.between.value.compactMap { server($0) }
      guard entry.between.isSound else { continue }
      guard entry.between.value.count == 2 else {
        report(
          TopologyRule.conflictingKeys,
          at: entry.between.place,
          "A connector has two ends, and here \(Self.count(entry.between.value.count))."
        )
        continue
      }
      guard ends.count == 2 else { continue }
      if ends[0] == ends[1] {
        report(
          TopologyRule.conflictingKeys,
          at: entry.between.value[1].place,
          "A connector does not lead from a server to itself.",
          related: [.init(entry.between.value[0].place, "the same server")]
        )
        continue
      }
      if servers[ends[0].index].site == servers[ends[1].index].site {
        report(
          TopologyRule.unusedRoute,
          at: connector.name.place,
          "Both servers are in the site \(servers[ends[0].index].site) and need no connector.",
          related: entry.between.value.map { .init($0.place, "in \(servers[ends[0].index].site)") }
        )
      }
      guard connectorNames.add(connector.name, ConnectorID(connectors.count), reading) else {
        continue
      }
      connectors.append(
        ConnectorPlan(
          name: connector.name.value,
          ends: (ends[0], ends[1]),
          kind: entry.kind.value,
          cost: entry.cost.value,
          latency: entry.latency.value,
          bytesPerSecond: entry.bandwidth.value
        )
      )
    }
    var counts = Array(repeating: Int64(0), count: servers.count)
    for connector in connectors where connector.kind == .x400 {
      counts[connector.ends.0.index] += 1
      counts[connector.ends.1.index] += 1
    }
    for (server, count) in zip(servers, counts) {
      hosts[server.host.index].options.append((.x400Connectors, count))
    }
  }

  private static func count(_ number: Int) -> String {
    number == 1 ? "is one" : number == 0 ? "is none" : "are \(number)"
  }

  /// The server of this name; reports one that is not there.
  func server(_ name: Written<String>) -> ServerID? {
    guard name.isSound else { return nil }
    if let server = server(named: name.value) { return server }
    if let hosts = hostNames[name.value], hosts.count > 1 {
      _ = hostNames.one(name, reading)
      return nil
    }
    report(
      TopologyRule.unknownName,
      at: name.place,
      hostNames[name.value] == nil
        ? "There is no Exchange server `\(name.value)`."
        : "No Exchange runs on the host `\(name.value)`.",
      fixes: nearest(name.value, among: document.exchange.value.map(\.name.value))
    )
    return nil
  }

  /// The server of this name, if there is one.
  func server(named name: String) -> ServerID? {
    guard let hosts = hostNames[name], hosts.count == 1 else { return nil }
    return serverOfHost[hosts.lowerBound]
  }
}
