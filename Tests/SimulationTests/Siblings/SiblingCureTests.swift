import Kernel
import Plan
import Record
import Testing

/// What an administrator does about a sibling, and what is then to be seen.
struct Cure: Sendable, CustomTestStringConvertible {
  let id: String
  let host: String
  let steps: String
  /// When it is done, and when it is looked at.
  let time: Interval
  let look: Interval
  let cured: ClosedRange<Int>

  init(
    _ id: String,
    on host: String,
    _ steps: String,
    at time: Interval,
    look: Interval,
    cured: ClosedRange<Int>
  ) {
    self.id = id
    self.host = host
    self.steps = steps
    self.time = time
    self.look = look
    self.cured = cured
  }

  var testDescription: String { "\(id): \(steps)" }
}

@Suite("What frees what siblings take, and what does not")
struct SiblingCureTests {
  static let effective = [
    Cure(
      "Q155036",
      on: "HUB1",
      "{ install: 4.0 SP5 }, { restart: MSExchangeIMC }",
      at: .hours(48),
      look: .hours(49),
      cured: 0...20
    ),
    Cure(
      "Q232602",
      on: "ONE",
      "{ restart: MSExchangeMTA }",
      at: .hours(36),
      look: .hours(37),
      cured: 0...5
    ),
    Cure(
      "Q200259",
      on: "ONE",
      "{ restart: MSExchangeMTA }",
      at: .hours(20),
      look: .hours(21),
      cured: 0...0
    ),
    Cure(
      "Q258319",
      on: "HUB1",
      "{ restart: MSExchangeIS }",
      at: .hours(12),
      look: .hours(12) + .minutes(1),
      cured: 2_000...4_000
    ),
    Cure(
      "Q236426",
      on: "MAIL1",
      "{ restart: MSExchangeIS }",
      at: .days(31),
      look: .days(32),
      cured: 0...0
    ),
    Cure(
      "Q216259",
      on: "MAIL1",
      "{ restart: MSExchangeIS }",
      at: .hours(10),
      look: .hours(10) + .minutes(5),
      cured: 0...10 * 4_096
    ),
    Cure(
      "Q270712",
      on: "MAIL1",
      "{ restart: MSExchangeIS }",
      at: .hours(2),
      look: .hours(2) + .minutes(1),
      cured: 0...0
    ),
    Cure(
      "Q114124",
      on: "MTA1",
      "{ reboot: MTA1 }",
      at: .hours(20),
      look: .hours(21),
      cured: 0...0
    ),
    Cure(
      "Q179827",
      on: "WEB1",
      "{ reboot: WEB1 }",
      at: .hours(12),
      look: .hours(13),
      cured: 0...0
    ),
    Cure(
      "Q259042",
      on: "WEB1",
      "{ reboot: WEB1 }",
      at: .minutes(601),
      look: .minutes(609),
      cured: 0...0
    ),
    Cure(
      "Q191614",
      on: "WEB1",
      "{ install: NT 4.0 SP4 }, { reboot: WEB1 }",
      at: .hours(24),
      look: .hours(25),
      cured: 0...0
    ),
    Cure(
      "Q232279",
      on: "HUB1",
      "{ remove-items: MSExchangeIMC }, { start: MSExchangeIMC }",
      at: .hours(27),
      look: .hours(27) + .minutes(2),
      // It stays at four: the start after the removal is not followed by another stop.
      cured: 4...4
    ),
    Cure(
      "Q194750",
      on: "ONE",
      "{ restart: MSExchangeMTA }",
      at: .hours(24),
      look: .hours(24) + .minutes(10),
      cured: 0...0
    ),
  ]

  @Test("What the text says frees it", arguments: effective)
  func frees(cure: Cure) throws {
    let sibling = try #require(SiblingTests.all.first { $0.id == cure.id })
    let stage = try stage(cure)
    try stage.go(to: cure.look)
    let value = try sibling.sign(stage)
    #expect(cure.cured.contains(value), "\(value)")
  }

  @Test(
    "Other measures free nothing",
    arguments: [
      Cure(
        "Q232279",
        on: "HUB1",
        "{ restart: MSExchangeMTA }, { start: MSExchangeIMC }",
        at: .hours(27),
        look: .hours(28),
        cured: 5...5
      ),
      Cure(
        "Q179827",
        on: "WEB1",
        "{ restart: SMTPSVC }",
        at: .hours(12),
        look: .hours(13),
        cured: 1...1
      ),
      Cure(
        "Q259042",
        on: "WEB1",
        "{ restart: SNMP }",
        at: .minutes(601),
        look: .minutes(609),
        cured: 60...60
      ),
      Cure(
        "Q232602",
        on: "TWO",
        "{ restart: MSExchangeMTA }",
        at: .hours(36),
        look: .hours(40),
        cured: 500...4_000
      ),
    ]
  )
  func doesNotFree(cure: Cure) throws {
    let sibling = try #require(SiblingTests.all.first { $0.id == cure.id })
    let stage = try stage(cure)
    try stage.go(to: cure.look)
    let value = try sibling.sign(stage)
    #expect(cure.cured.contains(value), "\(value)")
  }

  /// The sibling's site, and somebody who does something about it once.
  private func stage(_ cure: Cure) throws -> Stage {
    let sibling = try #require(SiblingTests.all.first { $0.id == cure.id })
    let minutes = cure.time.ticks / Interval.minutes(1).ticks
    return try sibling.stage(
      adding: "operators: { CURE: { every: 365d, first: \(minutes)m, host: \(cure.host),"
        + " does: [ \(cure.steps) ] } }"
    )
  }
}

extension SiblingCureTests {
  @Test("A message that sticks in a transfer agent goes back when its time is over")
  func timeOut() throws {
    let sibling = try #require(SiblingTests.all.first { $0.id == "Q194750" })
    let limit = "control-blocks: 20, expiry: { urgent: 1h, normal: 2h, non-urgent: 3h }"
    let stage = try sibling.stage((old: "control-blocks: 20", new: limit))
    try stage.go(to: .hours(24))
    let stuck = stage.triggers("Q194750", on: "ONE")
    let returned = try stage.flow("across").returned.reduce(0) { $0 + Int($1.count) }
    #expect(stuck > 0)
    #expect(returned > 0 && returned <= stuck)
    let end = stage.record.end
    #expect(stage.record.queues.allSatisfy { end - $0.oldest <= .hours(2) + .minutes(1) })
  }
}
