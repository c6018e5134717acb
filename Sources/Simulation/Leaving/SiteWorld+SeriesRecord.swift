import Kernel
import Plan
import Record

/// Which of the series that are not Performance Monitor's a run leaves: those of what was taken, and of
/// the limits that it moved towards.
struct KeptSeries {
  /// Lines of the table of probes, in the order of the record.
  let takings: [Int]
  let limits: [Int]
  /// How many counters come before them.
  let counters: Int

  /// Where the record has what a line took; nil where it took nothing.
  func place(ofTaking line: Int) -> Int? {
    takings.firstIndex(of: line).map { counters + $0 }
  }

  /// Where the record has what was held at a limit.
  func place(ofLimit line: Int) -> Int? {
    limits.firstIndex(of: line).map { counters + takings.count + $0 }
  }
}

extension SiteWorld {
  /// What of the series is worth keeping.
  func keptSeries() -> KeptSeries {
    let takings = probes.takings.indices.filter { taken($0) > 0 }
    let met = Set(takings.compactMap { probes.takings[$0].limit(in: ledger) })
    return KeptSeries(
      takings: takings,
      limits: probes.limits.indices.filter { met.contains(probes.limits[$0]) },
      counters: probes.paths.count
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
    let (host, holder, resource): (Int, String?, Int) =
      switch scope {
      case .process(let resource, let holder), .slot(let resource, let holder, _):
        (ledger.host(of: holder).index, holderName(holder.index), resource.index)
      case .host(let resource, let host): (host.index, nil, resource.index)
      case .pool(let pool): (0, nil, pool.index)
      }
    return CounterPath(
      host: plan.hosts[host].name,
      object: "Held",
      instance: holder,
      counter: resourceName(resource)
    )
  }
}
