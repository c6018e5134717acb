import Kernel
import Plan
public import Record
import Text

/// The counters as a log of Performance Monitor, PDH-CSV 4.0, which its viewers and `relog` read.
///
/// A row stands for a bin and is stamped with its last sample: of levels and totals it has the last value,
/// of rates the mean. What only the ledger knows is not in it, as no administrator could see it.
public enum PerfmonCSV {
  /// The name of the file.
  public static let name = "perfmon.csv"

  /// Hands over the log of a run, in pieces.
  public static func lines<Failure: Error>(
    of record: RunRecord,
    to write: (String) throws(Failure) -> Void
  ) throws(Failure) {
    let series = record.series
    let counters = series.counters.filter(\.kind.isCounter)
    var table = CSVTable()
    table.row(["(PDH-CSV 4.0) (GMT)(0)"] + counters.map { "\\\\\($0.path)" })
    for bin in 0..<(counters.map(\.bins.count).max() ?? 0) {
      let time = CivilTime(series.lastSample(of: bin), start: record.start)
      table.row(
        [stamp(time)]
          + counters.map { counter in
            bin < counter.bins.count ? value(of: counter.bins[bin], counter) : missing
          }
      )
      try table.pass(to: write)
    }
    try table.finish(to: write)
  }

  /// What stands where a counter could not be read.
  private static let missing = " "

  /// `MM/DD/YYYY HH:MM:SS.mmm`
  private static func stamp(_ time: CivilTime) -> String {
    let day = [time.date.month, time.date.day].map { CivilTime.padded($0) }
    return day.joined(separator: "/") + "/" + CivilTime.padded(time.date.year, 4) + " "
      + time.clock + "." + CivilTime.padded(time.millisecond, 3)
  }

  private static func value(of bin: SeriesRecord.Bin?, _ counter: SeriesRecord.Counter) -> String {
    guard let bin else { return missing }
    if counter.kind != .rate, bin.last.isMultiple(of: counter.divisor) {
      return "\(bin.last / counter.divisor)"
    }
    let sum = counter.kind == .rate ? bin.mean : Double(bin.last)
    let text = fixedPoint(sum / Double(counter.divisor), decimals: 9)
    guard text.contains(".") else { return text }
    let end = text.lastIndex { $0 != "0" }!
    return String(text[end] == "." ? text[..<end] : text[...end])
  }
}

extension SeriesRecord {
  /// When the last sample of a bin was taken.
  func lastSample(of bin: Int) -> Instant {
    let perBin = max(Int(kept.ticks / max(asked.ticks, 1)), 1)
    let sample = min((bin + 1) * perBin, max(sampleCount, 1)) - 1
    return first + asked * UInt64(max(sample, bin * perBin))
  }
}
