import Plan
import Schema

extension SiteDraft {
  /// Routes as they are written; reports targets that are not there and detours that are not direct.
  ///
  /// A post office that is named itself has that route, whatever is said of a group that it is in.
  mutating func compileRoutes(
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
    var groups: [(targets: Range<Int>, route: PostOfficeRoute)] = []
    var single: [(targets: Range<Int>, route: PostOfficeRoute)] = []
    var detours: [(text: Named<RouteText>, way: PostOfficeID)] = []
    for text in written {
      var route = PostOfficeRoute.direct
      if case .via(let way) = text.value {
        guard let way = postOfficeNames.one(Written(way, at: text.place), reading) else { continue }
        detours.append((text, way))
        route = .via(way)
      }
      if text.name.value == "others" {
        others = route
      } else if let targets = targets(of: text, members: members, name: name) {
        if targets.count == 1 {
          single.append((targets, route))
        } else {
          groups.append((targets, route))
        }
      }
    }
    for (targets, route) in groups + single {
      for target in targets.lazy.map(PostOfficeID.init) where route != .via(target) {
        table[target] = route
      }
    }
    for (text, way) in detours where (table[way] ?? others) != .direct {
      reportDetour(text, of: name, table)
    }
    let entries = table.map { PostOfficeRoutes.Entry($0.key, $0.value) }
    return PostOfficeRoutes(named: entries, others: others)
  }

  /// The post offices that a route leads to, one or a group; reports those that are not there.
  private mutating func targets(
    of route: Named<RouteText>,
    members: Range<Int>,
    name: Written<String>
  ) -> Range<Int>? {
    guard let targets = postOfficeNames[route.name.value] else {
      _ = postOfficeNames.several(route.name, reading)
      return nil
    }
    if members.count == 1, targets == members {
      report(
        TopologyRule.routeToItself,
        at: route.name.place,
        "`\(name.value)` needs no route to itself."
      )
      return nil
    }
    return canExpand(targets.count, at: route.name.place) ? targets : nil
  }

  private func reportDetour(
    _ route: Named<RouteText>,
    of name: Written<String>,
    _ table: [PostOfficeID: PostOfficeRoute]
  ) {
    guard case .via(let way) = route.value else { return }
    let direct =
      reading.errorCount < 50
      ? table.filter { $0.value == .direct }.map(\.key).sorted().prefix(4) : []
    report(
      TopologyRule.routeVia,
      at: route.place,
      "`\(name.value)` sends mail via \(way), to which it is not direct.",
      notes: [
        "add `\(way): direct`; an indirect post office is reached through a direct one (Q118561)"
      ],
      fixes: direct.map { "via \(nameOf($0))" }
    )
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
