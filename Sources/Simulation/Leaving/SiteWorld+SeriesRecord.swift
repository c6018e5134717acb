import Kernel
import Plan
import Record

/// Which of the series that are not Performance Monitor's a run leaves: those of what was taken, and of
/// the limits that it moved towards.
struct KeptSeries {
  /// Lines of the table of probes, in the order of the record.
  private(set) var takings: [Int] = []
  private(set) var limits: [Int] = []
  /// Where the record has what each line took; nil where it took nothing.
  private(set) var placeOfTaking: [Int?] = []
  /// Where the record has what was held at each limit; nil where nothing moves towards it.
  private(set) var placeOfLimit: [Int?] = []

  /// Which series follow so many counters: whether each line took something, and which limit it meets.
  init(after counters: Int, _ takes: [Bool], _ limitOfTaking: [Int?], limitCount: Int) {
    var isMet = [Bool](repeating: false, count: limitCount)
    for (line, takes) in takes.enumerated() {
      placeOfTaking.append(takes ? counters + takings.count : nil)
      guard takes else { continue }
      takings.append(line)
      if let limit = limitOfTaking[line] { isMet[limit] = true }
    }
    for (line, isMet) in isMet.enumerated() {
      placeOfLimit.append(isMet ? counters + takings.count + limits.count : nil)
      if isMet { limits.append(line) }
    }
  }
}

extension SiteWorld {
  /// What of the series is worth keeping.
  func keptSeries() -> KeptSeries {
    KeptSeries(
      after: probes.paths.count,
      probes.takings.indices.map { taken($0) > 0 },
      probes.limitOfTaking,
      limitCount: probes.limits.count
    )
  }

  /// The counters over time.
  func seriesRecord(_ kept: KeptSeries) -> SeriesRecord {
    func bins(_ series: Int) -> [SeriesRecord.Bin?] {
      (0..<probes.series.binCount).map { number in
        probes.series.bin(number, of: series).map { bin in
          SeriesRecord.Bin(
            count: bin.count,
            first: bin.first,
            least: bin.minimum,
            greatest: bin.maximum,
            mean: bin.mean,
            last: bin.last
          )
        }
      }
    }
    var counters = probes.paths.indices.map { number in
      SeriesRecord.Counter(
        path: probes.paths[number],
        kind: probes.kinds[number],
        divisor: probes.divisors[number],
        bins: bins(number)
      )
    }
    for line in kept.takings {
      let taking = probes.takings[line]
      let site = plan.sites[taking.site]
      counters.append(
        SeriesRecord.Counter(
          path: CounterPath(
            host: plan.hosts[site.host.index].name,
            object: plan.defects[site.defect].id,
            instance: holderName(taking.holder),
            counter: resourceName(taking.resource)
          ),
          kind: .attribution,
          divisor: 1,
          bins: bins(probes.firstTaking + line)
        )
      )
    }
    for line in kept.limits {
      counters.append(
        SeriesRecord.Counter(
          path: path(of: probes.limits[line]),
          kind: .held,
          divisor: 1,
          bins: bins(probes.firstLimit + line)
        )
      )
    }
    return SeriesRecord(
      first: .start,
      asked: plan.run.sample,
      kept: probes.series.keptInterval,
      sampleCount: probes.series.sampleCount,
      counters: counters
    )
  }

  /// What is held at a scope, written like a counter.
  private func path(of scope: Ledger.Scope) -> CounterPath {
    let (host, process, resource) = ledger.parts(of: scope)
    return CounterPath(
      host: plan.hosts[host].name,
      object: "Held",
      instance: process.map { holderName($0) },
      counter: resourceName(resource)
    )
  }
}
