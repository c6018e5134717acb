import Command
import Experiment
import Kernel
import Plan
import Record
import Schema
import Text
import Topology

/// What a sweep is about: a topology's text, and how its points change it.
struct SweepSubject: Sendable {
  let order: SweepOrder
  /// What its runs can measure.
  let measures: MeasureNames
  private let text: TopologyText
  private let overrides: [Override]

  /// Reads a topology with its sweep and says what is wrong with either; nil where it is refused.
  init?(
    _ path: String,
    _ choice: RunChoice,
    _ sweep: SweepChoice,
    _ console: inout Console
  ) throws(FileFailure) {
    text = try TopologyText(path)
    overrides = choice.overrides
    let topology = text.read(overrides, wish: sweep.wish)
    let remarks = DiagnosticText.render(
      [topology.reading, sweep.wish.reading],
      style: console.style
    )
    if !remarks.isEmpty { console.complain(remarks) }
    guard let plan = topology.plan else { return nil }
    guard let study = topology.study else {
      console.complain(
        """
        mailroom: nothing varies in the sweep of \(printable(topology.name))
          say what: --vary 'mail.*.volume=1000..8000 x2', or how often to run it: --replications 20
        """
      )
      return nil
    }
    let seed = choice.seed ?? plan.run.seed
    measures = MeasureNames(plan)
    order = SweepOrder(
      title: plan.title,
      program: version,
      identity: Self.identity([text.bytes] + topology.others, choice, study, seed),
      words: [path] + choice.words + sweep.words
        + (choice.seed.map { ["--seed", "\($0)"] } ?? []),
      seed: seed,
      start: plan.run.start,
      duration: plan.run.duration,
      expectations: plan.expectations.map(\.text),
      axes: study.axes,
      points: study.points,
      goal: sweep.goal(study.replications)
    )
  }

  /// What decides the results: all that was read, and what was changed in it. How often each point is
  /// run does not.
  private static func identity(
    _ files: [[UInt8]],
    _ choice: RunChoice,
    _ study: Study,
    _ seed: UInt64
  ) -> UInt64 {
    var name = StableName("sweep", version)
    for file in files { name = name.child(String(decoding: file, as: UTF8.self)) }
    for words in [choice.texts, study.axes.map(\.key)] + study.points.map(\.values) {
      name = name.child(UInt64(words.count))
      for word in words { name = name.child(word) }
    }
    return name.child(seed).bits
  }

  /// What stands at a point.
  func subject(_ point: Int) -> SweepWork.Subject {
    Self.subject(text.read(overrides + changes(at: point)))
  }

  /// What a topology that was read comes to.
  static func subject(_ topology: ReadTopology) -> SweepWork.Subject {
    if let plan = topology.plan { return .plan(plan) }
    let first = topology.reading.diagnostics.first { $0.severity == .error }
    return .rejected(first?.message ?? "the topology is rejected")
  }

  /// The values of a point, put where the topology has others.
  func changes(at point: Int) -> [Override] {
    zip(order.axes, order.points[point].values).map { axis, value in
      Override(path: axis.key, value: value, origin: "--vary")
    }
  }
}
