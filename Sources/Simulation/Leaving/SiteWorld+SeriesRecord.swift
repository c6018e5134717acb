import Kernel
import Plan
import Record

extension SiteWorld {
  /// The counters over time.
  func seriesRecord() -> SeriesRecord {
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
    for (line, taking) in probes.takings.enumerated() {
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
    for (line, scope) in probes.limits.enumerated() {
      counters.append(
        SeriesRecord.Counter(
          path: path(of: scope),
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
