import Plan
import Testing

@Suite("What is added changes nothing else")
struct InsertionTests {
  static let insertions = [
    (
      "mail:\n", "  new: { from: HUB1, to: HUB2, volume: 10/day }\n",
      ["flows", "routes", "capacities"]
    ),
    ("faults:\n", "  new: { host: HUB2, from: 4d }\n", ["script", "capacities"]),
    ("pop3:\n", "  NEW: { server: HUB2, users: 9 }\n", ["populations", "capacities"]),
    (
      "administrators:\n", "  NEW: { tool: srvinfo, against: [HUB2], every: 1h }\n",
      ["administrations", "capacities"]
    ),
    (
      "activities:\n", "  new: { host: HUB2, process: mad.exe, rate: 9/day }\n",
      ["activities", "capacities"]
    ),
    ("changes:\n", "  new: { at: 2h, does: [ { reboot: HUB2 } ] }\n", ["script", "capacities"]),
    (
      "operators:\n", "  NEW: { every: 2d, does: [ { reboot: HUB2 } ] }\n",
      ["script", "capacities"]
    ),
    ("expect:\n", "  - { not: Q192265 }\n", ["expectations"]),
    (
      "internet:\n", "  example.edu: { hosts: { mx.example.edu: {} } }\n",
      ["domains", "mailHosts", "routes", "flows", "script", "capacities"]
    ),
  ]

  @Test("an entry at the head of its block", arguments: insertions)
  func insertion(head: String, entry: String, blocks: [String]) throws {
    let before = try PlanLawTests.plan()
    let text = WholeSite.text.replacing("\n" + head, with: "\n" + head + entry)
    #expect(text != WholeSite.text)
    let compiled = Compiled(text)
    let after = try #require(compiled.plan, "\(compiled.report)")
    #expect(compiled.report == "")
    let differing = PlanBlocks(after).differing(from: PlanBlocks(before))
    // What is asked for is kept, and takes its room.
    #expect(
      differing.subtracting(["assumptions", "capacities"]).isSubset(of: blocks),
      "\(differing)"
    )
    #expect(!differing.isEmpty)
    // What was there is still there, in its order, under its name.
    func rest(_ names: [String], of old: [String]) -> [String] { names.filter(old.contains) }
    #expect(rest(after.flows.map(\.name), of: before.flows.map(\.name)) == before.flows.map(\.name))
    #expect(
      rest(after.script.map(\.name), of: before.script.map(\.name)) == before.script.map(\.name)
    )
    let routes = { (plan: SitePlan) in
      plan.routes.filter { plan.flows[$0.flow].name != "new" }
        .map { "\(plan.flows[$0.flow].name) \($0.hops.count)" }
    }
    #expect(routes(after) == routes(before))
  }

  @Test("the order of blocks means nothing")
  func blocks() throws {
    var blocks: [String] = []
    for line in WholeSite.text.split(separator: "\n") {
      if line.hasPrefix(" ") {
        blocks[blocks.count - 1] += "\n" + line
      } else {
        blocks.append(String(line))
      }
    }
    let turned = Compiled(blocks.reversed().joined(separator: "\n"))
    #expect(turned.report == "")
    let plan = try #require(turned.plan)
    #expect(
      PlanBlocks(plan).differing(from: PlanBlocks(try PlanLawTests.plan())).subtracting([
        "assumptions"
      ]) == []
    )
    #expect(Set(plan.assumptions) == Set(try PlanLawTests.plan().assumptions))
  }

  @Test("the order of entries changes the order of the plan alone")
  func entries() throws {
    let text = WholeSite.text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let start = try #require(lines.firstIndex(of: "mail:"))
    let end = try #require(lines.firstIndex(of: "pop3:"))
    let turned = lines[...start] + lines[(start + 1)..<end].reversed() + lines[end...]
    let plan = try #require(Compiled(turned.joined(separator: "\n")).plan)
    let before = try PlanLawTests.plan()
    #expect(plan.flows.map { "\($0)" } == before.flows.map { "\($0)" }.reversed())
    let differing = PlanBlocks(plan).differing(from: PlanBlocks(before))
    // What is asked for is kept, and takes its room.
    #expect(differing.subtracting(["assumptions", "capacities"]) == ["flows", "routes"])
    func ways(_ plan: SitePlan) -> Set<String> {
      Set(plan.routes.map { "\(plan.flows[$0.flow].name) \($0.hops)" })
    }
    #expect(ways(plan) == ways(before))
  }
}
