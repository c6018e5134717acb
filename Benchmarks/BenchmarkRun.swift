import Command
import Text

/// One run of the program, from the machine's state to the last line printed.
struct BenchmarkRun {
  private let cases: [Case]
  private let arguments: Arguments
  private let effort: Effort
  private let format: Format

  init(_ cases: [Case], _ arguments: Arguments) {
    self.cases = cases
    self.arguments = arguments
    format = arguments[Options.format]
    let repetitions = arguments[Options.repetitions]
    effort =
      arguments[Options.quick]
      ? .quick(repetitions: repetitions) : .thorough(repetitions: repetitions)
  }

  /// Measures, prints, saves and compares.
  func perform(_ console: inout Console) throws(FileFailure) -> ExitCode {
    // What can be refused is refused before the long work.
    var before: SavedRun? = nil
    if let path = arguments[Options.compare] { before = try SavedRun(path: path) }
    if let path = arguments[Options.save] { _ = try WholeFile(path) }
    let peers = arguments[Options.peers] ? try PeerPrograms() : nil
    let machine = Machine.current()
    var conditions = Conditions.current(machine)
    announce(machine, conditions, &console)

    Interruption.watch()
    let look = Disturbance.Look()
    var runner = Runner(effort: effort, peers: peers)
    let measurements = measure(&runner, claims: !machine.isDebugBuild, &console)
    if let code = Interruption.exitCode {
      console.complain("benchmarks: stopped before the end; nothing was saved or compared")
      return code
    }
    let known = conditions.warnings.count
    if let disturbance = Disturbance(from: look, to: Disturbance.Look()) {
      conditions.add(disturbance)
    }
    let report = Report(
      machine: machine,
      conditions: conditions,
      measurements: measurements,
      notes: runner.notes
    )
    try printEnd(report, newWarnings: conditions.warnings[known...], &console)
    if let path = arguments[Options.save] { try WholeFile(path).commit(try encoded(report)) }
    if let before { compare(before, report, &console) }
    return .fine
  }

  private func announce(_ machine: Machine, _ conditions: Conditions, _ console: inout Console) {
    if format == .text {
      console.print("\(machine.processor), \(machine.processorCount) processors, \(machine.date)")
      console.print(
        "\(effort.repetitions) repetitions of about "
          + Quantity.duration(effort.nanosecondsPerRepetition) + (effort.isQuick ? " (quick)" : "")
      )
    }
    warn(conditions.warnings[...], &console)
    guard format == .text else { return }
    for thing in conditions.uncontrolled { console.print("not controlled: \(thing)") }
    console.print("\n" + console.style.faint(TextTable.legend) + "\n")
  }

  private func measure(
    _ runner: inout Runner,
    claims: Bool,
    _ console: inout Console
  ) -> [Measurement] {
    var table = TextTable(cases, style: console.style, claims: claims)
    if format == .text { console.print(table.header) }
    var measurements: [Measurement] = []
    for one in cases where Interruption.exitCode == nil {
      let results = runner.measure(one)
      measurements += results
      if format == .text { for row in table.rows(one, results) { console.print(row) } }
    }
    return measurements
  }

  private func printEnd(
    _ report: Report,
    newWarnings: ArraySlice<String>,
    _ console: inout Console
  ) throws(FileFailure) {
    switch format {
    case .text:
      if !report.notes.isEmpty { console.print("") }
      for note in report.notes { console.print(note) }
    case .json: console.write(try encoded(report))
    case .csv: console.write(CommaSeparated.encode(report))
    case .gobench: console.write(GoBenchmark.encode(report))
    }
    if format != .text { for note in report.notes { console.complain(note) } }
    warn(newWarnings, &console)
  }

  /// In a table a warning belongs to the result; beside other formats it must not be in their way.
  private func warn(_ warnings: ArraySlice<String>, _ console: inout Console) {
    for warning in warnings {
      let line = console.style.yellow("warning: \(warning)")
      if format == .text { console.print(line) } else { console.complain(line) }
    }
  }

  private func compare(_ before: SavedRun, _ report: Report, _ console: inout Console) {
    let runs = report.measurements.compactMap { after -> (String, [Double], [Double])? in
      guard let old = before.cases.first(where: { $0.name == after.name }) else { return nil }
      return (after.name, old.figures, after.samples.map(\.nanosecondsPerOperation))
    }
    var text = ""
    if runs.isEmpty {
      text = "nothing to compare: the two runs have no case in common"
    } else if before.isDebugBuild || report.machine.isDebugBuild {
      text = "not compared: a debug build says nothing about the program"
    } else {
      text = ComparisonTable.text(Comparison.all(runs), style: console.style)
    }
    if format == .text { console.print("\n" + text) } else { console.complain(text) }
  }

  private func encoded(_ report: Report) throws(FileFailure) -> String {
    do throws(NotFinite) {
      return try GoogleJSON.encode(report).encoded()
    } catch {
      throw FileFailure(.bug, "a figure is not a number: \(error.path)")
    }
  }
}
