import KnowledgeBase
import Plan
import Schema

extension SiteDraft {
  /// Warns of what is there and can never matter.
  func reportDead(
    _ defects: [Defect],
    _ plans: [HostPlan],
    _ sites: [DefectSite],
    _ routes: [RoutePlan]
  ) {
    guard !reading.hasErrors else { return }
    reportSilentEnds()
    reportUnusedRoutes(routes)
    reportShutGates(defects, plans, sites, routes)
  }

  /// Mailboxes to which and from which nothing goes.
  private func reportSilentEnds() {
    var used = Array(repeating: false, count: postOfficeTexts.count)
    var usedServers = Array(repeating: false, count: servers.count)
    for share in flows.flatMap({ $0.sources + $0.targets }) {
      switch share.end {
      case .postOffice(let first):
        for member in first.index..<first.index + share.members {
          used[postOfficeEntry[member]] = true
        }
      case .server(let server): usedServers[server.index] = true
      case .domain: break
      }
    }
    for (number, text) in postOfficeTexts.enumerated()
    where !used[number] && postOffices[text.members.lowerBound].connector == nil {
      report(
        TopologyRule.noMail,
        at: text.name.place,
        "No flow begins or ends at `\(text.name.value)`, so its mailboxes have no mail."
      )
    }
    for (number, server) in servers.enumerated() where !usedServers[number] && server.mailboxes > 0
    {
      let name = document.exchange.value[serverEntry[number]].name
      report(
        TopologyRule.noMail,
        at: name.place,
        "No flow begins or ends at `\(name.value)`, so its \(server.mailboxes) mailboxes have no mail."
      )
    }
  }

  /// Routes that are written by name and that no mail takes.
  private func reportUnusedRoutes(_ routes: [RoutePlan]) {
    var steps: Set<[Int]> = []
    for route in routes {
      guard case .postOffice(let final)? = route.hops.last(where: { $0.isPostOffice }) else {
        continue
      }
      var here: PostOfficeID?
      for case .postOffice(let next) in route.hops {
        if let here {
          steps.insert([postOfficeEntry[here.index], postOfficeEntry[next.index]])
          steps.insert([postOfficeEntry[here.index], postOfficeEntry[final.index]])
        }
        here = next
      }
    }
    for (number, text) in postOfficeTexts.enumerated() {
      // Whoever goes via a post office needs the direct route to it.
      let ways = Set(
        text.routes.value.compactMap { if case .via(let way) = $0.value { way } else { nil } }
      )
      for route in text.routes.value
      where route.name.value != "others" && !ways.contains(route.name.value) {
        guard let target = postOfficeNames[route.name.value]?.first else { continue }
        if !steps.contains([number, postOfficeEntry[target]]) {
          report(
            TopologyRule.unusedRoute,
            at: route.name.place,
            "No mail takes the route from `\(text.name.value)` to `\(route.name.value)`."
          )
        }
      }
    }
  }

  /// Defects that are to show, and whose gates are shut from the start to the end.
  private func reportShutGates(
    _ defects: [Defect],
    _ plans: [HostPlan],
    _ sites: [DefectSite],
    _ routes: [RoutePlan]
  ) {
    let changed = hostsThatChange
    var seen: Set<String> = []
    for expectation in document.expect.value {
      guard case .reproduces(let id) = expectation.value.claim.value, seen.insert(id).inserted,
        let number = defects.firstIndex(where: { $0.id == id })
      else { continue }
      let own = sites.filter { $0.defect == number }
      let place = expectation.value.claim.place
      if own.isEmpty {
        report(
          TopologyRule.triggerNever,
          at: place,
          "\(id) cannot show: nothing here can trigger it.",
          notes: ["it is set off \(defects[number].trigger.words)"]
        )
      } else if !own.contains(where: { $0.verdict.isOpen || changed.contains($0.host) }) {
        let best = own.min { $0.verdict.failed.count < $1.verdict.failed.count }!
        let host = plans[best.host.index]
        let why = defects[number].gate.explanation(on: host.name) { host.value(of: $0) }
        report(
          TopologyRule.gateShut,
          at: place,
          "\(id) cannot show: it is not in force on \(names(own, plans)).",
          label: "its gate is shut",
          notes: why.shuts + ["it would be in force with \(why.opens.joined(separator: " and "))"]
        )
      } else if let obstacle = obstacle(
        of: defects[number],
        own.filter { $0.verdict.isOpen || changed.contains($0.host) },
        routes
      ) {
        report(
          TopologyRule.triggerNever,
          at: place,
          "\(id) cannot show: it is in force, and nothing here sets it off.",
          label: "never triggered",
          notes: ["it is set off \(defects[number].trigger.words)", obstacle]
        )
      }
    }
  }

  /// What keeps a defect from being triggered on any of these hosts.
  private func obstacle(
    of defect: Defect,
    _ sites: [DefectSite],
    _ routes: [RoutePlan]
  ) -> String? {
    var first: String?
    for site in sites {
      guard let obstacle = obstacle(of: defect.trigger, at: site, routes) else { return nil }
      first = first ?? obstacle
    }
    return first
  }

  private func names(_ sites: [DefectSite], _ plans: [HostPlan]) -> String {
    let names = sites.prefix(3).map { plans[$0.host.index].name }
    return names.joined(separator: ", ") + (sites.count > 3 ? " and \(sites.count - 3) more" : "")
  }

  /// The hosts of which the script changes what is true.
  private var hostsThatChange: Set<HostID> {
    var hosts: Set<HostID> = []
    for step in script.lazy.flatMap(\.steps) {
      if case .install(let host, _, _) = step { hosts.insert(host) }
    }
    return hosts
  }
}

extension RouteHop {
  fileprivate var isPostOffice: Bool { if case .postOffice = self { true } else { false } }
}
