import Kernel
import Plan
import Record

/// The counters that are kept, what they are called, and their values so far.
struct ProbeTable: ~Copyable {
  var probes: Slab<Probe>
  let paths: [CounterPath]
  let kinds: [SeriesRecord.Kind]
  let divisors: [Int64]
  var series: SeriesTable
  /// What defects can take: the lines whose series follow those of counters.
  let takings: [TakingLine]
  let firstTaking: Int
  /// For each counter that a defect distorts, in small letters: one more than the row that does.
  let distorted: [String: UInt32]

  /// What a defect can take of one resource for one holder.
  struct TakingLine {
    let site: Int
    let resource: Int
    let holder: Int
  }

  /// The number of a counter by its path.
  func number(of path: CounterPath) -> Int? {
    paths.firstIndex { "\($0)".lowercased() == "\(path)".lowercased() }
  }
}
