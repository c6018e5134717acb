import Command
import Testing
import Text

@testable import benchmarks

@Suite("Formats")
struct FormatTests {
  @Test("gobench has configuration lines and a line for each repetition")
  func gobench() {
    #if os(Linux) && arch(x86_64)
      let expected = """
        goos: linux
        goarch: amd64
        pkg: mailroom/benchmarks
        cpu: Some CPU, Fast
        build: release

        BenchmarkQueue/hold/1e3-1\t1000\t20.0 ns/op\t10.0 cpu-ns/op\t0 B/op\t0.0 allocs/op\t64000 held-B\t8.125 mean_wait
        BenchmarkQueue/hold/1e3-1\t1000\t22.0 ns/op\t11.0 cpu-ns/op\t0 B/op\t0.0 allocs/op\t64000 held-B\t8.125 mean_wait
        BenchmarkQueue/hold/1e3/std::priority_queue-1\t100\t84.0 ns/op\t42.0 cpu-ns/op
        BenchmarkQueue/hold/1e3/std::priority_queue-1\t100\t84.0 ns/op\t42.0 cpu-ns/op
        BenchmarkOdd,_"case"-1\t4\t1500000.0 ns/op\t750000.0 cpu-ns/op\t0.5 allocs/op

        """
      #expect(GoBenchmark.encode(Fixed.report) == expected)
    #endif
  }

  @Test("csv has a line for each repetition, with quotes where they are needed")
  func csv() {
    let expected = """
      name,repetition,iterations,real_time,cpu_time,time_unit,items_per_second,bytes_held,allocations,counters
      queue/hold/1e3,0,1000,20.0,10.0,ns,50000000.0,64000,0.0,mean_wait=8.125
      queue/hold/1e3,1,1000,22.0,11.0,ns,45454545.45454545,64000,0.0,mean_wait=8.125
      queue/hold/1e3/std::priority_queue,0,100,84.0,42.0,ns,11904761.904761905,,,
      queue/hold/1e3/std::priority_queue,1,100,84.0,42.0,ns,11904761.904761905,,,
      "odd, ""case\""",0,4,1500000.0,750000.0,ns,666.6666666666667,,0.5,

      """
    #expect(CommaSeparated.encode(Fixed.report) == expected)
  }

  @Test("json has the layout of Google Benchmark")
  func json() throws {
    let report = Report(
      machine: Fixed.machine,
      conditions: Conditions(),
      measurements: [Fixed.own],
      notes: ["left out"]
    )
    #expect(try GoogleJSON.encode(report).encoded() == goldenJSON)
  }

  @Test("A saved run is read back figure by figure")
  func roundTrip() throws {
    let document = GoogleJSON.encode(Fixed.report)
    let saved = try SavedRun(JSON(parsing: document.encoded()), path: "a.json")
    #expect(saved.cases.map(\.name) == Fixed.report.measurements.map(\.name))
    #expect(saved.cases.map(\.figures) == [[10, 11], [42, 42], [750_000]])
    #expect(!saved.isDebugBuild)
  }

  @Test("A run of Google Benchmark's own is read too, in any unit of time")
  func foreign() throws {
    let text = """
      {"context": {"library_build_type": "debug"}, "benchmarks": [
        {"name": "BM", "run_name": "BM", "run_type": "iteration", "real_time": 3, "cpu_time": 2, "time_unit": "us"},
        {"name": "BM_mean", "run_name": "BM", "run_type": "aggregate", "real_time": 9, "cpu_time": 9, "time_unit": "us"},
        {"name": "old", "real_time": 0.6, "cpu_time": 0.5, "time_unit": "ms"}]}
      """
    let saved = try SavedRun(JSON(parsing: text), path: "a.json")
    #expect(saved.cases.map(\.name) == ["BM", "old"])
    #expect(saved.cases.map(\.figures) == [[2_000], [500_000]])
    #expect(saved.isDebugBuild)
  }

  @Test(
    "What is no saved run is refused",
    arguments: [
      "{}", "[]", "{\"benchmarks\":[{\"name\":\"a\"}]}",
      "{\"benchmarks\":[{\"name\":\"a\",\"cpu_time\":1,\"time_unit\":\"h\"}]}",
      "{\"benchmarks\":[{\"name\":\"a\",\"cpu_time\":0,\"time_unit\":\"ns\"}]}",
    ]
  )
  func refused(_ text: String) throws {
    let document = try JSON(parsing: text)
    let error = #expect(throws: FileFailure.self) { try SavedRun(document, path: "a.json") }
    #expect(error?.exitCode == .cannotRead)
  }

  private let goldenJSON: String = """
    {
      "context": {
        "date": "2030-01-02T03:04:05+00:00",
        "host_name": "host",
        "executable": "benchmarks",
        "num_cpus": 2,
        "mhz_per_cpu": 2500,
        "cpu_scaling_enabled": false,
        "caches": [
          {
            "type": "Data",
            "level": 1,
            "size": 32768,
            "num_sharing": 2
          }
        ],
        "load_avg": [0.25, 0.5, 1.0],
        "library_build_type": "release",
        "processor": "Some CPU, Fast",
        "warnings": [],
        "uncontrolled": [],
        "notes": [
          "left out"
        ]
      },
      "benchmarks": [
    \(repetition(0, 20, 10, 5e7)),
    \(repetition(1, 22, 11, 45_454_545.45454545)),
    \(aggregate("mean", "time", 21, 10.5, 47_727_272.72727273)),
    \(aggregate("median", "time", 21, 10.5, 47_727_272.72727273)),
    \(aggregate("stddev", "time", 1.4142135623730951, 0.7071067811865476, 3_214_121.732666126)),
    \(aggregate("cv", "percentage", 0.06734350297014739, 0.06734350297014739, 0.0673435029701474))
      ]
    }

    """

  private static func repetition(
    _ index: Int,
    _ real: Double,
    _ processor: Double,
    _ rate: Double
  ) -> String {
    """
        {
          "name": "queue/hold/1e3",
          "family_index": 0,
          "per_family_instance_index": 0,
          "run_name": "queue/hold/1e3",
          "run_type": "iteration",
          "repetitions": 2,
          "repetition_index": \(index),
          "threads": 1,
          "iterations": 1000,
          "real_time": \(real),
          "cpu_time": \(processor),
          "time_unit": "ns",
          "items_per_second": \(rate),
          "bytes_held": 64000,
          "allocations": 0.0,
          "mean_wait": 8.125
        }
    """
  }

  private static func aggregate(
    _ name: String,
    _ unit: String,
    _ real: Double,
    _ processor: Double,
    _ rate: Double
  ) -> String {
    """
        {
          "name": "queue/hold/1e3_\(name)",
          "family_index": 0,
          "per_family_instance_index": 0,
          "run_name": "queue/hold/1e3",
          "run_type": "aggregate",
          "repetitions": 2,
          "threads": 1,
          "aggregate_name": "\(name)",
          "aggregate_unit": "\(unit)",
          "iterations": 2,
          "real_time": \(real),
          "cpu_time": \(processor),
          "time_unit": "ns",
          "items_per_second": \(rate)
        }
    """
  }
}
