import Command
import Text

/// The layout of Google Benchmark, which its `compare.py` and many other tools read.
enum GoogleJSON {
  /// The whole run: each repetition, and after the repetitions of a case their aggregates.
  static func encode(_ report: Report) -> JSON {
    var entries: [JSON] = []
    for (family, measurement) in report.measurements.enumerated() {
      let common: [JSON.Member] = [
        .init("family_index", .integer(family)),
        .init("per_family_instance_index", 0),
        .init("run_name", .string(measurement.name)),
      ]
      let samples = measurement.samples
      for (index, sample) in samples.enumerated() {
        entries.append(repetition(measurement, sample, index, common))
      }
      if samples.count > 1 {
        entries += aggregates(measurement, common)
      }
    }
    return ["context": context(report), "benchmarks": .array(entries)]
  }

  private static func repetition(
    _ measurement: Measurement,
    _ sample: Sample,
    _ index: Int,
    _ common: [JSON.Member]
  ) -> JSON {
    let operations = Double(sample.operations)
    var members: [JSON.Member] = [.init("name", .string(measurement.name))] + common
    members += [
      .init("run_type", "iteration"),
      .init("repetitions", .integer(measurement.samples.count)),
      .init("repetition_index", .integer(index)),
      .init("threads", 1),
      .init("iterations", .integer(sample.operations)),
      .init("real_time", .number(sample.realNanoseconds / operations)),
      .init("cpu_time", .number(sample.processorNanoseconds / operations)),
      .init("time_unit", "ns"),
      .init("items_per_second", .number(operations / sample.realNanoseconds * 1e9)),
    ]
    if measurement.bytes > 0 { members.append(.init("bytes_held", .integer(measurement.bytes))) }
    if let allocations = sample.allocations {
      members.append(.init("allocations", .number(Double(allocations) / operations)))
    }
    members += measurement.counters.filter { $0.value.isFinite }.map {
      .init($0.name, .number($0.value))
    }
    return .object(members)
  }

  private static func aggregates(_ measurement: Measurement, _ common: [JSON.Member]) -> [JSON] {
    let samples = measurement.samples
    let real = Summary(samples.map { $0.realNanoseconds / Double($0.operations) })
    let processor = measurement.summary
    let rate = Summary(samples.map { Double($0.operations) / $0.realNanoseconds * 1e9 })
    let kinds: [(String, String, (Summary) -> Double)] = [
      ("mean", "time", \.mean),
      ("median", "time", \.median),
      ("stddev", "time", \.standardDeviation),
      ("cv", "percentage", { $0.mean == 0 ? 0 : $0.standardDeviation / $0.mean }),
    ]
    return kinds.map { name, unit, value in
      let first: [JSON.Member] = [.init("name", .string(measurement.name + "_" + name))]
      return .object(
        first + common + [
          .init("run_type", "aggregate"),
          .init("repetitions", .integer(samples.count)),
          .init("threads", 1),
          .init("aggregate_name", .string(name)),
          .init("aggregate_unit", .string(unit)),
          .init("iterations", .integer(samples.count)),
          .init("real_time", .number(value(real))),
          .init("cpu_time", .number(value(processor))),
          .init("time_unit", "ns"),
          .init("items_per_second", .number(value(rate))),
        ]
      )
    }
  }

  private static func context(_ report: Report) -> JSON {
    let machine = report.machine
    let caches = machine.caches.map { cache -> JSON in
      [
        "type": .string(cache.type), "level": .integer(cache.level), "size": .integer(cache.bytes),
        "num_sharing": .integer(cache.sharedBy),
      ]
    }
    return [
      "date": .string(machine.date),
      "host_name": .string(machine.hostName),
      "executable": "benchmarks",
      "num_cpus": .integer(machine.processorCount),
      "mhz_per_cpu": .integer(machine.megahertz),
      "cpu_scaling_enabled": .bool(machine.isScaling),
      "caches": .array(caches),
      "load_avg": .array(machine.loadAverages.map { .number($0) }),
      "library_build_type": machine.isDebugBuild ? "debug" : "release",
      "processor": .string(machine.processor),
      "warnings": .array(report.conditions.warnings.map { .string($0) }),
      "uncontrolled": .array(report.conditions.uncontrolled.map { .string($0) }),
      "notes": .array(report.notes.map { .string($0) }),
    ]
  }
}
