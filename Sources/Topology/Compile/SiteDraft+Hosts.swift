import KnowledgeBase
import Plan
import Schema

extension SiteDraft {
  /// Compiles the hosts: their systems, disks, and the processes of their systems.
  mutating func addHosts() {
    for host in document.hosts.value {
      let first = HostID(hosts.count)
      guard let names = members(host.name, host.value.count),
        canAdd(
          names.count,
          to: hosts.count,
          limit: Self.sizeLimits.hosts,
          "hosts",
          at: host.value.count?.place ?? host.name.place
        ),
        names.count == 1 && host.value.count == nil
          ? hostNames.add(host.name, first, reading)
          : hostNames.addGroup(host.name, members: names, first: first, reading)
      else { continue }
      for name in names { addHost(host.name.map { _ in name }, host.value) }
      reportDisks(of: host.value)
    }
  }

  /// The names that an entry stands for: its own, or those of the members of a group.
  func members(_ name: Written<String>, _ count: Written<Int>?) -> [String]? {
    guard let count else {
      guard name.value.contains("#") else { return [name.value] }
      let digits = name.value.filter { $0 == "#" }.count
      let most = String(repeating: "9", count: min(digits, 6))
      report(
        TopologyRule.groupForm,
        at: name.place,
        "`\(name.value)` is the name of a group, and nothing says how many members it has.",
        label: "needs `count`",
        notes: ["write for example `count: \(most)`"]
      )
      return nil
    }
    if let names = groupMembers(name.value, count: count.value) { return names }
    let digits = "\(count.value)".utf8.count
    report(
      TopologyRule.groupForm,
      at: name.place,
      name.value.contains("#")
        ? "The # of `\(name.value)` do not fit the numbers 1 to \(count.value)."
        : "`\(name.value)` has a `count`, and no # in its name that tells its members apart.",
      label: "needs \(String(repeating: "#", count: digits)) in one place",
      related: [.init(count.place, "so many")]
    )
    return nil
  }

  private mutating func addHost(_ name: Written<String>, _ entry: HostEntry) {
    let id = HostID(hosts.count)
    let system = entry.system.value
    var host = HostDraft(
      name: name,
      entry: entry,
      installation: ProductTable.shared.installation(of: system)
    )
    host.hotfixes = entry.hotfixes.value.map(\.value)
    host.installation = install(entry.hotfixes.value, on: host.installation)
    host.files = entry.files.value.map { ($0.name.value.lowercased(), $0.value) }
    let drives = entry.disks.value.map {
      ($0.name.value, $0.value.size.value, $0.value.free?.value)
    }
    for (letter, size, free) in drives.isEmpty ? [("C", 4 << 30, 3 << 30)] : drives {
      host.disks.append(DiskID(disks.count))
      disks.append(
        DiskPlan(name: letter, host: id, sizeBytes: size, freeBytes: free ?? size / 4 * 3)
      )
    }
    hosts.append(host)
    for description in ServiceCatalogue.system(system.family) { add(description, to: id) }
    for (component, description) in ServiceCatalogue.components
    where entry.installed.value.contains(where: { $0.value == component }) {
      add(description, to: id)
    }
  }

  /// Adds a process to a host; those that it depends on must be there.
  @discardableResult
  mutating func add(
    _ description: ServiceDescription,
    to host: HostID,
    cacheBytes: Int = 0
  ) -> ProcessID {
    let id = ProcessID(processes.count)
    let baseline = description.baseline
    processes.append(
      ProcessPlan(
        image: description.image,
        version: hosts[host.index].version(of: description.image),
        service: description.service,
        host: host,
        dependsOn: description.dependsOn.compactMap {
          hosts[host.index].processOfService[$0.lowercased()]
        },
        startsWithHost: true,
        ends: description.endsWithHost ? .withHost : .withService,
        startDelay: description.startDelay,
        baseline: Baseline(
          handles: baseline.handles,
          threads: baseline.threads,
          privateBytes: baseline.privateBytes,
          breathThousandths: baseline.breathThousandths,
          cacheBytes: cacheBytes
        )
      )
    )
    hosts[host.index].processes.append(id)
    if hosts[host.index].processOfImage[description.image] == nil {
      hosts[host.index].processOfImage[description.image] = id
    }
    if let name = description.service?.lowercased(),
      hosts[host.index].processOfService[name] == nil
    {
      hosts[host.index].processOfService[name] = id
    }
    return id
  }

  /// The process of a host with this image, if it runs there.
  func process(_ image: String, on host: HostID) -> ProcessID? {
    hosts[host.index].processOfImage[image]
  }

  /// The process of a host that runs as this service; reports a service that is not there.
  func service(_ name: Written<String>, on host: HostID) -> ProcessID? {
    if let found = hosts[host.index].processOfService[name.value.lowercased()] { return found }
    let names = hosts[host.index].processes.lazy.compactMap { processes[$0.index].service }
    report(
      TopologyRule.unknownService,
      at: name.place,
      "No service `\(name.value)` runs on \(hosts[host.index].name.value).",
      notes: names.isEmpty ? [] : ["there is \(listed(Array(names.prefix(9))))"],
      fixes: nearest(name.value, among: Array(names))
    )
    return nil
  }

  /// An installation with these hotfixes; reports those that do not fit.
  func install(_ ids: [Written<String>], on installation: Installation) -> Installation {
    var installation = installation
    for id in ids where id.isSound {
      if case .isIncluded(_, let release) = installation.verdict(of: id.value) {
        report(
          TopologyRule.hotfixIncluded,
          at: id.place,
          "\(installation) has \(id.value) already: it is in \(release.name)."
        )
      }
      do throws(Complaint) {
        installation = try installation.adding(hotfix: id.value)
      } catch {
        report(
          TopologyRule.hotfixElsewhere,
          at: id.place,
          error.message,
          notes: error.notes,
          fixes: error.fixes
        )
      }
    }
    return installation
  }

  /// A disk of a host by its letter, or the first.
  func disk(_ letter: Written<String>?, on host: HostID) -> DiskID {
    let own = hosts[host.index].disks
    guard let letter else { return own[0] }
    if let found = own.first(where: { disks[$0.index].name == letter.value }) { return found }
    report(
      TopologyRule.unknownName,
      at: letter.place,
      "\(hosts[host.index].name.value) has no disk \(letter.value).",
      notes: ["it has \(own.map { disks[$0.index].name }.joined(separator: ", "))"]
    )
    return own[0]
  }

  private func reportDisks(of entry: HostEntry) {
    for disk in entry.disks.value {
      guard let free = disk.value.free, free.value > disk.value.size.value else { continue }
      report(
        TopologyRule.diskTooFull,
        at: free.place,
        "Disk \(disk.name.value) has more free than it is large.",
        related: [.init(disk.value.size.place, "its size")]
      )
    }
  }
}
