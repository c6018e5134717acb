import Plan
import Schema

extension SiteDraft {
  /// Reports a counter that does not exist, or that can never have a value here.
  func checkCounter(_ written: Written<CounterPath>) {
    guard written.isSound else { return }
    let path = written.value
    guard let object = CounterObject.named(path.object) else {
      report(
        TopologyRule.unknownCounter,
        at: written.place,
        "There is no object `\(path.object)`.",
        fixes: nearest(path.object, among: CounterObject.all.map(\.name))
      )
      return
    }
    guard CounterObject.find(path) != nil else {
      let names = object.counters.map(\.name)
      report(
        TopologyRule.unknownCounter,
        at: written.place,
        "The object \(object.name) has no counter `\(path.counter)`.",
        notes: ["it has \(names.joined(separator: ", "))"],
        fixes: nearest(path.counter, among: names)
      )
      return
    }
    switch (object.instances, path.instance) {
    case (.none, let instance?):
      report(
        TopologyRule.unknownCounter,
        at: written.place,
        "The object \(object.name) has no instances, such as `\(instance)`."
      )
      return
    case (.none, nil): break
    case (_, nil):
      report(
        TopologyRule.unknownCounter,
        at: written.place,
        "The object \(object.name) has instances, and none is named.",
        notes: ["write \(object.name)(instance)\\\(path.counter)"]
      )
      return
    default: break
    }
    checkPresence(written, object)
  }

  private func checkPresence(_ written: Written<CounterPath>, _ object: CounterObject) {
    let path = written.value
    guard let name = path.host, name != "*" else { return }
    guard let host = hostNames.one(Written(name, at: written.place), reading) else { return }
    let own = hosts[host.index]
    if let image = object.image, !runs(image, own) {
      report(
        TopologyRule.counterNeverThere,
        at: written.place,
        "\(name) never runs \(image), so \(object.name) has no counters there."
      )
    }
    guard let instance = path.instance, instance != "*" else { return }
    let names: [String]
    switch object.instances {
    case .processes:
      if runs(instance.lowercased() + ".exe", own) { return }
      names = own.processes.map { processes[$0.index].instance }
    case .disks: names = own.disks.map { disks[$0.index].name + ":" }
    case .connectorInstances: names = own.moverNames
    case .connections:
      if instance != name, serverNames.contains(instance.lowercased()) { return }
      names = servers.prefix(9).map { hosts[$0.host.index].name.value }.filter { $0 != name }
    case .postOffices, .none: return
    }
    let isThere = names.contains { isSame($0, instance) || isSame($0, instance + ":") }
    if !isThere {
      report(
        TopologyRule.counterNeverThere,
        at: written.place,
        "\(name) never has an instance `\(instance)` of \(object.name).",
        notes: names.isEmpty ? [] : ["it has \(listed(names))"],
        fixes: nearest(instance, among: names)
      )
    }
  }

  /// Whether a host runs a program; the connector's agent is one of two.
  private func runs(_ image: String, _ host: HostDraft) -> Bool {
    host.processOfImage[image] != nil
      || (image == "async.exe" && host.processOfImage["x25eicon.exe"] != nil)
  }

  private func isSame(_ left: String, _ right: String) -> Bool {
    left.lowercased() == right.lowercased()
  }

  /// What is kept of the run: what is asked for, what is expected, and what defects in force show.
  func probes(_ defects: [Defect], _ sites: [DefectSite]) -> [CounterPath] {
    var probes: [CounterPath] = []
    var seen: Set<String> = []
    func add(_ path: CounterPath) {
      if seen.insert("\(path)".lowercased()).inserted { probes.append(path) }
    }
    for pattern in document.observe.value {
      checkCounter(pattern)
      add(pattern.value)
    }
    for expectation in document.expect.value {
      if case .counter(let path) = expectation.value.claim.value { add(path) }
    }
    for site in sites where site.verdict.isOpen {
      for case .counter(let path, _) in defects[site.defect].signs {
        add(path.on(hosts[site.host.index].name.value))
      }
    }
    return probes
  }
}
