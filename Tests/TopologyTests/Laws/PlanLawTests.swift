import Kernel
import Plan
import Testing

@Suite("Laws of plans")
struct PlanLawTests {
  static func plan() throws -> SitePlan {
    let compiled = Compiled(WholeSite.text)
    #expect(compiled.report == "")
    return try #require(compiled.plan, "\(compiled.report)")
  }

  @Test("whatever a plan refers to is there")
  func references() throws {
    let plan = try Self.plan()
    for (number, host) in plan.hosts.enumerated() {
      for disk in host.disks { #expect(plan.disks[disk.index].host.index == number) }
      for process in host.processes { #expect(plan.processes[process.index].host.index == number) }
      #expect(!host.disks.isEmpty)
    }
    #expect(plan.hosts.flatMap(\.processes).sorted() == plan.processes.indices.map(ProcessID.init))
    #expect(plan.hosts.flatMap(\.disks).sorted() == plan.disks.indices.map(DiskID.init))
    for office in plan.postOffices {
      for entry in office.routes.named {
        #expect(plan.postOffices.indices.contains(entry.target.index))
        if case .via(let way) = entry.route {
          #expect(office.routes.route(to: way) == .direct)
        }
      }
    }
    for (number, mover) in plan.movers.enumerated() {
      #expect(Set(mover.serves).count == mover.serves.count)
      #expect(mover.serves.allSatisfy { plan.postOffices.indices.contains($0.index) })
      if case .connector(let server) = mover.kind {
        #expect(plan.servers[server.index].mailConnector?.movers.contains(MoverID(number)) == true)
      }
    }
    for (number, server) in plan.servers.enumerated() {
      #expect(plan.processes[server.store.index].image == "store.exe")
      #expect(plan.processes[server.transferAgent.process.index].image == "emsmta.exe")
      #expect(plan.disks[server.disk.index].host == server.host)
      if let connector = server.mailConnector {
        #expect(plan.postOffices[connector.postOffice.index].connector == ServerID(number))
        #expect(plan.processes[connector.interchange.index].host == server.host)
      }
    }
    for domain in plan.domains {
      let preferences = domain.exchanges.map(\.preference)
      #expect(preferences == preferences.sorted())
      #expect(domain.exchanges.allSatisfy { plan.mailHosts.indices.contains($0.host.index) })
    }
    for flow in plan.flows {
      #expect(flow.sources.reduce(0) { $0 + $1.billionths } == 1_000_000_000)
      #expect(flow.targets.reduce(0) { $0 + $1.billionths } == 1_000_000_000)
      #expect(plan.hours.indices.contains(flow.hours.index))
    }
    for site in plan.sites {
      #expect(!site.processes.isEmpty)
      #expect(site.processes.allSatisfy { plan.processes[$0.index].host == site.host })
    }
  }

  @Test("each process starts after those that it depends on")
  func starts() throws {
    let plan = try Self.plan()
    for host in plan.hosts {
      for (place, id) in host.processes.enumerated() {
        for other in plan.processes[id.index].dependsOn {
          #expect(try #require(host.processes.firstIndex(of: other)) < place)
        }
      }
    }
    let store = try #require(Compiled(WholeSite.text).process("MSExchangeIS", on: "HUB1"))
    #expect(store.dependsOn.map { plan.processes[$0.index].service } == ["MSExchangeDS"])
  }

  @Test("the same text makes the same plan")
  func again() throws {
    #expect(PlanBlocks(try Self.plan()).text == PlanBlocks(try Self.plan()).text)
  }

  @Test("the way of the whole site is as it should be")
  func ways() throws {
    let plan = try Self.plan()
    func name(_ hop: RouteHop) -> String {
      switch hop {
      case .postOffice(let office): plan.postOffices[office.index].name
      case .mover(let mover): plan.movers[mover.index].name
      case .interchange(let server): "mt\(server.index)"
      case .transferAgent(let server): "mta\(server.index)"
      case .connector(let connector): plan.connectors[connector.index].name
      case .store(let server): "is\(server.index)"
      case .internetMail(let server): "ims\(server.index)"
      case .mailHost(let host): plan.mailHosts[host.index].name
      case .domain(let domain): plan.domains[domain.index].name
      }
    }
    func way(_ flow: String, _ number: Int = 0) -> String {
      let own = plan.routes.filter { plan.flows[$0.flow].name == flow }
      return own[number].hops.map(name).joined(separator: " ")
    }
    #expect(
      way("sales-out") == "HQ/SALES PCMTA-LAN HQ/SHADOW mt0 mta0 mt0 PCMTA-LAN HQ/PLANT"
    )
    #expect(way("sales-out", 1) == "HQ/SALES PCMTA-LAN HQ/SHADOW mt0 mta0 is0")
    #expect(way("branches") == "BR/PO01 PCMTA-LAN HQ/SHADOW mt0 mta0 mt0 PCMTA-LAN BR/PO02")
    #expect(way("branches", 1) == "BR/PO01 PCMTA-LAN HQ/SHADOW mt0 mta0 HUB1-HUB3 mta2 is2")
    #expect(way("out") == "is0 mta0 mta1 ims1 mx2.example.net example.net")
    #expect(way("out", 1) == "is2 mta2 HUB1-HUB3 mta0 mta1 ims1 mx2.example.net example.net")
    #expect(way("in") == "example.net ims1 mta1 mta0 is0")
    #expect(way("in", 1) == "example.net ims1 mta1 mta0 mt0 HQ/SHADOW PCMTA-LAN HQ/PLANT")
    #expect(way("through") == "example.net mx.example.org ims1 ims1")
    #expect(way("local") == "is1")
  }

  @Test("mail into Exchange goes through the connector of the server that it is for")
  func nearest() throws {
    for server in ["HUB1", "HUB2", "HUB3"] {
      let connectors = ["HUB1", "HUB2"].map {
        "\($0): { version: 5.5 SP3, mailboxes: 5, msmail-connector: { post-office: HQ/\($0),"
          + " instances: { P: { serves: [HQ/A] } } } }"
      }
      let compiled = Compiled(
        """
        hosts: { HUB1: { os: NT 4.0 SP5 }, HUB2: { os: NT 4.0 SP5 }, HUB3: { os: NT 4.0 SP5 } }
        exchange:
          \(connectors.joined(separator: "\n  "))
          HUB3: { version: 5.5 SP3, mailboxes: 5 }
        post-offices: { HQ/A: { mailboxes: 5, routes: { others: direct } } }
        mail: { m: { from: HQ/A, to: \(server), volume: 1/day }, n: { from: \(server), to: HQ/A, volume: 1/day } }
        """
      )
      let plan = try #require(compiled.plan, "\(compiled.report)")
      // A server without a connector of its own has mail through the first one.
      let own = ServerID(server == "HUB2" ? 1 : 0)
      for route in plan.routes {
        let passed = route.hops.filter { if case .interchange = $0 { true } else { false } }
        #expect(passed == [.interchange(own)], "\(server)")
      }
    }
  }
}
