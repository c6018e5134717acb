import Plan
import Testing

@Suite("Hours")
struct HoursTests {
  /// How busy each minute of the week is.
  static func week(_ profile: String) throws -> [Int] {
    let compiled = Compiled("hours: { x: \(profile) }")
    let plan = try #require(compiled.plan, "\(compiled.report)")
    let parts = try #require(plan.hours.last { $0.name == "x" }).parts
    #expect(parts.first?.startMinute == 0)
    var week: [Int] = []
    for (number, part) in parts.enumerated() {
      if number > 0 { #expect(part.thousandths != parts[number - 1].thousandths) }
      let end = number + 1 < parts.count ? parts[number + 1].startMinute : 10_080
      week += Array(repeating: part.thousandths, count: end - part.startMinute)
    }
    return week
  }

  /// The same, minute by minute.
  static func expected(_ days: [ClosedRange<Int>?], rest: Int) -> [Int] {
    var week = Array(repeating: rest, count: 10_080)
    for (day, range) in days.enumerated() {
      for minute in range ?? 0...0 where range != nil {
        week[(day * 1_440 + minute) % 10_080] = 1_000
      }
    }
    return week
  }

  @Test("the hours of a day are those, and all others are the rest")
  func days() throws {
    let working = 480...1_079
    #expect(
      try Self.week("{ monday-to-friday: 8 am to 6 pm, saturday: 9 am to 1 pm, rest: 2.5% }")
        == Self.expected([working, working, working, working, working, 540...779, nil], rest: 25)
    )
    #expect(
      try Self.week("{ sunday: noon to 1 pm }")
        == Self.expected([nil, nil, nil, nil, nil, nil, 720...779], rest: 40)
    )
  }

  @Test("hours that end in the morning go on into the next day, from Sunday into Monday")
  func nights() throws {
    let night = 1_320...1_799
    #expect(
      try Self.week("{ monday-to-friday: 10 pm to 6 am, rest: 0% }")
        == Self.expected([night, night, night, night, night, nil, nil], rest: 0)
    )
    #expect(
      try Self.week("{ sunday: 10 pm to 6 am, rest: 0% }")
        == Self.expected([nil, nil, nil, nil, nil, nil, night], rest: 0)
    )
  }

  @Test("`office` and `always` are there, and can be others")
  func known() throws {
    let plan = try #require(Compiled("hours: {}").plan)
    #expect(plan.hours.map(\.name) == ["always", "office"])
    #expect(plan.hours[0].parts.count == 1)
    let own = Compiled(
      """
      hours: { office: { sunday: noon to 1 pm } }
      hosts: { H: { os: NT 4.0 SP5 } }
      activities: { a: { host: H, process: a.exe, rate: 1/day, hours: office } }
      """
    )
    let other = try #require(own.plan, "\(own.report)")
    #expect(
      other.hours[other.activities[0].hours.index].parts.map(\.startMinute) == [0, 9_360, 9_420]
    )
  }
}
