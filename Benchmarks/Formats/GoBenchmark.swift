/// The format of Go's benchmarks, a line for each repetition, which `benchstat` reads.
enum GoBenchmark {
  /// Configuration, then the lines, with line ends.
  static func encode(_ report: Report) -> String {
    var lines = [
      "goos: \(system)", "goarch: \(architecture)", "pkg: mailroom/benchmarks",
      "cpu: \(report.machine.processor)",
      "build: \(report.machine.isDebugBuild ? "debug" : "release")", "",
    ]
    for measurement in report.measurements {
      for sample in measurement.samples {
        var fields = [
          name(measurement.name) + "-1", "\(sample.operations)",
          "\(sample.realNanoseconds / Double(sample.operations)) ns/op",
          "\(sample.nanosecondsPerOperation) cpu-ns/op",
        ]
        if let allocations = sample.allocations {
          // The number of bytes is known only where there is no allocation.
          if allocations == 0 { fields.append("0 B/op") }
          fields.append("\(Double(allocations) / Double(sample.operations)) allocs/op")
        }
        if measurement.bytes > 0 { fields.append("\(measurement.bytes) held-B") }
        fields += measurement.counters.map { "\($0.value) \($0.name)" }
        lines.append(fields.joined(separator: "\t"))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Go takes only what goes on with a capital letter.
  private static func name(_ name: String) -> String {
    "Benchmark" + name.prefix(1).uppercased() + name.dropFirst().map { $0 == " " ? "_" : $0 }
  }

  private static var system: String {
    #if os(macOS)
      "darwin"
    #else
      "linux"
    #endif
  }

  private static var architecture: String {
    #if arch(arm64)
      "arm64"
    #else
      "amd64"
    #endif
  }
}
