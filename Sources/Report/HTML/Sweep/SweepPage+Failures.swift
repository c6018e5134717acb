import Experiment
import Kernel
import Plan
import Record
import Text

extension SweepPage {
  /// When something first fails along the sweep, and how the runs of some points go down.
  func writeFailures(_ page: inout MarkupWriter) {
    if let values = numericValues {
      failureChart(values).write(&page)
      let lasting = shownPoints.filter { result.points[$0].survival?.quantile(0.5).value == nil }
      if !lasting.isEmpty {
        let names = lasting.prefix(6).map(name) + (lasting.count > 6 ? ["elsewhere"] : [])
        page.paragraphs(["Fewer than half of the runs fail at \(listed(names))."])
      }
    } else {
      failureBars.write(&page)
    }
    writeRest(&page)
    survivalChart?.write(&page)
  }

  /// The values of the only axis as numbers that grow; nil where that is not what varies.
  var numericValues: [Double]? {
    guard order.axes.count == 1, result.points.count > 1 else { return nil }
    let values = order.points.map { point -> Double? in
      let text = point.values[0]
      let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      // `5.5 SP1` is a number to nobody.
      return text.dropFirst(digits.count).contains(" ") ? nil : Double(digits)
    }
    let numbers = values.compactMap(\.self)
    guard numbers.count == values.count, zip(numbers, numbers.dropFirst()).allSatisfy({ $0 < $1 })
    else { return nil }
    return numbers
  }

  /// The axis of what varies.
  func valueAxis(_ values: [Double]) -> Axis {
    let (low, high) = (values.first!, values.last!)
    return Axis.numbers(from: low, to: high, isLogarithmic: low > 0 && high / low >= 8)
  }

  /// The end of the runs, in seconds.
  private var whole: Double { order.duration.seconds }

  private func failureChart(_ values: [Double]) -> Chart {
    let ranges = shownPoints.compactMap { point -> Chart.Range? in
      let median = result.points[point].survival?.quantile(0.5)
      return median?.value.map {
        Chart.Range(
          x: values[point],
          value: $0,
          low: median?.low ?? 0,
          high: median?.high ?? whole
        )
      }
    }
    let key = order.axes[0].key
    return Chart(
      id: "failure",
      title: "Half of the runs have failed by then, along \(key)",
      description: "The time by which half of the runs have failed, with its interval of 95 %.",
      size: .whole,
      x: valueAxis(values),
      y: .time(upTo: whole, start: order.start, count: 4),
      layers: [.intervals(ranges, .first, name: "half of the runs have failed")],
      markers: [],
      table: DataTable(
        heads: [SweepWords.short(key), "failed", "half by", "95 %"],
        rows: shownPoints.map { point in
          let cells = words.failure(point)
          return [name(point), cells.failed, cells.half ?? "-", cells.interval ?? ""]
        },
        numbers: 1..<3
      )
    )
  }

  private var failureBars: RankedBars {
    RankedBars(
      title: "Half of the runs have failed by then",
      heads: ("point", "failed; half by"),
      axis: Axis(
        from: 0,
        to: max(whole, 1),
        ticks: [
          .init(value: 0, label: "0"), .init(value: whole, label: SiteClock.about(order.duration)),
        ],
        words: { SiteClock.about(seconds: $0) }
      ),
      rows: shownPoints.map { number in
        let point = result.points[number]
        let median = point.survival?.quantile(0.5)
        let cells = words.failure(number)
        let hasFailed = (point.survival?.failureCount ?? 0) > 0
        return RankedBars.Row(
          name: name(number),
          value: median?.value ?? whole,
          interval: median?.value == nil ? nil : (median?.low ?? 0)...(median?.high ?? whole),
          words: cells.half.map { "\(cells.failed); \($0) (\(cells.interval ?? ""))" }
            ?? cells.failed,
          state: hasFailed ? .failed : .sound
        )
      }
    )
  }

  /// How the runs of the first, the middle and the last point go down.
  private var survivalChart: Chart? {
    let all = Array(result.points.indices)
    // Of a few points those that never fail show what the others lack.
    let failing =
      all.count <= 3
      ? all : all.filter { (result.points[$0].survival?.failureCount ?? 0) > 0 }
    guard !failing.isEmpty else { return nil }
    var chosen = [failing[0], failing[failing.count / 2], failing[failing.count - 1]]
    chosen = chosen.enumerated().filter { chosen.firstIndex(of: $1) == $0 }.map(\.element)
    let strokes: [Chart.Stroke] = [.first, .second, .third]
    let layers = zip(chosen, strokes).map { point, stroke in
      Chart.Layer.steps(steps(point), stroke, name: name(point))
    }
    return Chart(
      id: "survival",
      title: "Runs in which nothing has failed yet",
      description: "The share of runs without a failure over time, at \(listed(chosen.map(name))).",
      size: .whole,
      x: .time(upTo: whole, start: order.start),
      y: Axis(
        from: 0,
        to: 1,
        ticks: [0, 0.25, 0.5, 0.75, 1].map { .init(value: $0, label: percentText($0)) },
        words: { percentText($0) }
      ),
      layers: layers,
      markers: [],
      table: DataTable(
        heads: ["point", "time", "share without a failure", "95 %"],
        rows: chosen.flatMap { point in
          (result.points[point].survival?.steps ?? []).prefix(40).map { step in
            [
              name(point), clock.both(Instant.start + (Interval(seconds: step.time) ?? .zero)),
              percentText(step.survival),
              "\(percentText(step.low)) to \(percentText(step.high))",
            ]
          }
        }
      )
    )
  }

  private func steps(_ point: Int) -> [Chart.Point] {
    let survival = result.points[point].survival
    let own = (survival?.steps ?? []).map { Chart.Point(x: $0.time, y: $0.survival) }
    return [Chart.Point(x: 0, y: 1)] + own
      + [Chart.Point(x: survival?.longest ?? whole, y: own.last?.y ?? 1)]
  }
}
