/// The mail systems of a random site.
extension RandomTopology {
  mutating func addServers(_ chance: inout Chance) {
    let count = 1 + chance.below(4)
    for number in 0..<count { addHost("S\(number)", &chance) }
    for number in 0..<count {
      let name = "S\(number)"
      addServer(name)
      var text = "\(name): { version: \(chance.pick(Self.versions)), site: SITE\(chance.below(3))"
      text += ", mailboxes: \(1 + chance.below(40)), cache: \(chance.pick([0, 1, 32])) MiB"
      addService("MSExchangeIS", on: name)
      addService("MSExchangeMTA", on: name)
      if chance.once(in: 2) { text += ", transfer-agent: { \(transferAgent(&chance)) }" }
      if hasOffices, number == 0 || chance.once(in: 3) {
        text += ", msmail-connector: \(connector(number, &chance))"
      }
      if number == 0 || chance.once(in: 3) {
        text += ", internet-mail: { \(internetMail(number, &chance)) }"
        addService("MSExchangeIMC", on: name)
      }
      add("exchange", text + " }")
    }
    for number in 0..<chance.below(5) where count > 1 {
      let one = chance.pick(servers)
      let other = chance.pick(servers)
      if one == other { continue }
      addLink("C\(number)")
      add(
        "connectors",
        "C\(number): { between: [\(one), \(other)], kind: \(chance.pick(["site", "x400"])),"
          + " cost: \(1 + chance.below(3)), latency: \(chance.pick(["0s", "20ms", "2s"])),"
          + " bandwidth: \(chance.pick(["8 kbit/s", "64 kbit/s", "10 Mbit/s"])) }"
      )
    }
  }

  private static let versions = [
    "5.0", "5.0 SP1", "5.0 SP2", "5.5 RTM", "5.5 SP1", "5.5 SP2", "5.5 SP3", "5.5 SP4",
  ]

  private func transferAgent(_ chance: inout Chance) -> String {
    "control-blocks: \(chance.pick([1, 2, 20])), open-interval: \(chance.pick(["10s", "10m"])),"
      + " open-retries: \(chance.pick([0, 2, 144])), transfer-retries: \(chance.below(3)),"
      + " transfer-interval: \(chance.pick(["1s", "2m"])), disconnect: \(chance.pick(["1s", "5m"])),"
      + " further-association-at: \(chance.pick([1, 3, 50]))"
      + (chance.once(in: 2) ? ", expiry: { urgent: 1h, normal: 3h, non-urgent: 9h }" : "")
  }

  private mutating func connector(_ number: Int, _ chance: inout Chance) -> String {
    let office = "X\(number)/SHADOW"
    addShadow(office)
    var instances: [String] = []
    for instance in 0..<1 + chance.below(2) {
      let name = "PCMTA\(number)\(instance)"
      addService(name, on: "S\(number)")
      instances.append(
        "\(name): { link: \(chance.pick(["lan", "async"])), serves: [\(served(&chance))],"
          + " poll: \(chance.pick(["10s", "5m", "7m"])), retries: \(chance.below(4)),"
          + " in-queue-limit: \(chance.pick([1, 3, 50])), mailbag-limit: \(chance.pick([1, 5, 50])),"
          + " post-office-limit: \(chance.pick([1, 7, 50])) }"
      )
    }
    addService("MSExchangeMSMI", on: "S\(number)")
    return "{ post-office: \(office), transit: \(chance.pick(["interchange", "mailer"])),"
      + " instances: { \(instances.joined(separator: ", ")) } }"
  }

  private func served(_ chance: inout Chance) -> String {
    var names = (0..<4).filter { _ in chance.once(in: 2) }.map { "N/P\($0)" }
    if names.isEmpty { names = ["N/P0"] }
    if hasGroup { names.append("B/G#") }
    return names.joined(separator: ", ")
  }

  private func internetMail(_ number: Int, _ chance: inout Chance) -> String {
    let oneHost = 1 + chance.below(4)
    var text =
      "domain: firm\(number).example, connections: { outbound: \(oneHost + chance.below(4)),"
      + " one-host: \(oneHost), inbound: \(1 + chance.below(4)),"
      + " messages: \(1 + chance.below(4)) }"
      + ", retry: [\(chance.pick(["1m", "15m", "15m, 30m, 1h, 4h", "1m, 7m"]))]"
      + ", workers: { outbound: \(1 + chance.below(3)), inbound: \(1 + chance.below(3)),"
      + " resolver: \(1 + chance.below(2)) }"
    if chance.once(in: 2) { text += ", expiry: { urgent: 1m, normal: 2h, non-urgent: 9h }" }
    if chance.once(in: 2) {
      text += ", timers: { banner: \(chance.pick(["1s", "5m"])), command: 3s, connect: 2s }"
    }
    if chance.once(in: 4) { text += ", ehlo: false" }
    if chance.once(in: 4) { text += ", inbound-limit: 30 KiB" }
    if chance.once(in: 4) { text += ", outbound-limit: 30 KiB" }
    if chance.once(in: 4) { text += ", deliver: mx0.d0.example" }
    if chance.once(in: 2) {
      let target = chance.pick(["inbound", "mx0.d1.example", "S0"])
      text += ", reroute: { d0.example: \(target), firm\(number).example: inbound }"
    }
    if chance.once(in: 8) { text += ", mode: \(chance.pick(["inbound-only", "outbound-only"]))" }
    return text
  }

  mutating func addOffices(_ chance: inout Chance) {
    if !hasOffices { return }
    addHost("F0", &chance)
    let names = (0..<4).map { "N/P\($0)" }
    for name in names {
      addOffice(name)
      var routes: [String] = []
      for target in names where target != name && chance.once(in: 2) {
        routes.append("\(target): direct")
      }
      let shadow = chance.pick(shadows)
      routes += ["\(shadow): direct", "others: via \(shadow)"]
      add(
        "post-offices",
        "\(name): { mailboxes: \(1 + chance.below(5)), routes: { \(routes.joined(separator: ", ")) }"
          + ", hop-limit: \(chance.pick([1, 2, 10]))"
          + (chance.once(in: 2) ? ", host: F0" : "") + ", compression: \(chance.pick(["1h", "1d"]))"
          + (chance.once(in: 3) ? ", postmaster: false" : "") + " }"
      )
    }
    if hasGroup {
      addOffice("B/G#")
      add(
        "post-offices",
        "B/G#: { count: 3, mailboxes: 2, routes: { \(shadows[0]): direct, others: via \(shadows[0]) } }"
      )
    }
    for number in 0..<chance.below(3) {
      let does = chance.pick(["dispatch-and-mailer", "dispatch", "mailer"])
      addService("EXT\(number)", on: "F0")
      add(
        "external",
        "EXT\(number): { host: F0, serves: [\(served(&chance)), \(chance.pick(shadows))],"
          + " link: \(chance.pick(["lan", "async"])), does: \(does),"
          + " cycle: \(chance.pick(["10s", "3m", "5m"])), retries: \(chance.below(4)),"
          + " update: \(chance.pick(["0s", "5m"])), batch: \(chance.pick([5, 50])) }"
      )
    }
  }
}
