/// The world outside of a random site, its mail, its people, and what goes wrong.
extension RandomTopology {
  static let manners = [
    "sound", "silent", "hangs-up", "silent-after-banner", "drops-after-ehlo", "drops-after-answer",
    "rejects-ehlo", "refuses", "unreachable", "slow", "busy", "greylists", "rejects",
  ]

  mutating func addInternet(_ chance: inout Chance) {
    for number in 0..<2 + chance.below(3) {
      let domain = "d\(number).example"
      var hosts: [String] = []
      for host in 0..<1 + chance.below(3) {
        let name = "mx\(host).\(domain)"
        addDomain(domain, host: name)
        var text = "\(name): { preference: \(chance.pick([10, 10, 20]))"
        if chance.once(in: 6) {
          text += ", server: \(chance.pick(servers))"
        } else if chance.once(in: 2) {
          text += ", manner: \(chance.pick(Self.manners))"
        }
        text += ", latency: \(chance.pick(["0s", "80ms", "3s"]))"
        if chance.once(in: 3) { text += ", product: exchange" }
        hosts.append(text + ", bandwidth: \(chance.pick(["8 kbit/s", "1 Mbit/s"])) }")
      }
      add("internet", "\(domain): { hosts: { \(hosts.joined(separator: ", ")) } }")
    }
  }

  mutating func addTraffic(_ chance: inout Chance) {
    let ends = servers + offices + domains
    // By chance of their own, so that seeds are what they were without them.
    var flaws = Chance(seed ^ 0xF1A3)
    for number in 0..<2 + chance.below(8) {
      let from = chance.pick(ends)
      let to =
        chance.once(in: 3)
        ? "{ \(chance.pick(ends)): 60%, \(chance.pick(ends)): 40% }" : chance.pick(ends)
      var text =
        "m\(number): { from: \(from), to: \(to), volume: \(chance.pick([5, 50, 300, 2_000]))/day"
      if chance.once(in: 3) { text += ", recipients: \(1 + chance.below(5))" }
      if chance.once(in: 3) { text += ", priority: \(chance.pick(["urgent", "non-urgent"]))" }
      if chance.once(in: 3) { text += ", hours: office" }
      if chance.once(in: 3) { text += ", size: { median: 30 KiB, p95: 2 MiB }" }
      if flaws.once(in: 2) {
        text += ", traits: { \(flaws.pick(["unconvertible", "invalid-address"])): 20% }"
      }
      add("mail", text + " }")
    }
  }

  mutating func addPeople(_ chance: inout Chance) {
    for mechanism in ["basic", "ntlm"] where chance.once(in: 2) {
      add(
        "pop3",
        "\(mechanism): { server: \(chance.pick(servers)), users: \(1 + chance.below(9)),"
          + " mechanism: \(mechanism), check: \(chance.pick(["10s", "10m", "1h"])), hours: always,"
          + " bad-passwords: \(chance.pick([0, 2, 50, 100]))%, retries: \(chance.below(4)),"
          + " retry-after: \(chance.pick(["1s", "30s", "2h"])),"
          + " session: \(chance.pick(["1s", "20s", "1h"])) }"
      )
    }
    for number in 0..<chance.below(3) {
      add(
        "administrators",
        "t\(number): { tool: \(chance.pick(["srvinfo", "perfmon"])),"
          + " runs: \(chance.pick(["remotely", "remotely", "locally"])),"
          + " against: [\(chance.pick(hosts))], every: \(chance.pick(["5s", "1m", "1h"])) }"
      )
    }
    for number in 0..<chance.below(4) {
      let service = chance.pick(services)
      let condition =
        chance.once(in: 2)
        ? "every: \(1 + chance.below(20))h"
        : "when: { stopped: \(service.name)\(chance.once(in: 2) ? ", lasting: 5m" : "") },"
          + " notices-after: \(chance.below(90))m, hours: \(chance.pick(["office", "always"]))"
      add(
        "operators",
        "o\(number): { \(condition), host: \(service.host), does: [ \(step(service, &chance)) ] }"
      )
    }
    for number in 0..<chance.below(6) {
      let service = chance.pick(services)
      add(
        "changes",
        "c\(number): { at: \(1 + chance.below(hours))h, host: \(service.host),"
          + " does: [ \(step(service, &chance)), \(step(service, &chance)) ] }"
      )
    }
  }

  private func step(_ service: (host: String, name: String), _ chance: inout Chance) -> String {
    switch chance.below(8) {
    case 0: return "{ stop: \(service.name) }"
    case 1, 2: return "{ start: \(service.name) }"
    case 3, 4: return "{ restart: \(service.name) }"
    case 5: return "{ reboot: \(service.host) }"
    case 6: return "{ install: \(chance.pick(["5.5 SP4", "5.0 SP2", "NT 4.0 SP6a"])) }"
    default:
      if hasOffices {
        let (one, other) = (chance.below(4), 1 + chance.below(3))
        let way = chance.once(in: 2) ? chance.pick(shadows) : "N/P\((one + other) % 4)"
        return "{ route: N/P\(one), routes: { \(way): direct, others: via \(way) } }"
      } else {
        return "{ remove-items: MSExchangeIMC }"
      }
    }
  }

  mutating func addFaults(_ chance: inout Chance) {
    for number in 0..<chance.below(7) {
      let service = chance.pick(services)
      let what =
        switch chance.below(7) {
        case 0, 1: "mail-host: \(chance.pick(mailHosts)), manner: \(chance.pick(Self.manners))"
        case 2 where hasOffices: "post-office: N/P\(chance.below(4))"
        case 3 where !links.isEmpty: "connector: \(chance.pick(links))"
        case 4: "disk: '\(chance.pick(hosts))\\C', free: \(chance.pick(["0 B", "2 MiB", "64 KiB"]))"
        case 5: "service: '\(service.host)\\\(service.name)'"
        default: "host: \(chance.pick(hosts))"
        }
      var text = "f\(number): { \(what), from: \(chance.below(hours * 60))m"
      if !chance.once(in: 3) { text += ", for: \(1 + chance.below(600))m" }
      if what.hasPrefix("mail-host") || what.hasPrefix("post"), chance.once(in: 2) {
        text += ", share: \(chance.pick([10, 50, 90]))%"
      }
      add("faults", text + " }")
    }
    for path in ["*\\Process(*)\\Handle Count", "*\\Memory\\Committed Bytes"] {
      add("observe", "- '\(path)'")
    }
  }
}
