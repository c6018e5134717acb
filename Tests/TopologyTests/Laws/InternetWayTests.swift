import Plan
import Testing

@Suite("Ways through the Internet")
struct InternetWayTests {
  /// The line of a rerouting table that holds for a domain: its own, or that of the longest whole row of
  /// labels with which it ends, of those that mean their subdomains too.
  static func line(for domain: String, in table: [String]) -> Int? {
    func labels(_ name: String) -> [Substring] { name.lowercased().split(separator: ".") }
    let wanted = labels(domain)
    if let own = table.firstIndex(where: {
      labels($0.hasPrefix("#") ? String($0.dropFirst()) : $0) == wanted
    }) {
      return own
    }
    let fitting = table.indices.filter {
      !table[$0].hasPrefix("#") && wanted.suffix(labels(table[$0]).count) == labels(table[$0])[...]
    }
    return fitting.max { labels(table[$0]).count < labels(table[$1]).count }
  }

  @Test("mail that comes through is rerouted by the line that says most", arguments: 0..<60)
  func rerouting(seed: UInt64) throws {
    var chance = Chance(seed)
    let names = ["b.c", "ab.c", "a.b.c", "x.a.b.c", "xa.b.c", "A.B.C", "a.ab.c", "c.b.c"]
    let domain = chance.pick(["a.b.c", "y.x.a.b.c", "z.a.b.c", "ab.c", "a.ab.c", "x.xa.b.c"])
    var table: [String] = []
    for _ in 0...chance.below(9) {
      let line = (chance.once(in: 4) ? "#" : "") + chance.pick(names)
      let isNew = !table.contains {
        $0.drop { $0 == "#" }.lowercased() == line.drop { $0 == "#" }.lowercased()
      }
      if isNew { table.append(line) }
    }
    let lines = table.enumerated().map { "'\($1)': mx\($0).target.net" }
    let hosts = table.indices.map { "mx\($0).target.net: {}" }
    let compiled = Compiled(
      """
      hosts: { HUB1: { os: NT 4.0 SP5 } }
      exchange:
        HUB1:
          version: 5.5 SP3
          internet-mail: { domain: example.com, reroute: { \(lines.joined(separator: ", ")) } }
      internet:
        source.net: { hosts: { mx.source.net: {} } }
        target.net: { hosts: { \(hosts.joined(separator: ", ")) } }
        \(domain): { hosts: { own.host.net: { server: HUB1 } } }
      mail: { m: { from: source.net, to: \(domain), volume: 1/day } }
      """
    )
    let message = "seed \(seed)\n\(compiled.text)\(compiled.report)"
    guard let line = Self.line(for: domain, in: table) else {
      #expect(compiled.codes == ["unreachable"], "\(message)")
      return
    }
    let plan = try #require(compiled.plan, "\(message)")
    guard case .mailHost(let host)? = plan.routes.first?.hops.last else {
      Issue.record("\(message)")
      return
    }
    #expect(plan.mailHosts[host.index].name == "mx\(line).target.net", "\(message)")
  }

  @Test(
    "a service sends and receives what its mode says",
    arguments: InternetMailPlan.Mode.allCases
  )
  func modes(mode: InternetMailPlan.Mode) {
    for (from, to, isThere) in [
      ("HUB1", "example.net", mode != .inboundOnly),
      ("example.net", "HUB1", mode == .inboundAndOutbound || mode == .inboundOnly),
    ] {
      let compiled = Compiled(
        """
        hosts: { HUB1: { os: NT 4.0 SP5 } }
        exchange: { HUB1: { version: 5.5 SP3, internet-mail: { domain: example.com, mode: \(mode.rawValue) } } }
        internet: { example.net: { hosts: { mx.example.net: {} } } }
        mail: { m: { from: \(from), to: \(to), volume: 1/day } }
        """
      )
      #expect(compiled.codes == (isThere ? [] : ["unreachable"]), "\(compiled.report)")
    }
  }

  @Test("mail hosts are tried by their preferences, the least first, and equal ones in their order")
  func preferences() throws {
    let compiled = Compiled(
      """
      internet:
        example.net:
          hosts:
            mx1.example.net: { preference: 20 }
            mx2.example.net: { preference: 5 }
            mx3.example.net: { preference: 20 }
            mx4.example.net: { preference: 10 }
      """
    )
    let plan = try #require(compiled.plan, "\(compiled.report)")
    let hosts = plan.domains[0].exchanges.map { plan.mailHosts[$0.host.index].name }
    #expect(
      hosts == ["mx2.example.net", "mx4.example.net", "mx1.example.net", "mx3.example.net"]
    )
  }
}
