import Plan
import Testing

@Suite("Groups")
struct GroupTests {
  @Test(
    "members have numbers from 1 on, with zeros before them",
    arguments: [
      ("WS#", 9, "WS1", "WS9"), ("WS##", 9, "WS01", "WS09"), ("WS###", 120, "WS001", "WS120"),
      ("A##B", 10, "A01B", "A10B"), ("WS####", 1, "WS0001", "WS0001"),
    ]
  )
  func members(name: String, count: Int, first: String, last: String) throws {
    let text = "hosts: { ZERO: { os: NT 4.0 SP5 }, \(name): { os: NT 4.0 SP4, count: \(count) } }"
    let compiled = Compiled(text)
    let hosts = try #require(compiled.plan, "\(compiled.report)").hosts
    #expect(hosts.count == count + 1)
    #expect(hosts[1].name == first)
    #expect(hosts[count].name == last)
    #expect(Set(hosts.map(\.name)).count == count + 1)
  }

  static let offices = """
    hosts: { MTA1: { os: NT 4.0 SP5 } }
    post-offices:
      HQ/A: { mailboxes: 5, routes: { ROUTES } }
      BR/PO##: { mailboxes: 7, count: 12, routes: { HQ/A: direct, BR/PO##: direct } }
    external: { E: { host: MTA1, serves: [HQ/A, BR/PO##, BR/PO03] } }
    mail: { m: { from: HQ/A, to: BR/PO##, volume: 10/day }, n: { from: BR/PO##, to: HQ/A, volume: 8/mailbox/day } }
    """

  @Test("a route to a group is one to each member, and that to a member comes before it")
  func routes() throws {
    for (routes, indirect) in [
      ("BR/PO##: direct", []), ("BR/PO##: direct, BR/PO07: via BR/PO02", [7]),
      ("BR/PO07: via BR/PO02, BR/PO##: direct", [7]),
      ("BR/PO02: direct, BR/PO##: via BR/PO02", [1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
      (
        "BR/PO##: via BR/PO02, BR/PO02: direct, BR/PO09: direct", [1, 3, 4, 5, 6, 7, 8, 10, 11, 12]
      ),
    ] {
      let compiled = Compiled(Self.offices.replacing("ROUTES", with: routes))
      let plan = try #require(compiled.plan, "\(compiled.report)")
      let own = plan.postOffices[0].routes
      for number in 1...12 {
        let expected: PostOfficeRoute = indirect.contains(number) ? .via(PostOfficeID(2)) : .direct
        #expect(own.route(to: PostOfficeID(number)) == expected, "\(routes): \(number)")
      }
    }
  }

  @Test("a list names each once, and a rate of each mailbox counts all members")
  func counts() throws {
    let compiled = Compiled(Self.offices.replacing("ROUTES", with: "others: direct"))
    let plan = try #require(compiled.plan, "\(compiled.report)")
    #expect(plan.movers[0].serves == (0...12).map(PostOfficeID.init))
    #expect(
      plan.flows[1].sources == [
        .init(end: .postOffice(PostOfficeID(1)), members: 12, billionths: 1_000_000_000)
      ]
    )
    #expect(plan.flows[1].perDayMillionths == 8 * 7 * 12 * 1_000_000)
    #expect(plan.flows[0].perDayMillionths == 10_000_000)
  }

  @Test("a host that a group has not, or has under another name, is named with what there is")
  func unknown() {
    let text = "hosts: { WS##: { os: NT 4.0 SP5, count: 12 } }\nfaults: { f: { host: WS13 } }"
    let compiled = Compiled(text)
    #expect(compiled.codes == ["unknown-name"])
  }
}
