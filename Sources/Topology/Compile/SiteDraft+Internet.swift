import Kernel
import KnowledgeBase
import Plan
import Schema

extension SiteDraft {
  /// Adds the domains of the Internet and their mail hosts.
  mutating func addDomains() {
    for domain in document.internet.value {
      var exchanges: [DomainPlan.Exchange] = []
      for host in domain.value.hosts.value {
        let entry = host.value
        let server = entry.server.flatMap { self.server($0) }
        let id = MailHostID(mailHosts.count)
        guard mailHostNames.add(host.name, id, reading) else { continue }
        mailHosts.append(
          MailHostPlan(
            name: host.name.value,
            server: server,
            isExchange: entry.product.value == .exchange || server != nil,
            manner: entry.manner.value,
            latency: entry.latency.value,
            bytesPerSecond: entry.bandwidth.value
          )
        )
        exchanges.append(DomainPlan.Exchange(preference: entry.preference.value, host: id))
      }
      let id = DomainID(domains.count)
      guard domainNames.add(domain.name, id, reading) else { continue }
      // Equal preferences keep the order of the file; the service chooses among them by chance.
      let sorted = exchanges.enumerated().sorted {
        ($0.element.preference, $0.offset) < ($1.element.preference, $1.offset)
      }
      domains.append(DomainPlan(name: domain.name.value, exchanges: sorted.map(\.element)))
    }
  }

  /// Adds the Internet Mail Services.
  mutating func addInternetMail() {
    for server in document.exchange.value {
      guard let written = server.value.internetMail,
        let id = self.server(named: server.name.value)
      else { continue }
      let host = servers[id.index].host
      let entry = written.value
      let process = add(ServiceCatalogue.internetMail, to: host)
      let table = entry.reroute?.value ?? []
      let rerouting = table.isEmpty ? nil : table.compactMap { self.rerouting($0, on: host) }
      hosts[host.index].options += [
        (.rerouting, rerouting == nil ? 0 : 1), (.ehlo, entry.ehlo.value ? 1 : 0),
        (.etrn, entry.etrn.value ? 1 : 0),
        (.protocolLogging, Int64(entry.logging.value.ordinal)),
      ]
      reportConnections(entry.connections)
      servers[id.index] = servers[id.index].with(
        internetMail: InternetMailPlan(
          process: process,
          domain: entry.domain.value,
          hostName: entry.hostName?.value
            ?? "\(server.name.value.lowercased()).\(entry.domain.value)",
          delivery: delivery(entry.deliver, of: id),
          mode: entry.mode.value,
          rerouting: rerouting,
          connections: connections(entry.connections.value),
          retries: entry.retry.value.map(\.value),
          expiry: entry.expiry.map { expiry($0.value) }
            ?? Expiry(urgent: .hours(24), normal: .hours(48), nonUrgent: .hours(72)),
          timers: timers(entry.timers.value),
          speaksEHLO: entry.ehlo.value,
          sizeLimitsBytes: (entry.inboundLimit.value, entry.outboundLimit.value),
          workers: workers(entry.workers.value),
          lowDiskBytes: entry.lowDisk.value,
          logging: entry.logging.value.ordinal
        )
      )
    }
  }

  private func delivery(
    _ text: Written<String>,
    of server: ServerID
  ) -> InternetMailPlan.Delivery {
    if text.value == "by-domain" { return .byDomain }
    if let host = mailHostNames[text.value]?.first { return .host(MailHostID(host)) }
    if let other = self.server(named: text.value) {
      if other != server { return .server(other) }
      report(
        TopologyRule.routeLoop,
        at: text.place,
        "The service would deliver all its mail to itself."
      )
      return .byDomain
    }
    report(
      TopologyRule.unknownName,
      at: text.place,
      "There is no mail host and no Exchange server `\(text.value)`.",
      fixes: nearest(text.value, among: ["by-domain"] + deliveryNames)
    )
    return .byDomain
  }

  private var deliveryNames: [String] {
    mailHostNames.writtenNames.map(\.value) + document.exchange.value.map(\.name.value)
  }

  private func rerouting(
    _ line: Named<String>,
    on host: HostID
  ) -> InternetMailPlan.Rerouting? {
    let isExact = line.name.value.hasPrefix("#")
    if isExact, let release = hosts[host.index].exchange,
      release.product.branch.major == 5, release.product.branch.minor == 0,
      release.release.ordinal < (release.product.release(named: "SP2")?.ordinal ?? 0)
    {
      report(
        TopologyRule.needsRelease,
        at: line.name.place,
        "Exchange \(release) does not know `#` in its rerouting table.",
        notes: ["it stands for an exact match from 5.0 SP2 on (Q169683)"]
      )
    }
    let target: InternetMailPlan.Rerouting.Target
    if line.value == "inbound" {
      target = .inbound
    } else if let mailHost = mailHostNames[line.value]?.first {
      target = .host(MailHostID(mailHost))
    } else if let server = server(named: line.value) {
      target = .server(server)
    } else {
      report(
        TopologyRule.unknownName,
        at: line.place,
        "There is no mail host and no Exchange server `\(line.value)`.",
        fixes: nearest(line.value, among: ["inbound"] + deliveryNames)
      )
      return nil
    }
    return InternetMailPlan.Rerouting(
      domain: isExact ? String(line.name.value.dropFirst()) : line.name.value,
      isExact: isExact,
      target: target
    )
  }

  private func reportConnections(_ entry: Written<ConnectionsEntry>) {
    let (outbound, inbound) = (entry.value.outbound, entry.value.inbound)
    if outbound.value + inbound.value > 1_000 {
      report(
        TopologyRule.connectionSum,
        at: outbound.place,
        "\(outbound.value) connections out and \(inbound.value) in are more than 1,000 together.",
        related: inbound.isDefault ? [] : [.init(inbound.place, "in")]
      )
    }
    if entry.value.oneHost.value > outbound.value, !entry.value.oneHost.isDefault {
      report(
        TopologyRule.conflictingKeys,
        at: entry.value.oneHost.place,
        "\(entry.value.oneHost.value) connections to one host are more than the \(outbound.value) in all.",
        related: outbound.isDefault ? [] : [.init(outbound.place, "in all")]
      )
    }
  }

  private func connections(_ entry: ConnectionsEntry) -> InternetMailPlan.Connections {
    InternetMailPlan.Connections(
      outbound: entry.outbound.value,
      oneHost: min(entry.oneHost.value, entry.outbound.value),
      inbound: entry.inbound.value,
      messages: entry.messages.value
    )
  }

  private func timers(_ entry: TimersEntry) -> InternetMailPlan.Timers {
    InternetMailPlan.Timers(
      connect: entry.connect.value,
      banner: entry.banner.value,
      command: entry.command.value,
      dataStart: entry.dataStart.value,
      dataBlock: entry.dataBlock.value,
      dataEnd: entry.dataEnd.value
    )
  }

  private func workers(_ entry: WorkersEntry) -> InternetMailPlan.Workers {
    InternetMailPlan.Workers(
      outbound: entry.outbound.value,
      inbound: entry.inbound.value,
      resolver: entry.resolver.value
    )
  }
}
