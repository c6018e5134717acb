public import Experiment
import Plan
import Record
public import Text

extension SweepResult {
  /// The version of this form; it grows when a name changes its meaning or goes.
  public static let encodingVersion = 1

  /// The order, and what the runs say of each point.
  public var parts: JSONParts {
    [
      "version": .value { .integer(Self.encodingVersion) },
      "order": .value { order.json },
      "measures": .value { .array(measures.map { .string($0) }) },
      "points": .list(count: points.count) { number in .value { json(ofPoint: number) } },
      "missing": .list(count: missing.count) { number in
        .value {
          [
            "point": .integer(missing[number].point + 1),
            "replication": .integer(missing[number].replication + 1),
          ]
        }
      },
    ]
  }

  private func json(ofPoint number: Int) -> JSON {
    let point = points[number]
    let measured = measures.compactMap { name in
      point.summary(of: name).map { JSON.Member(name, $0.json) }
    }
    return [
      "values": .array(order.points[number].values.map { .string($0) }),
      "runs": .integer(point.runs.count),
      "complete": .integer(point.completeCount),
      "troubles": .array(point.troubles.map(\.json)),
      "held": point.held?.json ?? .null,
      "failures": .array(
        point.failures.map { ["what": .string($0.what), "runs": .integer($0.count)] }
      ),
      "survival": point.survival?.json ?? .null,
      "measures": .object(measured),
    ]
  }
}

extension SampleSummary {
  var json: JSON {
    [
      "n": .integer(count), "mean": .number(mean),
      "half-width": halfWidth().map { .number($0) } ?? .null,
      "standard-deviation": standardDeviation.map { .number($0) } ?? .null,
      "min": .number(minimum), "p25": .number(lowerQuartile), "p50": .number(median),
      "p75": .number(upperQuartile), "max": .number(maximum),
    ]
  }
}

extension Proportion {
  var json: JSON {
    let interval = interval()
    return [
      "n": .integer(count), "held": .integer(successes), "low": .number(interval.low),
      "high": .number(interval.high),
    ]
  }
}

extension SurvivalCurve {
  var json: JSON {
    let median = quantile(0.5)
    return [
      "n": .integer(count), "failed": .integer(failureCount),
      "median-seconds": median.value.map { .number($0) } ?? .null,
      "low-seconds": median.low.map { .number($0) } ?? .null,
      "high-seconds": median.high.map { .number($0) } ?? .null,
      "steps": .array(
        steps.map {
          [
            "seconds": .number($0.time), "at-risk": .integer($0.atRisk),
            "failures": .integer($0.failures), "survival": .number($0.survival),
            "low": .number($0.low), "high": .number($0.high),
          ]
        }
      ),
    ]
  }
}
