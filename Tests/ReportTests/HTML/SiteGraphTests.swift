import Experiment
import Kernel
import Plan
import Record
import Testing

@testable import Report

@Suite("The picture of a site")
struct SiteGraphTests {
  /// A server with a domain, and post offices behind its connector.
  private func site(postOffices: String, instances: String, domains: String = "") -> String {
    """
    title: A site
    run: { duration: 1d }
    hosts: { HUB1: { os: NT 4.0 Server SP4 }, FILE1: { os: NT 4.0 Server SP4 } }
    exchange:
      HUB1:
        version: 5.5 SP2
        mailboxes: 10
        internet-mail: { domain: firm.example }
        msmail-connector:
          post-office: HQ/SHADOW
          instances: { \(instances) }
    post-offices:
    \(postOffices)
    internet:
      partner.example: { hosts: { mx.partner.example: { preference: 10 } } }
    \(domains)
    mail:
      out: { from: HUB1, to: partner.example, volume: 10/day }
    expect: []
    """
  }

  /// Whether no two boxes touch, and all lie in the picture.
  private func complaint(_ graph: SiteGraph) -> String? {
    let layout = SiteLayout(graph)
    for (place, box) in layout.boxes.enumerated() {
      if box.x < 0 || box.y < 0 || box.x + SiteLayout.boxWidth > layout.size.width
        || box.y + box.height > layout.size.height
      {
        return "\(graph.nodes[place].title) leaves the picture"
      }
      for (other, second) in layout.boxes.enumerated() where other > place {
        let isBeside = (box.x - second.x).magnitude >= SiteLayout.boxWidth
        let isBelow = box.y + box.height <= second.y || second.y + second.height <= box.y
        if !isBeside, !isBelow {
          return "\(graph.nodes[place].title) lies upon \(graph.nodes[other].title)"
        }
      }
    }
    return nil
  }

  @Test("A hundred thousand post offices are one box, at once")
  func group() throws {
    let plan = try readPlan(
      site(
        postOffices:
          "  BR/S######: { count: 100000, mailboxes: 3, routes: { HQ/SHADOW: direct, others: via HQ/SHADOW } }",
        instances: "PCMTA1: { link: lan, serves: [BR/S######] }"
      )
    )
    #expect(plan.postOffices.count == 100_001)
    let graph = SiteGraph.sound(plan).graph
    let offices = graph.nodes.filter { $0.kind == .office }
    #expect(offices.map(\.title) == ["BR/S######"])
    #expect(offices.first?.lines.contains("100,000 post offices") == true)
    #expect(complaint(graph) == nil)
  }

  @Test("Every shipped topology has a picture in which nothing covers anything")
  func shipped() throws {
    for (name, text) in try shippedTopologies() {
      let plan = try readPlan(text)
      let graph = SiteGraph.sound(plan).graph
      #expect(complaint(graph) == nil, "\(name)")
      // Each host is seen once at least, and everything that passes mail is joined to something.
      for host in plan.hosts {
        #expect(graph.nodes.contains { $0.title == host.name }, "\(name): \(host.name)")
      }
      for (place, node) in graph.nodes.enumerated() where node.kind == .domain {
        #expect(!graph.neighbours(of: place).isEmpty, "\(name): \(node.title)")
      }
    }
  }

  @Test("Of many that are alike a few are drawn, and the others are counted and keep their lines")
  func folded() throws {
    let names = (1...40).map { "HQ/P\($0)" }
    let plan = try readPlan(
      site(
        postOffices: names.map {
          "  \($0): { mailboxes: 3, routes: { HQ/SHADOW: direct, others: via HQ/SHADOW } }"
        }.joined(separator: "\n"),
        instances: "PCMTA1: { link: lan, serves: [\(names.joined(separator: ", "))] }"
      )
    )
    let graph = SiteGraph(RunResult(record: record([]), verdicts: [], findings: []), of: plan)
    let offices = graph.nodes.filter { $0.kind == .office }
    #expect(offices.map(\.title) == ["HQ/P1", "HQ/P2", "HQ/P3", "HQ/P4", "HQ/P5", "35 more"])
    #expect(graph.edges.count == 7)
    #expect(complaint(graph) == nil)
  }

  @Test("What a defect takes or shuts is coloured where it hurts")
  func troubled() throws {
    let plan = try readPlan(
      site(
        postOffices:
          "  HQ/A: { mailboxes: 3, routes: { HQ/SHADOW: direct, others: via HQ/SHADOW } }",
        instances: "PCMTA1: { link: lan, serves: [HQ/A] }"
      )
    )
    let defect = DefectRecord(
      id: "Q260554",
      host: "HUB1",
      processes: ["async.exe"],
      inForce: [],
      triggers: 3,
      firstTrigger: .start,
      lastTrigger: .start,
      idleTriggers: 0,
      takings: [
        .init(
          resource: "private-bytes",
          isBytes: true,
          holder: plan.processes[plan.movers[0].process.index].image,
          amount: 1,
          taken: 1,
          series: nil,
          limit: nil
        )
      ],
      closures: [
        .init(passage: "ims.outbound for partner.example", from: .start, until: nil)
      ]
    )
    let finding = Finding(
      defect: "Q260554",
      title: "",
      host: "HUB1",
      triggers: 3,
      firstTrigger: .start,
      failures: [],
      outlooks: [],
      fixes: [],
      remedies: []
    )
    let result = RunResult(record: record([defect]), verdicts: [], findings: [finding])
    let graph = SiteGraph(result, of: plan)
    let states = graph.nodes.map { "\($0.title) \($0.state.rawValue)" }
    #expect(states == ["HUB1 hurt", "HQ/A sound", "partner.example failed", "FILE1 sound"])
    #expect(graph.edges.map { "\($0.name) \($0.state.rawValue)" } == ["PCMTA1 hurt", " failed"])
    #expect(graph.nodes[2].lines.contains("7 waiting at the end"))
  }

  private func record(_ defects: [DefectRecord]) -> RunRecord {
    let sample = SampleRun().record
    return RunRecord(
      title: sample.title,
      seed: 1,
      replication: 0,
      start: sample.start,
      duration: sample.duration,
      warmUp: sample.warmUp,
      ending: .complete,
      end: sample.end,
      eventCount: 1,
      fingerprint: 1,
      eventCounts: [],
      flows: [],
      queues: [
        QueueRecord(
          name: "HUB1 ▸ Internet Mail Service ▸ partner.example",
          count: 7,
          bytes: 1,
          oldest: .start
        )
      ],
      hosts: [],
      processes: [],
      log: sample.log,
      defects: defects,
      series: sample.series
    )
  }
}
