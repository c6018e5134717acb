import Kernel
import Plan
import Testing
import Text

@testable import Record

@Suite("What a sweep keeps of a run, written and read back")
struct RunDigestTests {
  @Test("A digest comes back as it was, whatever numbers and names are in it")
  func digests() throws {
    var seed = UInt64(7)
    func next() -> UInt64 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return seed ^ seed >> 29
    }
    for _ in 0..<300 {
      let values = (0..<Int(next() % 6)).map { _ in Double(bitPattern: next()) }
      let endings: [RunDigest.Ending] = [
        .complete, .halted("copies: 5"), .rejected("‘x’ \"is\"\n\u{1}no version"),
      ]
      let digest = RunDigest(
        place: RunPlace(point: Int(next() % 100_000), replication: Int(next() % 1_000_000)),
        ending: endings[Int(next() % 3)],
        endSeconds: Double(next() % 1_000_000_000) / 7,
        eventCount: next(),
        fingerprint: next(),
        failure: next() % 2 == 0 ? nil : .init(seconds: 0.1 + 0.2, what: "é\u{2028}: stopped"),
        measures: values.filter(\.isFinite).enumerated().map { .init("a.\($0) \"", $1) }
      )
      let line = try digest.json.encodedInLine()
      #expect(!line.contains("\n"))
      #expect(try RunDigest(JSON(parsing: line)) == digest)
    }
  }

  @Test("A digest whose names are shared with others is the same digest")
  func shared() throws {
    var names = SharedNames()
    for number in 0..<3 {
      let digest = RunDigest(
        place: RunPlace(point: number, replication: 1),
        ending: .halted("copies"),
        endSeconds: 2,
        eventCount: 3,
        fingerprint: 4,
        failure: .init(seconds: 1, what: "it"),
        measures: (0...number).map { .init("a rather long name \($0)", Double(number)) }
      )
      #expect(names.share(digest) == digest)
    }
  }

  private var order: SweepOrder {
    SweepOrder(
      title: "A title\nin two lines",
      program: "0.1",
      identity: .max,
      words: ["a b.yaml", "--vary", "x=[1, 2]"],
      seed: .max,
      start: CivilDate(year: 1999, month: 2, day: 28)!,
      duration: .days(3) + .milliseconds(1),
      expectations: ["not: Q1"],
      axes: [Study.Axis(key: "x", values: ["1", "2"])],
      points: [Study.Point(values: ["1"]), Study.Point(values: ["2"])],
      goal: SweepOrder.Goal(times: 4)
    )
  }

  @Test("An order comes back as it was, with and without a precision")
  func orders() throws {
    #expect(try SweepOrder(JSON(parsing: order.json.encodedInLine())) == order)
    let goal = SweepOrder.Goal(
      least: 3,
      most: 9,
      precision: .init(measure: "mail.sent", relative: 0.05)
    )
    let precise = SweepOrder(
      title: order.title,
      program: order.program,
      identity: order.identity,
      words: order.words,
      seed: order.seed,
      start: order.start,
      duration: order.duration,
      expectations: order.expectations,
      axes: order.axes,
      points: order.points,
      goal: goal
    )
    #expect(try SweepOrder(JSON(parsing: precise.json.encodedInLine())) == precise)
    #expect(precise.mostRuns == 18)
    // Nobody asks for more at least than at most.
    let odd = SweepOrder.Goal(least: 9, most: 3, precision: goal.precision!)
    #expect(odd.least == 3 && odd.most == 3)
  }

  @Test("What is altered into something that cannot be is refused with its place")
  func refused() throws {
    let text = try order.json.encodedInLine()
    for (old, new, path) in [
      ("\"version\": 1", "\"version\": 2", "version: "), ("\"least\": 4", "\"least\": 9", "goal: "),
      ("\"seed\":", "\"sied\":", "there is no `seed`"),
    ] {
      let altered = text.replacing(old, with: new)
      try #require(altered != text)
      let error = #expect(throws: RecordError.self) { try SweepOrder(JSON(parsing: altered)) }
      #expect("\(error!)".hasPrefix(path), "\(error!)")
    }
  }
}
