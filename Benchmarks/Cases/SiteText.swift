import Plan
import Schema
import Topology

/// The text of a topology, shipped or made here.
struct SiteText {
  var bytes: [UInt8]
  /// Values in the place of what the text says.
  var overrides: [Override] = []

  /// The plan; these texts have no mistakes.
  var plan: SitePlan {
    let reading = Reading(overrides: overrides)
    guard let plan = Topologies.read(bytes, file: "site.yaml", reading) else {
      fatalError("a topology of a benchmark has mistakes: \(reading.diagnostics)")
    }
    return plan
  }

  /// One of the topologies that are shipped, for another time.
  static func shipped(_ name: String, duration: String) -> SiteText {
    guard name == "average-site" else { fatalError("no topology \(name) is measured") }
    return SiteText(
      bytes: PackageResources.average_site_yaml,
      overrides: [Override(path: "run.duration", value: duration, origin: "benchmark")]
    )
  }

  /// The files of the articles.
  static var articles: [(id: String, bytes: [UInt8])] {
    [
      ("Q175982", PackageResources.q175982_mail_host_that_never_speaks_yaml),
      ("Q192265", PackageResources.q192265_srvinfo_and_smtp_service_yaml),
      ("Q197142", PackageResources.q197142_rerouting_and_a_dropped_ehlo_yaml),
      ("Q214573", PackageResources.q214573_wrong_passwords_over_pop3_yaml),
      ("Q260554", PackageResources.q260554_transit_through_windows_2000_yaml),
    ]
  }

  /// Networks of so many post offices, each with an External program and a hub that leads to the others.
  ///
  /// Every network has 80,000 messages a day, however many post offices it has, so that the movers have
  /// as much to do; one in two hundred goes to another network.
  static func postOffices(networks: Int, of count: Int, duration: String) -> SiteText {
    // Seven External programs start on a host.
    let hosts = networks / 7 + 1
    func name(_ network: Int) -> String { "N\(1_000 + network)" }
    func host(_ number: Int) -> String { "MTA\(100 + number)" }
    let digits = String(repeating: "#", count: "\(count)".count)
    func members(_ network: Int) -> String { "\(name(network))/P\(digits)" }
    let all = 1...networks
    var offices = ""
    var programs = ""
    var flows = ""
    if networks > 1 {
      let routes = all.flatMap {
        ["\(name($0))/HUB: direct", "\(members($0)): via \(name($0))/HUB"]
      }
      let hubs = all.map { "\(name($0))/HUB" }.joined(separator: ", ")
      offices += "  ALL/CENTRE: { mailboxes: 1, routes: { \(routes.joined(separator: ", ")) } }\n"
      programs += "  MAIN: { host: \(host(hosts)), serves: [ALL/CENTRE, \(hubs)], cycle: 1m }\n"
    }
    for network in all {
      let hub = "\(name(network))/HUB"
      let others = networks > 1 ? "ALL/CENTRE: direct, others: via ALL/CENTRE, " : ""
      offices += """
          \(hub): { mailboxes: 1, routes: { \(others)\(members(network)): direct } }
          \(members(network)):
            { count: \(count), mailboxes: 10, routes: { \(members(network)): direct, \(hub): direct, others: via \(hub) } }

        """
      let program = host((network - 1) / 7 + 1)
      programs +=
        "  E\(network): { host: \(program), serves: [\(hub), \(members(network))], cycle: 1m }\n"
      let next = members(network % networks + 1)
      let targets =
        networks > 1 ? "\(members(network)): 99.5%, \(next): 0.5%" : "\(members(network)): 100%"
      flows +=
        "  \(name(network)): { from: \(members(network)), to: { \(targets) },"
        + " volume: 80000/day, hours: always }\n"
    }
    let text = """
      title: Networks of post offices
      run: { duration: \(duration), warm-up: 1h, memory: 2 GiB }
      hosts:
      \((1...hosts).map { "  \(host($0)): { os: NT 4.0 Server SP5 }" }.joined(separator: "\n"))
      post-offices:
      \(offices)external:
      \(programs)mail:
      \(flows)
      """
    return SiteText(bytes: Array(text.utf8))
  }
}
