import Record
import Text

extension RemedyPage {
  /// By how much each remedy delays what fails, and how much mail it saves; only what differs at all.
  var charts: [ForestChart] {
    [delays, undelivered].compactMap(\.self)
  }

  /// So many rows a chart has; the lists below it have all.
  private static let mostRows = 60

  private var delays: ForestChart? {
    chart(
      id: "delay",
      title: "How much later something first fails",
      directions: ("sooner", "later"),
      words: RemedyWords.signedTime,
      // What has not failed when its runs end would fail later still, if ever.
      isLeast: { $0.outcome.failedCount < $0.outcome.runCount },
      axis: Axis.shifts,
      difference: \.delay
    )
  }

  private var undelivered: ForestChart? {
    chart(
      id: "undelivered",
      title: "How many more recipients do not have their mail at the end",
      directions: ("fewer", "more"),
      words: RemedyWords.signedNumber,
      isLeast: { _ in false },
      axis: { Axis.numbers(from: $0, to: $1).signed },
      difference: \.undelivered
    )
  }

  private func chart(
    id: String,
    title: String,
    directions: (left: String, right: String),
    words: (Double) -> String,
    isLeast: (RemedyRecord.Remedy) -> Bool,
    axis: (Double, Double) -> Axis,
    difference: (RemedyRecord.Remedy) -> RemedyRecord.Difference?
  ) -> ForestChart? {
    let shown = record.remedies.compactMap { remedy in
      remedy.effect == .untried ? nil : difference(remedy).map { (remedy, $0) }
    }
    guard shown.contains(where: { $0.1.mean != 0 }) else { return nil }
    func text(_ remedy: RemedyRecord.Remedy, _ value: Double) -> String {
      words(value) + (isLeast(remedy) ? " or more" : "")
    }
    let ends = shown.prefix(Self.mostRows).flatMap { _, difference in
      let half = difference.halfWidth ?? 0
      return [difference.mean - half, difference.mean + half]
    }
    let (low, high) = (min(0, ends.min() ?? 0), max(0, ends.max() ?? 0))
    let groups = RemedyRecord.Effect.allCases.compactMap { effect -> ForestChart.Group? in
      let own = shown.prefix(Self.mostRows).filter { $0.0.effect == effect }
      return own.isEmpty
        ? nil
        : ForestChart.Group(
          title: RemedyWords.heading(effect),
          mark: Self.mark(effect),
          rows: own.map { remedy, difference in
            ForestChart.Row(
              name: remedy.words,
              value: difference.mean,
              interval: difference.halfWidth.map {
                difference.mean - $0...difference.mean + $0
              },
              words: text(remedy, difference.mean)
            )
          }
        )
    }
    return ForestChart(
      id: id,
      title: title,
      description: "Mean differences from the site as it is, run by run of equal chance, with their"
        + " intervals of 95 %. " + Self.summary(groups),
      axis: axis(low, high),
      directions: directions,
      groups: groups,
      table: DataTable(
        heads: ["what", "kind", "effect", "fail", "mean difference", "95 %", "by chance"],
        rows: shown.map { remedy, difference in
          [
            remedy.words, remedy.kind, RemedyWords.word(remedy.effect),
            "\(remedy.outcome.failedCount) of \(remedy.outcome.runCount)",
            text(remedy, difference.mean),
            RemedyWords.interval(difference, words), SweepWords.chance(difference.chance),
          ]
        },
        numbers: 3..<5
      )
    )
  }

  /// What each group comes to.
  private static func summary(_ groups: [ForestChart.Group]) -> String {
    groups.map { "\($0.title): \(listed($0.rows.prefix(3).map { "\($0.name) \($0.words)" }))." }
      .joined(separator: " ")
  }

  private static func mark(_ effect: RemedyRecord.Effect) -> ForestChart.Mark {
    switch effect {
    case .prevents: .arrow
    case .delays: .disc
    case .eases: .diamond
    case .nothing, .untried: .ring
    case .worsens: .cross
    }
  }
}

extension Axis {
  /// Lengths of time to both sides of none, in seconds.
  static func shifts(from low: Double, to high: Double) -> Axis {
    let (low, high) = low < high ? (low, high) : (low - 1, high + 1)
    let steps: [Double] = [
      1, 10, 60, 600, 1_800, 3_600, 7_200, 21_600, 43_200, 86_400, 172_800, 604_800, 1_209_600,
      2_592_000, 5_184_000, 15_552_000,
    ]
    let step = steps.first { (high - low) / $0 <= 5 } ?? (high - low) / 4
    let count = Int((high / step).rounded(.down)) - Int((low / step).rounded(.up))
    let first = (low / step).rounded(.up)
    return Axis(
      from: low,
      to: high,
      ticks: (0...max(count, 0)).map { place in
        let value = (first + Double(place)) * step
        return Tick(value: value, label: RemedyWords.signedTime(value))
      },
      words: RemedyWords.signedTime
    )
  }

  /// The same with names that say the direction.
  var signed: Axis {
    let words: (Double) -> String = { value in
      (value == 0 ? "" : value < 0 ? "−" : "+") + Axis.number(value.magnitude)
    }
    return Axis(
      from: low,
      to: high,
      ticks: ticks.map { Tick(value: $0.value, label: words($0.value)) },
      words: words
    )
  }
}
