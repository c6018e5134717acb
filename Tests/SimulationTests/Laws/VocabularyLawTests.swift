import Kernel
import Plan
import Record
import Testing

/// All that a defect can wait for happens in a site that has everything.
@Suite("What defects can wait for")
struct VocabularyLawTests {
  /// What a defect waits for, as it is written.
  private static let causes =
    EventKind.allCases.map { (words: "event: \($0.rawValue)", effect: "") }
    + DecisionKind.allCases.map { decision in
      (words: "decision: \(decision.rawValue)", effect: ", { answer: \(decision.answers.last!) }")
    }

  @Test("Each event happens and each decision is asked")
  func asked() throws {
    // One that is answered wrongly may hide another, so each has a run of its own.
    var missing: [String] = []
    for cause in Self.causes {
      let stage = try Stage(
        Self.site,
        adding: """
          defects:
            Q900001:
              title: One of all
              affects: [ { os: NT 4.0 } ]
              trigger: { \(cause.words) }
              effect: [ { log: { source: Test, id: 1 } }\(cause.effect) ]
              shows: []
              frees: []
              fixed: []
          """
      )
      try stage.go(to: .hours(6))
      let found = stage.record.defects
      if found.allSatisfy({ $0.triggers == 0 }) { missing.append(cause.words) }
      for defect in found where defect.triggers > 0 {
        let doing = try #require(defect.doings.first { $0.mechanism == .log }, "\(cause.words)")
        #expect(doing.first == defect.firstTrigger && doing.last == defect.lastTrigger)
        #expect(Int(doing.count) == stage.logged("Test", 1, on: defect.host), "\(cause.words)")
        // A wrong answer stands beside it.
        #expect(defect.doings.count == (cause.effect.isEmpty ? 1 : 2), "\(cause.words)")
      }
    }
    #expect(missing.isEmpty, "\(missing)")
  }

  private static let site = """
    title: Something of everything
    run: { duration: 6h, seed: 7 }
    hosts:
      ONE: { os: NT 4.0 Server SP5 }
      TWO: { os: NT 4.0 Server SP5 }
      FILE1: { os: NT 4.0 Server SP5, disks: { C: { size: 4 GiB }, D: { size: 100 MiB, free: 50 MiB } } }
      MTA1: { os: NT 4.0 Workstation SP5 }
    exchange:
      ONE:
        version: 5.5 SP4
        site: NORTH
        mailboxes: 50
        msmail-connector:
          post-office: HQ/SHADOW
          instances: { PCMTA: { serves: [HQ/ONE, HQ/GONE], poll: 1m } }
        internet-mail:
          domain: firm.example
          expiry: { urgent: 1h, normal: 1h, non-urgent: 1h }
      TWO: { version: 5.5 SP4, site: SOUTH, mailboxes: 50 }
    connectors: { BETWEEN: { between: [ONE, TWO], kind: x400, bandwidth: 1 kbit/s } }
    post-offices:
      HQ/ONE: { mailboxes: 50, routes: { HQ/SHADOW: direct, others: via HQ/SHADOW } }
      HQ/GONE: { mailboxes: 50, routes: { HQ/SHADOW: direct } }
      BR/ONE: { mailboxes: 50, routes: { BR/TWO: direct, BR/FULL: direct } }
      BR/TWO: { mailboxes: 50, routes: { BR/ONE: direct } }
      BR/FULL: { mailboxes: 50, host: FILE1, disk: D, routes: { BR/ONE: direct } }
    external:
      EXT: { host: MTA1, serves: [BR/ONE, BR/TWO, BR/FULL], link: async, cycle: 1m }
    internet:
      two.example:
        hosts:
          silent.two.example: { preference: 10, manner: silent }
          mx.two.example: { preference: 20 }
      drops.example: { hosts: { mx.drops.example: { manner: drops-after-answer } } }
      gone.example: { hosts: { mx.gone.example: { manner: unreachable } } }
    mail:
      out: { from: ONE, to: { two.example: 40%, drops.example: 30%, gone.example: 30% }, volume: 40/hour }
      broken: { from: ONE, to: { two.example: 50%, HQ/ONE: 50% }, volume: 20/hour, traits: { unconvertible: 50% } }
      in: { from: two.example, to: ONE, volume: 20/hour }
      across: { from: ONE, to: TWO, volume: 60/hour }
      offices: { from: HQ/ONE, to: { ONE: 50%, HQ/GONE: 50% }, volume: 30/hour }
      branches: { from: BR/ONE, to: { BR/TWO: 50%, BR/FULL: 50% }, volume: 60/hour }
    pop3: { ROAD: { server: ONE, users: 20, mechanism: ntlm, check: 10m, bad-passwords: 10% } }
    administrators:
      NEAR: { tool: srvinfo, runs: locally, against: [ONE], every: 1h }
      FAR: { tool: srvinfo, runs: remotely, against: [ONE], every: 1h }
    activities: { BACKUP: { host: ONE, process: mad.exe, rate: 10/hour } }
    faults:
      line: { connector: BETWEEN, from: 1h, for: 10m }
      share: { post-office: HQ/GONE, from: 1h }
      branch: { post-office: BR/TWO, from: 2h, for: 30m }
      full: { disk: 'FILE1\\D', free: 10 KiB, from: 1h, for: 1h }
    changes:
      again: { at: 3h, host: ONE, does: [ { restart: MSExchangeMTA } ] }
      external: { at: 4h, host: MTA1, does: [ { restart: EXT } ] }
    """
}
