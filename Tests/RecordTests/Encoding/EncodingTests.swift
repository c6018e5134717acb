import Kernel
import Plan
import Testing
import Text

@testable import Record

@Suite("The encoding of a record")
struct EncodingTests {
  @Test("What is written is read back as the same record, from the same bytes", arguments: 0..<300)
  func roundTrip(_ seed: UInt64) throws {
    let record = RandomRecord.make(seed)
    let text = try record.json.encoded()
    let read = try RunRecord(try JSON(parsing: text))
    #expect(read == record, "seed \(seed)")
    #expect(try read.json.encoded() == text, "seed \(seed)")
  }

  @Test("Every tick of ten years is told from its neighbours")
  func ticks() throws {
    let year = Interval.days(365).ticks
    for base in [0, 9_999_999, year - 7, year / 3, 10 * year - 3] {
      for ticks in base..<(base + 12) {
        let text = try JSON.time(Instant(ticks: ticks)).encoded()
        let reader = RecordReader(value: try JSON(parsing: text), path: "")
        #expect(try reader.time().ticks == ticks, "\(text)")
      }
    }
  }

  @Test(
    "A member that is missing or of another kind is named with the way to it",
    arguments: 0..<60
  )
  func broken(_ seed: UInt64) throws {
    let whole = RandomRecord.make(seed).json
    guard case .object(let members) = whole else { return }
    for index in members.indices where !Self.forPeople.contains(members[index].name) {
      var without = members
      without.remove(at: index)
      #expect(throws: RecordError.self) { try RunRecord(.object(without)) }
      var other = members
      other[index] = .init(members[index].name, .bool(true))
      let error = #expect(throws: RecordError.self) { try RunRecord(.object(other)) }
      #expect(error?.path.hasPrefix(members[index].name) ?? false)
    }
  }

  /// What says once more what another member says.
  private static let forPeople: Set<String> = ["end-date"]

  @Test("Another version is refused with both numbers")
  func version() throws {
    guard case .object(var members) = RandomRecord.make(1).json else { return }
    members[0] = .init("version", 2)
    let error = #expect(throws: RecordError.self) { try RunRecord(.object(members)) }
    #expect(error?.description == "version: this is version 2, and version 1 is understood")
  }

  @Test("Samples that share no bin take one column")
  func columns() {
    let record = SeriesRecord(
      first: .start,
      asked: .minutes(5),
      kept: .minutes(5),
      sampleCount: 3,
      counters: [
        .init(
          path: CounterPath("HUB1\\Process(store)\\Handle Count")!,
          kind: .level,
          divisor: 1,
          bins: [bin(4), nil, bin(6)]
        )
      ]
    )
    let bins = record.parts.encoded().split(separator: "\n").filter { $0.contains("[4") }
    #expect(bins == ["        \"values\": [4, null, 6]"])
  }

  private func bin(_ value: Int64) -> SeriesRecord.Bin {
    .init(
      count: 1,
      first: value,
      least: value,
      greatest: value,
      mean: Double(value),
      last: value
    )
  }

  @Test(
    "A clock on the wall follows the calendar",
    arguments: [
      (0, "1998-02-28 00:00:00.000"), (864_000_000_000 - 1, "1998-02-28 23:59:59.999"),
      (864_000_000_000, "1998-03-01 00:00:00.000"), (613_230_000_000, "1998-02-28 17:02:03.000"),
    ] as [(UInt64, String)]
  )
  func clock(_ ticks: UInt64, _ text: String) {
    let start = CivilDate(year: 1998, month: 2, day: 28)!
    #expect(CivilTime(Instant(ticks: ticks), start: start).sortable == text)
  }
}
