/// A line for each repetition, for spreadsheets and statistics programs.
enum CommaSeparated {
  /// Titles and lines, with line ends.
  static func encode(_ report: Report) -> String {
    var lines = [
      "name,repetition,iterations,real_time,cpu_time,time_unit,items_per_second,bytes_held,allocations,counters"
    ]
    for measurement in report.measurements {
      let counters = measurement.counters.map { "\($0.name)=\($0.value)" }.joined(separator: ";")
      for (index, sample) in measurement.samples.enumerated() {
        let operations = Double(sample.operations)
        let fields = [
          quoted(measurement.name), "\(index)", "\(sample.operations)",
          "\(sample.realNanoseconds / operations)", "\(sample.processorNanoseconds / operations)",
          "ns", "\(operations / sample.realNanoseconds * 1e9)",
          measurement.bytes > 0 ? "\(measurement.bytes)" : "",
          sample.allocations.map { "\(Double($0) / operations)" } ?? "", quoted(counters),
        ]
        lines.append(fields.joined(separator: ","))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// RFC 4180: quotes around what contains a separator, and quotes within doubled.
  private static func quoted(_ field: String) -> String {
    guard field.contains(where: { [",", "\"", "\n"].contains($0) }) else { return field }
    let parts = field.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + parts.joined(separator: "\"\"") + "\""
  }
}
