import Plan
import Schema

extension SiteDraft {
  /// The ways of all flows; reports those that lead nowhere.
  ///
  /// Of a group one member stands for all: they have the same routes, and are reached in the same way.
  func routes() -> [RoutePlan] {
    let finder = RouteFinder(self)
    var routes: [RoutePlan] = []
    var seen: Set<RouteFinder.Problem> = []
    for (number, flow) in document.mail.value.enumerated() where number < flows.count {
      // What more there is would not be shown.
      guard reading.errorCount < Reading.diagnosticLimit else { return routes }
      for (from, to, members) in pairs(flows[number]) {
        do throws(RouteFinder.Problem) {
          let hops = try finder.route(from: from, to: to)
          routes.append(
            RoutePlan(flow: number, from: from, to: to, members: members, hops: hops)
          )
        } catch {
          guard seen.insert(error).inserted else { continue }
          report(error, flow: flow.value, name: flow.name.value)
        }
      }
    }
    return routes
  }

  /// How many pairs of ends are looked at of one flow: all, unless it has very many of both.
  ///
  /// A file could otherwise ask for more pairs than anybody has time to look at.
  private var pairLimit: Int { max(16, 100_000 / max(flows.count, 1)) }

  /// A mail end, another one, and for how many each of them stands.
  private typealias Pair = (MailEnd, MailEnd, members: (from: Int, to: Int))

  /// The pairs of mail ends of a flow, a member for each group.
  private func pairs(_ flow: FlowPlan) -> [Pair] {
    var pairs: [Pair] = []
    let limit = pairLimit
    for source in flow.sources {
      for target in flow.targets {
        if pairs.count == limit { return pairs }
        var end = target.end
        if source.end == target.end {
          guard case .postOffice(let first) = end, target.members > 1 else {
            if case .server = end { pairs.append((source.end, end, (1, 1))) }
            continue
          }
          end = .postOffice(PostOfficeID(first.index + 1))
        }
        pairs.append((source.end, end, (source.members, target.members)))
      }
    }
    return pairs
  }

  private func report(_ problem: RouteFinder.Problem, flow: FlowEntry, name: String) {
    let place = flow.to.place
    func office(_ id: PostOfficeID) -> String { postOffices[id.index].name }
    func related(_ id: PostOfficeID) -> [Diagnostic.Related] {
      [.init(postOfficeTexts[postOfficeEntry[id.index]].name.place, "this post office")]
    }
    func host(_ server: ServerID) -> String { hosts[servers[server.index].host.index].name.value }
    switch problem {
    case .unknown(let here, let target):
      report(
        TopologyRule.unreachable,
        at: place,
        "Mail of `\(name)` gets stuck: \(office(here)) has no route to \(office(target)).",
        related: related(here),
        notes: ["add `\(office(target)): direct` or `others: via …` to its routes"]
      )
    case .loop(let path):
      report(
        TopologyRule.routeLoop,
        at: place,
        "Mail of `\(name)` goes round: \(path.map(office).joined(separator: " ▸ ")).",
        related: related(path[path.count - 2]),
        notes: ["each of them would send it on until its hop count is exceeded"]
      )
    case .tooFar(let start, let limit):
      report(
        TopologyRule.routeLoop,
        at: place,
        "Mail of `\(name)` passes more than the \(limit) post offices that \(office(start)) allows.",
        related: related(start),
        notes: ["raise its `hop-limit`, or shorten the way"]
      )
    case .nobodyMoves(let from, let to):
      report(
        TopologyRule.nobodyMoves,
        at: place,
        "Nobody moves mail of `\(name)` from \(office(from)) to \(office(to)).",
        related: related(from),
        notes: ["an instance of External or of the Connector (PC) MTA must serve both"]
      )
    case .nobodyDelivers(let end):
      report(
        TopologyRule.nobodyMoves,
        at: place,
        "Nobody puts mail of `\(name)` into the mailboxes of \(office(end)).",
        related: related(end),
        notes: ["an instance that serves it must be its mailer too"]
      )
    case .noConnector(let start):
      report(
        TopologyRule.unreachable,
        at: place,
        "Mail of `\(name)` does not get from \(office(start)) into Exchange: there is no Microsoft Mail"
          + " Connector.",
        notes: ["give a server an `msmail-connector`"]
      )
    case .noWayTo(let end):
      report(
        TopologyRule.unreachable,
        at: place,
        "Mail of `\(name)` does not get from Exchange to \(office(end)): no connector knows it.",
        related: related(end),
        notes: ["let an instance of a connector serve it, or give it a route"]
      )
    case .apart(let from, let to):
      report(
        TopologyRule.unreachable,
        at: place,
        "Mail of `\(name)` does not get from \(host(from)) to \(host(to)): they are in different sites,"
          + " and no connector joins these.",
        notes: ["add one to `connectors`, or give both the same `site`"]
      )
    case .noInternetMail(let isInbound):
      report(
        TopologyRule.unreachable,
        at: place,
        "Mail of `\(name)` does not get \(isInbound ? "in from" : "out to") the Internet: no server has an"
          + " Internet Mail Service that \(isInbound ? "receives" : "sends").",
        notes: ["give a server `internet-mail`"]
      )
    case .noMailHost(let domain):
      report(
        TopologyRule.unreachable,
        at: place,
        "Mail of `\(name)` finds no mail host of \(domains[domain.index].name)."
      )
    case .notThroughHere(let domain):
      report(
        TopologyRule.unreachable,
        at: place,
        "Mail of `\(name)` does not pass this site: no server here reroutes mail for"
          + " \(domains[domain.index].name).",
        notes: [
          "let one of its mail hosts be a `server` of this topology, and that server `reroute` the domain"
        ]
      )
    }
  }
}
