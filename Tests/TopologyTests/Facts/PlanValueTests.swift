import Kernel
import Plan
import Testing

/// Values of a plan that are not simply what is written.
@Suite("What plans say")
struct PlanValueTests {
  @Test("a rate of a counter is one in a day, whatever unit of time it is written with")
  func rates() throws {
    let rates = ["1/day": 1.0, "7/week": 1, "1/hour": 24, "1/minute": 1_440, "2 KiB/day": 2_048]
    for (rate, perDay) in rates {
      let compiled = Compiled(
        """
        hosts: { H: { os: NT 4.0 SP5 } }
        expect: [ { counter: 'H\\Memory\\Available Bytes', is: falling, at-least: \(rate) } ]
        """
      )
      let plan = try #require(compiled.plan, "\(compiled.report)")
      guard case .trend(_, .falling, let found?)? = plan.expectations.first?.claim else {
        Issue.record("\(rate): \(plan.expectations)")
        continue
      }
      #expect(abs(found - perDay) < perDay * 1e-12, "\(rate)")
    }
  }

  @Test("a rate of mail is one in a day, whatever unit of time it is written with")
  func volumes() throws {
    for rate in ["86400/day", "604800/week", "3600/hour", "60/minute", "1/second"] {
      let compiled = Compiled(
        """
        hosts: { HUB1: { os: NT 4.0 SP5 } }
        exchange: { HUB1: { version: 5.5 SP3, mailboxes: 5 } }
        mail: { m: { from: HUB1, to: HUB1, volume: \(rate) } }
        """
      )
      let plan = try #require(compiled.plan, "\(compiled.report)")
      #expect(plan.flows[0].perDayMillionths == 86_400_000_000, "\(rate)")
    }
  }

  @Test("both ends of an X.400 connector have it, and a site connector counts for none")
  func connectors() throws {
    func defect(_ level: Int) -> String {
      """
        Q90000\(level):
          title: T
          affects: [ { component: emsmta.exe, from: 5.5.0 } ]
          needs: [ { option: x400-connectors, is: \(level) } ]
          trigger: { every: 1d }
          effect: [ { leak: handles, amount: 1, holder: emsmta.exe, owner: emsmta.exe } ]
          shows: []
          frees: []
          fixed: []
      """
    }
    let compiled = Compiled(
      """
      hosts: { A: { os: NT 4.0 SP5 }, B: { os: NT 4.0 SP5 }, C: { os: NT 4.0 SP5 } }
      exchange:
        A: { version: 5.5 SP3, site: A }
        B: { version: 5.5 SP3, site: B }
        C: { version: 5.5 SP3, site: C }
      connectors:
        A-B: { between: [A, B], kind: x400 }
        A-C: { between: [A, C], kind: x400 }
        B-C: { between: [B, C], kind: site }
      defects:
      \((0...2).map(defect).joined(separator: "\n"))
      """
    )
    let plan = try #require(compiled.plan, "\(compiled.report)")
    #expect(plan.hosts.map { $0.value(of: .option(.x400Connectors)) } == [2, 1, 1])
  }

  @Test("an operator acts when somebody has noticed, and a change at once")
  func notices() throws {
    func delay(_ text: String) throws -> Interval? {
      let compiled = Compiled("hosts: { H: { os: NT 4.0 SP5 } }\n" + text)
      let plan = try #require(compiled.plan, "\(compiled.report)")
      guard case .condition(_, let lasting, let after, _)? = plan.script.first?.when else {
        return nil
      }
      #expect(lasting == .minutes(10))
      return after
    }
    let when = "when: { counter: 'H\\Memory\\Available Bytes', below: 4 MiB, lasting: 10m }"
    let does = "does: [ { reboot: H } ]"
    #expect(try delay("operators: { o: { \(when), notices-after: 2h, \(does) } }") == .hours(2))
    #expect(try delay("operators: { o: { \(when), \(does) } }") == .minutes(30))
    #expect(try delay("changes: { c: { \(when), \(does) } }") == .zero)
  }
}
