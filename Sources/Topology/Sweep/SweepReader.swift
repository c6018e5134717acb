import Plan
import Schema
import YAML

/// Reads the block `sweep` of a topology: what varies, and the points that follow.
struct SweepReader {
  let bytes: [UInt8]
  let file: String
  let reading: Reading

  /// The most points that a sweep can have.
  static let pointLimit = 100_000

  /// The study; nil where there is no sweep, or where something is wrong with it.
  func study(_ document: TopologyDocument) -> Study? {
    guard let sweep = document.sweep, sweep.isSound else { return nil }
    let entry = sweep.value
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
      entry.together.value
      ? axes[0].values.count
      : axes.reduce(1) { product, axis in min(product * axis.values.count, Self.pointLimit + 1) }
    if entry.together.value, let other = axes.firstIndex(where: { $0.values.count != count }) {
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
        "The sweep has more than \(Self.pointLimit) points."
      )
      return nil
    }
    let points = (0..<count).map { number in
      entry.together.value
        ? Study.Point(values: axes.map { $0.values[number] }) : point(number, axes)
    }
    return Study(axes: axes, points: points, replications: entry.replications.value)
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
  private func axis(_ key: Named<Variation>) -> Study.Axis? {
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
    for value in values.texts {
      let trial = Reading(
        overrides: [Override(path: path, value: value, origin: "sweep.vary")]
      )
      _ = trial.read(TopologyDocument.self, from: bytes, file: file)
      if let problem = trial.diagnostics.first(where: { $0.severity == .error }) {
        let isKey = problem.rule == .overrideUnmatched || problem.rule == .overrideForm
        reading.report(
          TopologyRule.sweepKey,
          at: isKey ? key.name.place : key.place,
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

  /// The unit of the first value that a path of keys leads to.
  private func unit(at path: String) -> String {
    guard let stream = try? YAMLStream.read(bytes, file: file),
      let document = try? stream.onlyDocument()
    else { return "" }
    var nodes = [document.root]
    for segment in path.split(separator: ".") {
      nodes = nodes.flatMap { node in
        segment == "*" ? node.entries.map(\.value) : [node[String(segment)]].compactMap(\.self)
      }
    }
    return nodes.first.map { SweepValues.unit(of: $0.text) } ?? ""
  }
}
