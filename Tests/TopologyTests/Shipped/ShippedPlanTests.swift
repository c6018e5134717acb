import Kernel
import Plan
import Testing

@Suite("Plans of shipped topologies")
struct ShippedPlanTests {
  private func plan(_ name: String) throws -> SitePlan {
    try #require(ReadTopology(ShippedFiles.text(name)).plan)
  }

  /// The version of a process's file on a host.
  private func version(_ image: String, on host: String, _ plan: SitePlan) -> String? {
    plan.processes.first { $0.image == image && plan.hosts[$0.host.index].name == host }?
      .version.map { "\($0)" }
  }

  /// The ways of a flow, in words.
  private func ways(_ flow: String, _ plan: SitePlan) -> [String] {
    plan.routes.filter { plan.flows[$0.flow].name == flow }.map { route in
      route.hops.map { hop in
        func host(_ server: ServerID) -> String {
          plan.hosts[plan.servers[server.index].host.index].name
        }
        return switch hop {
        case .postOffice(let id): plan.postOffices[id.index].name
        case .mover(let id): plan.movers[id.index].name
        case .interchange(let id): "interchange \(host(id))"
        case .transferAgent(let id): "MTA \(host(id))"
        case .connector(let id): plan.connectors[id.index].name
        case .store(let id): "store \(host(id))"
        case .internetMail(let id): "IMS \(host(id))"
        case .mailHost(let id): plan.mailHosts[id.index].name
        case .domain(let id): plan.domains[id.index].name
        }
      }
      .joined(separator: " > ")
    }
  }

  @Test("Q260554: mail between post offices goes through the connector, both ends direct to it")
  func transit() throws {
    let plan = try plan(ShippedFiles.about("Q260554"))
    #expect(version("async.exe", on: "HUB1", plan) == "5.5.2650")
    #expect(version("mt.exe", on: "HUB1", plan) == "5.5.2650")
    #expect(
      ways("sales-out", plan) == [
        "HQ/SALES > PCMTA-LAN > HQ/SHADOW > interchange HUB1 > MTA HUB1 > interchange HUB1"
          + " > PCMTA-LAN > HQ/PLANT",
        "HQ/SALES > PCMTA-LAN > HQ/SHADOW > interchange HUB1 > MTA HUB1 > interchange HUB1"
          + " > PCMTA-LAN > HQ/LAB",
        "HQ/SALES > PCMTA-LAN > HQ/SHADOW > interchange HUB1 > MTA HUB1 > store HUB1",
      ]
    )
    let shadow = try #require(plan.postOffices.firstIndex { $0.connector != nil })
    for (number, office) in plan.postOffices.enumerated() where office.connector == nil {
      for other in plan.postOffices.indices where other != number {
        let route = office.routes.route(to: PostOfficeID(other))
        #expect(route == (other == shadow ? .direct : .via(PostOfficeID(shadow))))
      }
    }
  }

  @Test("Q214573: Exchange 5.0, one population by NTLM and one by basic, both mistyping")
  func passwords() throws {
    let plan = try plan(ShippedFiles.about("Q214573"))
    #expect(version("store.exe", on: "MAIL1", plan)?.hasPrefix("5.0.1460") == true)
    #expect(plan.populations.map(\.usesNTLM) == [true, false])
    #expect(plan.populations.allSatisfy { $0.badPasswordBillionths > 0 })
  }

  @Test("Q192265: the same tool asks three servers, of which one has both conditions")
  func srvinfo() throws {
    let plan = try plan(ShippedFiles.about("Q192265"))
    let watch = try #require(plan.administrations.first { $0.tool == "srvinfo" })
    #expect(watch.isRemote)
    #expect(watch.targets.map { plan.hosts[$0.index].name } == ["WEB1", "WEB2", "MAIL1"])
    #expect(version("winlogon.exe", on: "WEB1", plan) != version("winlogon.exe", on: "WEB2", plan))
  }

  @Test(
    "Q175982: one of two equal mail hosts goes silent, and the version is the first that has it"
  )
  func silence() throws {
    let plan = try plan(ShippedFiles.about("Q175982"))
    #expect(version("msexcimc.exe", on: "HUB1", plan)?.hasPrefix("5.5.1960") == true)
    let partner = try #require(plan.domains.first { $0.name == "partner.example" })
    #expect(partner.exchanges.map(\.preference) == [10, 10])
    #expect(plan.servers.allSatisfy { $0.internetMail?.rerouting == nil })
    let faults = plan.script.filter { $0.origin == .fault }
    #expect(faults.map(\.name) == ["silence"])
    guard case .fail(let fault)? = faults.first?.steps.first,
      case .mailHost(let host, let manner) = fault.target
    else {
      Issue.record("no mail host fails")
      return
    }
    #expect(plan.mailHosts[host.index].name == "mx1.partner.example" && manner == .silent)
  }

  @Test("Q197142: mail for the subsidiary is rerouted to its Exchange server, which then hangs up")
  func rerouting() throws {
    let plan = try plan(ShippedFiles.about("Q197142"))
    #expect(version("msexcimc.exe", on: "HUB1", plan) == "5.5.2232.9")
    #expect(
      ways("to-subsidiary", plan) == [
        "elsewhere.example > hub1.firm.example > IMS HUB1 > mail.subsidiary.example"
      ]
    )
    let host = try #require(plan.mailHosts.first { $0.name == "mail.subsidiary.example" })
    #expect(host.isExchange && host.manner == .sound)
  }

  @Test("The average site has 2,000 mailboxes, and its mail takes the ways that its comments tell")
  func average() throws {
    let plan = try plan("average-site.yaml")
    let inOffices = plan.postOffices.reduce(0) { $0 + $1.mailboxes }
    let onServers = plan.servers.reduce(0) { $0 + $1.mailboxes }
    #expect(onServers == 1_350 && inOffices + onServers == 2_000)
    #expect(plan.postOffices.filter { $0.name.hasPrefix("BR/SHOP") }.count == 30)
    #expect(version("msexcimc.exe", on: "NORTH1", plan) == "5.5.2448")
    #expect(version("external.exe", on: "MTA1", plan) == "3.5.30")
    #expect(
      ways("shop-out", plan) == [
        "BR/SHOP01 > EXT-BRANCH > FIRM/HUB > PCMTA-BRANCH > FIRM/NORTH > interchange NORTH1"
          + " > MTA NORTH1 > store NORTH1",
        "BR/SHOP01 > EXT-BRANCH > FIRM/HUB > PCMTA-BRANCH > FIRM/NORTH > interchange NORTH1"
          + " > MTA NORTH1 > NORTH-SOUTH > MTA SOUTH1 > store SOUTH1",
        "BR/SHOP01 > EXT-BRANCH > FIRM/HUB",
      ]
    )
    #expect(
      ways("south-out", plan).contains(
        "store SOUTH1 > MTA SOUTH1 > NORTH-SOUTH > MTA NORTH1 > interchange NORTH1 > FIRM/NORTH"
          + " > PCMTA-BRANCH > FIRM/HUB > EXT-BRANCH > BR/SHOP01"
      )
    )
    #expect(plan.run.start == CivilDate(year: 1999, month: 3, day: 1))
  }

  @Test("No mail passes the same station twice in a row", arguments: ShippedFiles.names)
  func noEcho(name: String) throws {
    let plan = try plan(name)
    for route in plan.routes {
      for (here, next) in zip(route.hops, route.hops.dropFirst()) {
        #expect(here != next, "\(plan.flows[route.flow].name): \(here)")
      }
    }
  }
}
