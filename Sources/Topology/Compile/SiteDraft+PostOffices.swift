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
        let id = self.server(named: server.name.value)
      else { continue }
      let name = connector.postOffice
      reportNetwork(of: name)
      guard !name.value.contains("#") else {
        report(
          TopologyRule.groupForm,
          at: name.place,
          "The post office of a connector is one, and `\(name.value)` is the name of a group."
        )
        continue
      }
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
      guard let names = members(office.name, office.value.count),
        canAdd(
          names.count,
          to: drafts.count,
          limit: Self.sizeLimits.postOffices,
          "post offices",
          at: office.value.count?.place ?? office.name.place
        )
      else { continue }
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
      let routes = compileRoutes(
        text.routes.value,
        of: text.members,
        name: text.name,
        served: draft.server.map { served(by: $0) } ?? []
      )
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

  /// The post offices that the instances of a server's connector serve, to which its own is direct.
  private mutating func served(by server: ServerID) -> [PostOfficeID] {
    let entry = document.exchange.value[serverEntry[server.index]].value
    return (entry.mailConnector?.value.instances.value ?? []).flatMap { instance in
      instance.value.serves.value.flatMap { name -> [PostOfficeID] in
        guard let offices = postOfficeNames[name.value],
          canExpand(offices.count, at: name.place)
        else { return [] }
        return offices.map(PostOfficeID.init)
      }
    }
  }
}
