import Kernel
import Plan
import Record
import Testing

@testable import Report

@Suite("Charts")
struct ChartTests {
  /// A series of so many bins, of which one in seven is missing where there are gaps.
  private func thinning(_ count: Int, seed: UInt64, hasGaps: Bool) -> Thinning {
    var random = RandomStream(
      seed: seed,
      replication: 0,
      entity: StableName("chart"),
      purpose: StableName("values")
    )
    let bins = (0..<count).map { _ -> SeriesRecord.Bin? in
      if hasGaps, random.integer(below: 7) == 0 { return nil }
      let values = (0..<3).map { _ in Int64(random.integer(below: 100_000)) }
      return .init(
        count: 3,
        first: values[0],
        least: values.min()!,
        greatest: values.max()!,
        mean: Double(values.reduce(0, +)) / 3,
        last: values[2]
      )
    }
    let counter = SeriesRecord.Counter(
      path: CounterPath("HOST\\Process(store)\\Handle Count")!,
      kind: .level,
      divisor: 1,
      bins: bins
    )
    return Thinning(
      series: SeriesRecord(
        first: .start,
        asked: .minutes(5),
        kept: .minutes(15),
        sampleCount: count * 3,
        counters: [counter]
      ),
      counter: counter
    )
  }

  @Test("However long a series is, a line has two points a column, and no extreme is lost")
  func thinned() {
    for (seed, count) in [1, 7, 149, 150, 151, 1_000, 20_000].enumerated() {
      for hasGaps in [false, true] {
        let thinning = thinning(count, seed: UInt64(seed), hasGaps: hasGaps)
        let lines = thinning.lines(columns: 150)
        let points = lines.flatMap(\.self)
        #expect(points.count <= 300, "seed \(seed)")
        #expect(lines.allSatisfy { !$0.isEmpty })
        #expect(zip(points, points.dropFirst()).allSatisfy { $0.x <= $1.x }, "seed \(seed)")
        let bins = thinning.counter.bins.compactMap(\.self)
        #expect(points.map(\.y).max() == bins.map { Double($0.greatest) }.max(), "seed \(seed)")
        #expect(points.map(\.y).min() == bins.map { Double($0.least) }.min(), "seed \(seed)")
        #expect(thinning.greatest == bins.map { Double($0.greatest) }.max() ?? 0)
      }
    }
  }

  @Test("Where a service was down the line breaks")
  func gaps() {
    let thinning = thinning(100, seed: 3, hasGaps: true)
    let runs = thinning.counter.bins.split(separator: nil).count
    #expect(runs > 1)
    #expect(thinning.lines(columns: 150).count == runs)
  }

  @Test("A table has the extremes and the mean of each stretch")
  func table() {
    let thinning = thinning(1_000, seed: 5, hasGaps: false)
    let clock = SiteClock(start: SampleRun.start)
    let table = thinning.table(rows: 12, clock: clock) { "\(Int($0))" }
    #expect(table.rows.count == 12)
    #expect(table.rows[0][0] == "Mon 2 Mar 1998 00:00")
    let first = thinning.counter.bins.prefix(84).compactMap(\.self)
    #expect(table.rows[0][1] == "\(first.map(\.least).min()!)")
    #expect(table.rows[0][3] == "\(first.map(\.greatest).max()!)")
    #expect(table.rows[0][2] == "\(Int(first.map(\.mean).reduce(0, +) / 84))")
  }

  @Test("A chart is written as it should be")
  func golden() {
    let chart = Chart(
      id: "c",
      title: "Handles & more",
      description: "They rise.",
      size: .small,
      x: .numbers(from: 0, to: 10),
      y: .amounts(upTo: 100, count: 2),
      layers: [
        .band(
          [.init(x: 0, value: 10, low: 5, high: 20), .init(x: 10, value: 50, low: 40, high: 60)],
          name: "b"
        ),
        .line(
          [[.init(x: 0, y: 0), .init(x: 5, y: 50), .init(x: 10, y: 50)], [.init(x: 10, y: 100)]],
          .first,
          name: "l"
        ),
        .steps([.init(x: 0, y: 100), .init(x: 5, y: 50)], .second, name: "s"),
      ],
      markers: [],
      table: DataTable(heads: ["at", "value"], rows: [["1", "2"]], numbers: 1..<2)
    )
    var page = MarkupWriter()
    chart.write(&page)
    let text = String(decoding: page.bytes, as: UTF8.self)
    #expect(
      text.contains(#"<path class="band" d="M0 800l1440-400v200l-1440 350Z"></path>"#),
      "\(text)"
    )
    #expect(text.contains(#"<path class="line first" d="M0 1000l720-500h720M1440 0h1"></path>"#))
    #expect(text.contains(#"<path class="line second" d="M0 0h720v500"></path>"#))
    #expect(text.contains(#"<text x="0" dx="-8" dy="4" y="96.0" text-anchor="end">0</text>"#))
    #expect(text.contains(#"<td class="number">2</td>"#))
  }

  @Test("Marks that would cover each other become one, with the gravest shape")
  func clusters() {
    let markers = [(0.0, ChartMarker.Kind.restart, "a"), (0.1, .failure, "b"), (5, .change, "c")]
      .map { ChartMarker(x: $0.0, kind: $0.1, letter: $0.2, words: "at \($0.0)") }
    let chart = Chart(
      id: "c",
      title: "t",
      description: "d",
      size: .whole,
      x: .numbers(from: 0, to: 10),
      y: .amounts(upTo: 1),
      layers: [],
      markers: markers,
      table: DataTable(heads: [], rows: [])
    )
    var page = MarkupWriter()
    chart.write(&page)
    let read = ReadMarkup(page.bytes)
    #expect(read.texts.contains("a–b") && read.texts.contains("at 0.0; at 0.1"))
    let marks = read.elements.compactMap { $0.value("class") }.filter { $0.hasPrefix("mark ") }
    #expect(
      marks == ["mark failure", "mark change", "mark restart", "mark failure", "mark change"]
    )
  }

  @Test("Bars show a value and the interval around it, and say both")
  func bars() {
    var page = MarkupWriter()
    RankedBars(
      title: "Remedies",
      heads: ("what", "when it fails"),
      axis: .numbers(from: 0, to: 200),
      rows: [
        .init(name: "SP4", value: 100, interval: 50...150, words: "after 100d", state: .sound),
        .init(name: "nothing", value: 20, interval: nil, words: "after 20d", state: .failed),
      ]
    ).write(&page)
    let read = ReadMarkup(page.bytes)
    #expect(read.complaint == nil)
    #expect(
      read.elements.filter { $0.tag == "rect" }.map { $0.value("width") } == ["50.00%", "10.00%"]
    )
    let lines = read.elements.filter { $0.tag == "line" }
    #expect(lines.map { $0.value("x1") } == ["25.00%", "25.00%", "75.00%"])
    #expect(read.texts.contains("after 100d") && read.texts.contains("✕"))
  }
}
