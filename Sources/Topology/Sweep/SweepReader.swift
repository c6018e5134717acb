import Plan
import Schema
import YAML

/// Reads the block `sweep` of a topology: what varies, and the points that follow.
struct SweepReader {
  let bytes: [UInt8]
  let file: String
  let wish: SweepWish?
  /// What was reported of the file itself.
  private let known: Reading
  /// Where what is wrong with the sweep is reported.
  private let reading: Reading

  /// The most points that a sweep can have.
  static let pointLimit = 100_000

  /// Each value is tried in the file while the texts that are read for it come to no more than this;
  /// what is not tried is found out when its point is read.
  static let trialBytes = 16 << 20
  private static let leastTrials = 16

  private var trials = 0
  /// The root of the file's document, read once.
  private lazy var root = try? YAMLStream.read(bytes, file: file).onlyDocument().root

  /// - Parameters:
  ///   - known: what was reported of the file itself.
  ///   - wish: what the sweep is to be; nil where the topology alone says it.
  init(bytes: [UInt8], file: String, known: Reading, wish: SweepWish?) {
    self.bytes = bytes
    self.file = file
    self.known = known
    self.wish = wish
    reading = wish.map { $0.vary.isEmpty ? known : $0.reading } ?? known
  }

  /// The study; nil where there is no sweep, or where something is wrong with it.
  mutating func study(_ document: TopologyDocument) -> Study? {
    if let wish, !wish.vary.isEmpty {
      return wish.entry.flatMap { study($0, replications: wish.replications) }
    }
    if let sweep = document.sweep {
      return sweep.isSound ? study(sweep.value, replications: wish?.replications) : nil
    }
    // Nothing varies but chance.
    return wish?.replications.map {
      Study(axes: [], points: [Study.Point(values: [])], replications: $0)
    }
  }

  private mutating func study(_ entry: SweepEntry, replications: Int?) -> Study? {
    let isTogether = entry.together.value || wish?.isTogether == true
    var axes: [Study.Axis] = []
    for key in entry.vary.value {
      guard let axis = axis(key) else { return nil }
      axes.append(axis)
    }
    guard !axes.isEmpty else {
      reading.report(TopologyRule.sweepKey, at: entry.vary.place, "Nothing varies in this sweep.")
      return nil
    }
    let count =
      isTogether
      ? axes[0].values.count
      : axes.reduce(1) { product, axis in min(product * axis.values.count, Self.pointLimit + 1) }
    if isTogether, let other = axes.firstIndex(where: { $0.values.count != count }) {
      reading.report(
        TopologyRule.sweepRange,
        at: entry.vary.value[other].place,
        "`\(axes[other].key)` has \(axes[other].values.count) values and `\(axes[0].key)` has \(count);"
          + " keys that vary together have equally many.",
        related: [.init(entry.vary.value[0].place, "\(count) values")]
      )
      return nil
    }
    if count > Self.pointLimit {
      reading.report(
        TopologyRule.sweepRange,
        at: entry.vary.place,
        "The sweep would have \(Self.product(axes)) points; \(Self.pointLimit) are the most."
      )
      return nil
    }
    let points = (0..<count).map { number in
      isTogether
        ? Study.Point(values: axes.map { $0.values[number] }) : point(number, axes)
    }
    return Study(axes: axes, points: points, replications: replications ?? entry.replications.value)
  }

  /// How many points keys make that meet each other: `40 × 50 × 60 = 120000`.
  private static func product(_ axes: [Study.Axis]) -> String {
    let counts = axes.map(\.values.count)
    let (product, isTooLarge) = counts.reduce((1, false)) { sum, count in
      let (product, overflow) = sum.0.multipliedReportingOverflow(by: count)
      return (product, sum.1 || overflow)
    }
    let factors = counts.map { "\($0)" }.joined(separator: " × ")
    if isTooLarge { return factors }
    return counts.count == 1 ? "\(product)" : "\(factors) = \(product)"
  }

  /// The point of a number: the last key varies fastest.
  private func point(_ number: Int, _ axes: [Study.Axis]) -> Study.Point {
    var rest = number
    var values: [String] = []
    for axis in axes.reversed() {
      values.append(axis.values[rest % axis.values.count])
      rest /= axis.values.count
    }
    return Study.Point(values: values.reversed())
  }

  /// A key with its values, each tried in the file.
  private mutating func axis(_ key: Named<Variation>) -> Study.Axis? {
    let path = key.name.value
    let values: SweepValues
    do throws(Complaint) {
      values = try SweepValues(key.value, unit: unit(at: path))
    } catch {
      reading.report(
        error.rule,
        at: key.place,
        error.message,
        label: error.label,
        notes: error.notes,
        fixes: error.fixes
      )
      return nil
    }
    for (value, place) in values.trials {
      guard trials < Self.leastTrials || trials * bytes.count < Self.trialBytes else { break }
      trials += 1
      let trial = Reading(
        overrides: [Override(path: path, value: value, origin: "sweep.vary")]
      )
      _ = trial.read(TopologyDocument.self, from: bytes, file: file)
      let problem = trial.diagnostics.first { $0.severity == .error && !isKnown($0) }
      if let problem {
        let isKey = problem.rule == .overrideUnmatched || problem.rule == .overrideForm
        reading.report(
          TopologyRule.sweepKey,
          at: isKey ? key.name.place : place ?? key.place,
          isKey ? problem.message : "With the value `\(value)`: \(problem.message)",
          label: problem.label,
          notes: problem.notes,
          fixes: problem.fixes
        )
        return nil
      }
    }
    return Study.Axis(key: path, values: values.texts)
  }

  /// Whether a mistake is one of the file itself, whatever varies.
  private func isKnown(_ problem: Diagnostic) -> Bool {
    known.diagnostics.contains { $0.rule == problem.rule && $0.message == problem.message }
  }

  /// The unit of the first value that a path of keys leads to.
  mutating func unit(at path: String) -> String {
    var nodes = [root].compactMap(\.self)
    for segment in Self.segments(of: path) {
      nodes = nodes.flatMap { node in
        segment == "*" ? node.entries.map(\.value) : [node[segment]].compactMap(\.self)
      }
    }
    return nodes.first.map { SweepValues.unit(of: $0.text) } ?? ""
  }

  /// The parts of a path; points within quotation marks belong to a name.
  private static func segments(of path: String) -> [String] {
    var segments = [""]
    var isQuoted = false
    for character in path {
      switch character {
      case "\"": isQuoted.toggle()
      case "." where !isQuoted: segments.append("")
      default: segments[segments.count - 1].append(character)
      }
    }
    return segments
  }
}
