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
  /// Where what they take meets a limit: what everybody holds there follows.
  let limits: [Ledger.Scope]
  let firstLimit: Int
  /// For each taking, which of the limits it meets; nil where it meets none.
  let limitOfTaking: [Int?]
  /// For each counter that a defect distorts, in small letters: one more than the row that does.
  let distorted: [String: UInt32]

  /// What a defect can take of one resource for one holder.
  struct TakingLine {
    let site: Int
    let resource: Int
    let holder: Int

    /// Where it meets a limit, of its process or else of its host; nil where there is none.
    func limit(in ledger: borrowing Ledger) -> Ledger.Scope? {
      let (resource, holder) = (Ledger.Resource(resource), Ledger.Process(holder))
      let own = Ledger.Scope.process(resource, holder)
      if ledger.capacity(at: own) != nil { return own }
      let host = Ledger.Scope.host(resource, ledger.host(of: holder))
      return ledger.capacity(at: host) != nil ? host : nil
    }
  }

  /// The number of a counter by its path.
  func number(of path: CounterPath) -> Int? {
    paths.firstIndex { "\($0)".lowercased() == "\(path)".lowercased() }
  }
}
