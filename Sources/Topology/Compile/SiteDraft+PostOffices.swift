import Kernel
import KnowledgeBase
import Plan
import Schema

/// A post office, or a group, as it was written, and the routes that all its members have.
struct PostOfficeText {
  let name: Written<String>
  let members: Range<Int>
  let routes: Written<[Named<RouteText>]>
}

extension SiteDraft {
  /// Networks of MS Mail that its gateways use (Q175978).
  static let reservedNetworks = [
    "ATTMAIL", "GTE", "SMTP", "COMPUSERVE", "MCI", "SNADS", "DISOSS", "MHS", "SOURCE", "EASYLINK",
    "MSMAIL", "VMGATE", "ENVOY", "OV", "X400", "FAX", "PROFS",
  ]

  /// Adds the post offices, those of connectors first named and then the ordinary ones, and their routes
  /// when all of them are known.
  mutating func addPostOffices() {
    var texts: [PostOfficeText] = []
    var drafts: [(entry: PostOfficeEntry?, server: ServerID?)] = []
    for server in document.exchange.value {
      guard let connector = server.value.mailConnector?.value,
        let host = hostNames[server.name.value]?.first, let id = serverOfHost[host]
      else { continue }
      let name = connector.postOffice
      reportNetwork(of: name)
      guard postOfficeNames.add(name, PostOfficeID(drafts.count), reading) else { continue }
      texts.append(
        PostOfficeText(
          name: name,
          members: drafts.count..<drafts.count + 1,
          routes: connector.routes
        )
      )
      drafts.append((nil, id))
    }
    for office in document.postOffices.value {
      reportNetwork(of: office.name)
      guard let names = members(office.name, office.value.count) else { continue }
      let first = PostOfficeID(drafts.count)
      guard
        office.value.count == nil
          ? postOfficeNames.add(office.name, first, reading)
          : postOfficeNames.addGroup(office.name, members: names, first: first, reading)
      else { continue }
      texts.append(
        PostOfficeText(
          name: office.name,
          members: first.index..<first.index + names.count,
          routes: office.value.routes
        )
      )
      for _ in names { drafts.append((office.value, nil)) }
    }
    postOfficeTexts = texts
    for (number, text) in texts.enumerated() {
      let draft = drafts[text.members.lowerBound]
      let names = draft.entry?.count.flatMap { groupMembers(text.name.value, count: $0.value) }
      let routes = routes(of: text, number: number)
      let disk = draft.entry.map { place(of: $0) } ?? draft.server.map { servers[$0.index].disk }
      for member in text.members {
        postOfficeEntry.append(number)
        postOffices.append(
          PostOfficePlan(
            name: names?[member - text.members.lowerBound] ?? text.name.value,
            mailboxes: draft.entry?.mailboxes.value ?? 0,
            disk: disk ?? nil,
            hasPostmaster: draft.entry?.hasPostmaster.value ?? false,
            hopLimit: draft.entry?.hopLimit.value ?? 10,
            compression: draft.entry?.compression.value ?? .days(1),
            routes: routes,
            connector: draft.server
          )
        )
      }
    }
  }

  /// The disk that a post office's share lies on, where that is modelled.
  private func place(of entry: PostOfficeEntry) -> DiskID? {
    guard let host = entry.host else {
      if let disk = entry.disk {
        report(
          TopologyRule.conflictingKeys,
          at: disk.place,
          "A `disk` is a disk of a host, and there is no `host` beside it."
        )
      }
      return nil
    }
    return hostNames.one(host, reading).map { disk(entry.disk, on: $0) }
  }

  private func reportNetwork(of name: Written<String>) {
    let network = name.value.prefix { $0 != "/" }.uppercased()
    guard name.isSound, Self.reservedNetworks.contains(network) || network.hasSuffix("EMS"),
      network != "SYSTEMS"
    else { return }
    report(
      TopologyRule.reservedNetwork,
      at: name.place,
      "MS Mail keeps the network name \(network) for a gateway.",
      notes: ["no post office of such a network can be connected (Q175978)"]
    )
  }

  /// The routes of an entry; a connector's post office is direct to all that its instances serve.
  private func routes(of text: PostOfficeText, number: Int) -> PostOfficeRoutes {
    compileRoutes(text.routes.value, of: text.members, name: text.name, served: served(by: text))
  }

  /// The post offices that the instances of a connector serve.
  private func served(by text: PostOfficeText) -> [PostOfficeID] {
    for server in document.exchange.value {
      guard let connector = server.value.mailConnector?.value,
        connector.postOffice.place == text.name.place
      else { continue }
      return connector.instances.value.flatMap { instance in
        instance.value.serves.value.flatMap { name in
          postOfficeNames[name.value].map { $0.map(PostOfficeID.init) } ?? []
        }
      }
    }
    return []
  }

  /// Routes as they are written; reports targets that are not there and detours that are not direct.
  func compileRoutes(
    _ written: [Named<RouteText>],
    of members: Range<Int>,
    name: Written<String>,
    served: [PostOfficeID]
  ) -> PostOfficeRoutes {
    var table = Dictionary(
      served.map { ($0, PostOfficeRoute.direct) },
      uniquingKeysWith: { first, _ in first }
    )
    var others: PostOfficeRoute?
    // The direct ones first: a detour leads through one of them.
    for route in written where route.value == .direct {
      guard route.name.value != "others" else {
        others = .direct
        continue
      }
      guard let targets = postOfficeNames.several(route.name, reading) else { continue }
      for target in targets where !members.contains(target.index) { table[target] = .direct }
      if members.count == 1, targets.count == 1, members.contains(targets[0].index) {
        report(
          TopologyRule.routeToItself,
          at: route.name.place,
          "`\(name.value)` needs no route to itself."
        )
      }
    }
    for route in written {
      guard case .via(let text) = route.value else { continue }
      let through = Written(text, at: route.place)
      guard let way = postOfficeNames.one(through, reading) else { continue }
      if table[way] != .direct, others != .direct {
        let direct = table.filter { $0.value == .direct }.map(\.key).sorted().prefix(4)
        report(
          TopologyRule.routeVia,
          at: route.place,
          "`\(name.value)` sends mail via \(text), to which it is not direct.",
          notes: [
            "add `\(text): direct`; an indirect post office is reached through a direct one (Q118561)"
          ],
          fixes: direct.map { "via \(nameOf($0))" }
        )
        continue
      }
      if route.name.value == "others" {
        others = .via(way)
      } else if let targets = postOfficeNames.several(route.name, reading) {
        for target in targets where target != way { table[target] = .via(way) }
      }
    }
    let entries = table.map { PostOfficeRoutes.Entry($0.key, $0.value) }
    return PostOfficeRoutes(named: entries, others: others)
  }

  /// The name of a post office while not all of them are compiled.
  private func nameOf(_ id: PostOfficeID) -> String {
    guard let text = postOfficeTexts.first(where: { $0.members.contains(id.index) }) else {
      return ""
    }
    return text.members.count == 1
      ? text.name.value
      : groupMembers(text.name.value, count: text.members.count)![
        id.index - text.members.lowerBound
      ]
  }
}
