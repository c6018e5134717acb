import Kernel
import Plan
import Testing

@Suite("Defaults")
struct DefaultTests {
  /// What an article says of each key, in the article's own figure.
  static let articles = [
    "transfer agent: control-blocks = 20 (Q200259)",
    "transfer agent: open-interval = 10m (Q157630)",
    "transfer agent: open-retries = 144 (Q157630)",
    "transfer agent: transfer-retries = 2 (Q271545)",
    "transfer agent: transfer-interval = 2m (Q271545)",
    "transfer agent: disconnect = 2m (Q200259)",
    "transfer agent: further-association-at = 50 (Q181721)",
    "instance: in-queue-limit = 50 (Q169319)", "instance: mailbag-limit = 50 (Q169319)",
    "instance: post-office-limit = 50 (Q169319)",
    "msmail connector: enforce-retry-limits = false (Q277831)",
    "connections: inbound = 30 (Q156063)", "timers: banner = 5m (Q175982)",
    "internet mail service: retry = [15m, 30m, 1h, 4h] (Q146669)",
    "internet mail service: low-disk = 10 MiB (Q189587)",
    "post office: hop-limit = 10 (Q244485)", "external: update = 5m (Q119884)",
    "external: retries = 3 (Q119884)", "external: batch = 50 (Q199800)",
    "external: disk-full = 100 KiB (Q111558)",
  ]

  @Test("what an article gives holds where nothing is written, and its article is named")
  func figures() throws {
    let plan = try #require(Compiled(WholeSite.text).plan)
    let found = plan.assumptions.compactMap { assumption -> String? in
      guard case .article(let id) = assumption.provenance else { return nil }
      return "\(assumption.name) = \(assumption.value) (\(id))"
    }
    #expect(found == Self.articles)
  }

  static let site = """
    hosts: { HUB1: { os: NT 4.0 SP5, memory: 96 MiB }, MTA1: { os: NT 4.0 SP5, memory: 4095 MiB } }
    exchange:
      HUB1:
        version: 5.5 SP3
        mailboxes: 5
        msmail-connector: { post-office: HQ/S, instances: { P: { serves: [HQ/A] } } }
        internet-mail: { domain: example.com }
    post-offices: { HQ/A: { mailboxes: 5, routes: { HQ/S: direct } } }
    external: { E: { host: MTA1, serves: [HQ/A, HQ/S], disk-full: 300 KiB } }
    mail: { m: { from: HQ/A, to: HUB1, volume: 1/day } }
    """

  @Test("what follows from other values does so where it is not written")
  func derived() throws {
    let compiled = Compiled(Self.site)
    let plan = try #require(compiled.plan, "\(compiled.report)")
    #expect(plan.flows[0].sizeBytes == (4 << 10, 60 << 10))
    // The post office of a connector is one like others.
    #expect(Set(plan.postOffices.map(\.hopLimit)) == [10])
    #expect(Set(plan.postOffices.map(\.compression)) == [.days(1)])
    let external = try #require(plan.movers.first { $0.name == "E" })
    #expect(external.diskFullBytes == (300 << 10, 600 << 10))
    // Twelve more than the memory, and never more than a pagefile can be.
    #expect(plan.hosts.map(\.pagefileBytes) == [108 << 20, 4_095 << 20])
    #expect(plan.disks.allSatisfy { $0.sizeBytes == 4 << 30 && $0.freeBytes == 3 << 30 })
    let service = try #require(plan.servers[0].internetMail)
    #expect(service.hostName == "hub1.example.com")
    #expect(
      service.expiry == Expiry(urgent: .hours(24), normal: .hours(48), nonUrgent: .hours(72))
    )
    #expect(
      plan.servers[0].transferAgent.expiry
        == Expiry(urgent: .days(2), normal: .days(7), nonUrgent: .days(10))
    )
  }

  @Test("of a disk whose free part is not written three quarters are free, and else what is")
  func disks() throws {
    let compiled = Compiled(
      "hosts: { H: { os: NT 4.0 SP5, disks: { C: { size: 8 GiB }, D: { size: 8 GiB, free: 1 GiB } } } }"
    )
    let plan = try #require(compiled.plan, "\(compiled.report)")
    #expect(plan.disks.map(\.freeBytes) == [6 << 30, 1 << 30])
  }

  @Test("office hours are ten hours of five days, and little goes on at other times")
  func office() throws {
    let plan = try #require(Compiled("hours: {}").plan)
    let busy = (0..<5).flatMap { [$0 * 1_440 + 480, $0 * 1_440 + 1_080] }
    #expect(plan.hours[1].parts.map(\.startMinute) == [0] + busy)
    #expect(
      plan.hours[1].parts.map(\.thousandths) == [40] + (0..<5).flatMap { _ in [1_000, 40] }
    )
  }
}
