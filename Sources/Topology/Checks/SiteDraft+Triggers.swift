import KnowledgeBase
import Plan
import Schema

/// What an event can be like in a topology: for each attribute that is known beforehand its values.
struct EventPossibility {
  private var ordinals: [AttributeKind: Set<Int>] = [:]
  private var names: [AttributeKind: Set<String>] = [:]

  /// The same, with an attribute that is one of these words.
  func with(_ attribute: AttributeKind, _ words: [String]) -> EventPossibility {
    var copy = self
    copy.ordinals[attribute] = Set(
      words.compactMap { word in
        if case .range(let range)? = AttributeTest(attribute, word: word)?.value {
          return range.lowerBound
        }
        return nil
      }
    )
    return copy
  }

  /// The same, with an attribute that is one of these names.
  func named(_ attribute: AttributeKind, _ names: [String]) -> EventPossibility {
    var copy = self
    copy.names[attribute] = Set(names.map { $0.lowercased() })
    return copy
  }

  /// Whether a test can pass; what is not known beforehand can be anything.
  func allows(_ test: AttributeTest) -> Bool {
    switch test.value {
    case .range(let range):
      ordinals[test.attribute].map { $0.contains { range.contains($0) } } ?? true
    case .name(let name): names[test.attribute].map { $0.contains(name.lowercased()) } ?? true
    }
  }
}

extension SiteDraft {
  /// What keeps a defect's trigger from happening on a host, as far as the topology tells beforehand; nil
  /// where it can happen.
  func obstacle(of trigger: Trigger, at site: DefectSite, _ routes: [RoutePlan]) -> String? {
    guard case .event(let event) = trigger.cause,
      let possibilities = possibilities(of: event, at: site, routes)
    else { return nil }
    let failed = possibilities.map { possibility in trigger.when.filter { !possibility.allows($0) }
    }
    guard let nearest = failed.min(by: { $0.count < $1.count }) else {
      return "`\(event.rawValue)` never happens on \(hosts[site.host.index].name.value)"
    }
    guard let test = nearest.first else { return nil }
    return "`\(event.rawValue)` happens on \(hosts[site.host.index].name.value), but never where"
      + " \(test.words)"
  }

  /// What an event can be like on a host; nil where nothing is known beforehand.
  private func possibilities(
    of event: EventKind,
    at site: DefectSite,
    _ routes: [RoutePlan]
  ) -> [EventPossibility]? {
    switch event {
    case .pcmtaCollect, .pcmtaDispatch:
      return movers.indices.filter { site.processes.contains(movers[$0].process) }
        .flatMap { connectorMail(MoverID($0), routes) }
    case .pop3Logon: return logons(at: site)
    case .registryConnect, .registryOpen, .registryClose, .registryDisconnect, .performanceOpen,
      .performanceClose:
      return toolRuns(on: site.host)
    case .imsBannerTimeout, .imsIOError: return failures(event, on: site.host)
    default: return nil
    }
  }

  /// The mail that an instance of the Connector (PC) MTA moves.
  private func connectorMail(_ mover: MoverID, _ routes: [RoutePlan]) -> [EventPossibility] {
    routes.filter { $0.hops.contains(.mover(mover)) }.map { route in
      var possibility = EventPossibility().with(.link, [movers[mover.index].link.rawValue])
      guard case .postOffice(let from) = route.from, case .postOffice(let to) = route.to,
        case .connector(let server) = movers[mover.index].kind,
        let connector = servers[server.index].mailConnector?.postOffice,
        route.hops.dropFirst().dropLast().contains(.postOffice(connector))
      else {
        for attribute in [AttributeKind.transit, .bothDirect, .indirectToEachOther] {
          possibility = possibility.with(attribute, ["false"])
        }
        return possibility
      }
      func isDirect(_ start: PostOfficeID, _ end: PostOfficeID) -> Bool {
        postOffices[start.index].routes.route(to: end) == .direct
      }
      let areDirect = isDirect(from, connector) && isDirect(to, connector)
      let isIndirect = !isDirect(from, to) && !isDirect(to, from)
      return possibility.with(.transit, ["true"]).with(.bothDirect, [areDirect ? "true" : "false"])
        .with(.indirectToEachOther, [isIndirect ? "true" : "false"])
    }
  }

  private func logons(at site: DefectSite) -> [EventPossibility] {
    populations.filter { servers[$0.server.index].host == site.host }.map { population in
      let outcomes = ["succeeded"] + (population.badPasswordBillionths > 0 ? ["failed"] : [])
      return EventPossibility().with(.mechanism, [population.usesNTLM ? "ntlm" : "basic"])
        .with(.outcome, outcomes)
    }
  }

  private func toolRuns(on host: HostID) -> [EventPossibility] {
    let own = hosts[host.index]
    let services =
      own.entry.installed.value.map(\.value)
      + own.processes.compactMap { processes[$0.index].service }
    return administrations.filter { $0.targets.contains(host) }.map { use in
      EventPossibility().named(.tool, [use.tool])
        .with(.caller, [use.isRemote ? "remote" : "local"])
        .named(.service, services)
    }
  }

  /// The failures that mail hosts cause by their manners, now or by a fault.
  private func failures(_ event: EventKind, on host: HostID) -> [EventPossibility] {
    guard let server = serverOfHost[host.index],
      let service = servers[server.index].internetMail
    else { return [] }
    let forwarded = Set(
      (service.rerouting ?? []).compactMap { line in
        if case .host(let host) = line.target { host } else { nil }
      }
    )
    return mailHosts.indices.flatMap { number -> [EventPossibility] in
      let id = MailHostID(number)
      let isWanted = manners(of: id).contains { manner in
        event == .imsBannerTimeout ? manner == .silent : manner == .dropsAfterEHLO
      }
      guard isWanted else { return [] }
      let possibility = EventPossibility()
        .with(.peer, [mailHosts[number].isExchange ? "exchange" : "other"])
        .with(.forwarding, forwarded.contains(id) ? ["true", "false"] : ["false"])
      return [
        event == .imsIOError
          ? possibility.with(.phase, service.speaksEHLO ? ["ehlo"] : ["helo"]) : possibility
      ]
    }
  }

  /// How a mail host behaves at any time of the run.
  private func manners(of host: MailHostID) -> [MailHostManner] {
    [mailHosts[host.index].manner]
      + script.flatMap(\.steps).compactMap { step in
        if case .fail(let fault) = step, case .mailHost(host, let manner) = fault.target {
          manner
        } else {
          nil
        }
      }
  }
}
