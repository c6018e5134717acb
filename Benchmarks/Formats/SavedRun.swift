import Command
import Text

/// A run as a file keeps it, ours or one of Google Benchmark's own.
struct SavedRun: Sendable {
  /// The processor's nanoseconds an operation of each repetition, by name, in the order of the file.
  let cases: [(name: String, figures: [Double])]

  /// Whether an unoptimised program was measured.
  let isDebugBuild: Bool

  /// Reads the file at `path`.
  init(path: String) throws(FileFailure) {
    let text = try readText(path)
    let document: JSON
    do throws(JSONError) {
      document = try JSON(parsing: text)
    } catch {
      throw FileFailure(.cannotRead, "\(path) is not JSON: \(error)")
    }
    try self.init(document, path: path)
  }

  /// Takes the repetitions out of a document in the layout of Google Benchmark.
  init(_ document: JSON, path: String) throws(FileFailure) {
    guard let entries = document["benchmarks"]?.elements else {
      throw FileFailure(.cannotRead, "\(path) has no list ‘benchmarks’; it was not saved by --save")
    }
    var order: [String] = []
    var figures: [String: [Double]] = [:]
    for entry in entries where (entry["run_type"]?.text ?? "iteration") == "iteration" {
      guard let name = entry["run_name"]?.text ?? entry["name"]?.text,
        let time = entry["cpu_time"]?.double, time > 0,
        let unit = Self.nanoseconds[entry["time_unit"]?.text ?? "ns"]
      else {
        throw FileFailure(.cannotRead, "\(path): a benchmark lacks name, cpu_time or time_unit")
      }
      if figures[name] == nil { order.append(name) }
      figures[name, default: []].append(time * unit)
    }
    cases = order.map { ($0, figures[$0]!) }
    isDebugBuild = document["context"]?["library_build_type"]?.text == "debug"
  }

  private static let nanoseconds = ["ns": 1.0, "us": 1e3, "ms": 1e6, "s": 1e9]
}
