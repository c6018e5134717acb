public import Experiment
import Kernel
import Record
public import Text

/// Two runs or two sweeps side by side, in words: what came out otherwise.
public struct ComparisonText {
  private var lines: Lines

  /// A comparison of what these names stand for.
  public init(_ first: String, _ second: String, style: Style, width: Int) {
    lines = Lines(style: style, width: width)
    lines.title("\(first) and \(second)")
  }

  /// All that was added.
  public var text: String { lines.text }

  /// So much is listed of each kind.
  private static let most = 40

  /// Adds two runs, and where they part if that is known.
  public mutating func add(
    _ comparison: RunComparison,
    _ parting: Parting?,
    _ first: RunComparison.Side,
    _ second: RunComparison.Side
  ) {
    let (one, other) = (first.record, second.record)
    let isSameSeed = one.seed == other.seed && one.replication == other.replication
    if comparison.isEqual {
      return lines.line(
        "the same run: \(counted(one.eventCount, "event")), fingerprint \(one.fingerprintText)"
      )
    }
    lines.line(
      "\(isSameSeed ? "the same chance (seed \(one.seed))" : "seeds \(one.seed) and \(other.seed)");"
        + " \(counted(one.eventCount, "event")) and \(counted(other.eventCount, "event"))"
    )
    add(parting, comparison, SiteClock(start: one.start))
    if !comparison.verdicts.isEmpty {
      lines.title("Expectations")
      lines.rows(
        comparison.verdicts.map { difference in
          [
            "\(difference.first?.rawValue ?? "not asked"),"
              + " then \(difference.second?.rawValue ?? "not asked")",
            difference.name,
          ]
        }
      )
    }
    guard !comparison.measures.isEmpty else {
      return lines.line("No measure differs.")
    }
    lines.title("Measures")
    lines.rows(
      [["first", "second", "change", ""]]
        + comparison.measures.prefix(Self.most).map { difference in
          [
            difference.first.map(Self.number) ?? "-", difference.second.map(Self.number) ?? "-",
            Self.change(difference.first, difference.second), difference.name,
          ]
        },
      numbers: 0..<3
    )
    addRest(comparison.measures.count)
  }

  private mutating func add(
    _ parting: Parting?,
    _ comparison: RunComparison,
    _ clock: SiteClock
  ) {
    if let parting {
      let steps = [parting.first, parting.second].map { step in
        step.map { "\($0.kind) at \(clock.both($0.time))" } ?? "the end"
      }
      lines.line(
        "they part after \(counted(parting.sameEvents, "same event")): \(steps[0]), and \(steps[1])"
      )
    } else if let seen = comparison.firstSeen {
      lines.line("what was kept of them first differs \(clock.both(seen))")
    }
  }

  /// Adds two sweeps.
  public mutating func add(_ comparison: SweepComparison) {
    if comparison.isEqual { return lines.line("the same sweep, run by run") }
    lines.line(
      comparison.isPaired
        ? "the same chance: compared run by run" : "other seeds: compared by their means"
    )
    if !comparison.unmatched.isEmpty {
      lines.line(
        "only in one of them: \(counted(comparison.unmatched.count, "point")), such as"
          + " \(comparison.unmatched[0].joined(separator: ", "))"
      )
    }
    let differing = comparison.differing
    let count = comparison.lines.count
    guard !differing.isEmpty else {
      return lines.title(
        "No difference beyond chance in \(counted(count, "measure")) of its points"
      )
    }
    lines.title(
      "\(differing.count) of \(counted(count, "measure")) of points differ by more than chance"
    )
    lines.rows(
      [["point", "first", "change", "95 %", "", ""]]
        + differing.prefix(Self.most).map { line in
          [
            line.values.joined(separator: ", "), Self.number(line.first),
            Self.signed(line.difference), "±\(Self.number(line.halfWidth))", line.word,
            line.measure,
          ]
        },
      numbers: 1..<4
    )
    addRest(differing.count)
  }

  private mutating func addRest(_ count: Int) {
    if count > Self.most { lines.line("and \(grouped(count - Self.most)) more") }
  }

  /// A number to three places at least, with its thousands parted.
  private static func number(_ value: Double) -> String {
    if value == value.rounded(), value.magnitude < 0x1p53 { return grouped(Int(value)) }
    if value.magnitude >= 1_000 { return grouped(Int(value.rounded())) }
    return fixedPoint(value, decimals: value.magnitude >= 10 ? 1 : 3)
  }

  private static func signed(_ value: Double) -> String {
    (value > 0 ? "+" : "") + number(value)
  }

  private static func change(_ first: Double?, _ second: Double?) -> String {
    guard let first, let second else { return "" }
    return signed(second - first)
  }
}
