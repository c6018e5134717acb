public import Experiment
import Kernel
import Plan
import Record
public import Text

extension RunResult {
  /// The version of this form; it grows when a name changes its meaning or goes.
  public static let encodingVersion = 1

  /// The record, what follows from it, and how to get it again.
  public func parts(_ source: ReportSource) -> JSONParts {
    [
      "version": .value { .integer(Self.encodingVersion) },
      "program": .value { ["name": "mailroom", "version": .string(source.version)] },
      "command": .value { .string(source.command) },
      "verdicts": .value { .array(verdicts.map(\.json)) },
      "findings": .value { .array(findings.map { $0.json(SiteClock(start: record.start)) }) },
      "record": record.parts,
    ]
  }
}

extension Verdict {
  fileprivate var json: JSON {
    [
      "expectation": .string(text),
      "outcome": .string(outcome.rawValue),
      "evidence": .array(evidence.map { .string($0) }),
    ]
  }
}

extension Finding {
  fileprivate func json(_ clock: SiteClock) -> JSON {
    [
      "defect": .string(defect),
      "title": .string(title),
      "host": .string(host),
      "triggers": .integer(Int(clamping: triggers)),
      "first-trigger": firstTrigger.map { clock.json($0) } ?? .null,
      "failures": .array(
        failures.map { ["when": clock.json($0.time), "what": .string($0.what)] }
      ),
      "outlooks": .array(outlooks.map { $0.json(clock) }),
      "fixes": .array(fixes.map { .string($0) }),
      "remedies": .array(
        remedies.map { ["what": .string($0.value), "source": .string("\($0.provenance)")] }
      ),
    ]
  }
}

extension Outlook {
  fileprivate func json(_ clock: SiteClock) -> JSON {
    [
      "what": .string(what),
      "is-bytes": .bool(isBytes),
      "amount": .integer(Int(amount)),
      "per-day": perDay.json,
      "limit": limit.map { .string($0) } ?? .null,
      "capacity": capacity.map { .integer(Int($0)) } ?? .null,
      "steps": .array(
        steps.map { step in
          [
            "amount": .integer(Int(step.amount)),
            "symptom": .string(step.symptom.rawValue),
            "reached": step.reached.map { clock.json($0) } ?? .null,
            "expected-seconds": step.expected?.json ?? .null,
          ]
        }
      ),
    ]
  }
}

extension Outlook.Estimate {
  fileprivate var json: JSON {
    ["value": finite(value), "low": finite(low), "high": finite(high)]
  }

  /// A bound that is not finite is none.
  private func finite(_ value: Double) -> JSON { value.isFinite ? .number(value) : .null }
}

extension SiteClock {
  /// A moment, both for programs and for people.
  fileprivate func json(_ instant: Instant) -> JSON {
    [
      "seconds": .time(instant),
      "date": .string(CivilTime(instant, start: start).sortable),
    ]
  }
}
