extension Peer {
  /// Ends with 3 where a package is missing.
  static let script = """
    import json, math, sys, warnings
    warnings.simplefilter("ignore")
    try:
        import numpy as np
        from scipy import stats
        from lifelines import KaplanMeierFitter
        from lifelines.utils import qth_survival_times, restricted_mean_survival_time
    except ImportError:
        sys.exit(3)

    def holm(p):
        # Level by level: the test steps down until one is not refused.
        order = np.argsort(p, kind="stable")
        steps = np.asarray(p)[order] * (len(p) - np.arange(len(p)))
        result = np.empty(len(p))
        result[order] = np.minimum(1, np.maximum.accumulate(steps))
        return result.tolist()

    def order(values, share, confidence):
        n, rest, values = len(values), (1 - confidence) / 2, sorted(values)
        low = max((k for k in range(n + 1) if k == 0 or stats.binom.cdf(k - 1, n, share) <= rest))
        high = min((k for k in range(1, n + 2) if k == n + 1 or stats.binom.sf(k - 1, n, share) <= rest))
        if low < 1 or high > n: return []
        cover = stats.binom.cdf(high - 1, n, share) - stats.binom.cdf(low - 1, n, share)
        return [values[low - 1], values[high - 1], cover]

    def finite(x):
        return float(x) if math.isfinite(x) else None

    def answer(q):
        degrees, t, p = q["student"]
        a, b = np.array(q["first"]), np.array(q["second"])
        mean, error = a.mean(), stats.sem(a)
        width = stats.t.interval(q["confidence"], len(a) - 1, loc=0, scale=error)[1]
        test = stats.ttest_rel(b, a)
        interval = test.confidence_interval(q["confidence"])
        wilson = stats.binomtest(q["successes"], q["tries"]).proportion_ci(q["confidence"], "wilson")
        curve = KaplanMeierFitter().fit(q["times"], q["failed"])
        table, bounds = curve.event_table, curve.confidence_interval_
        steps = [
            [float(x) for x in (time, table.at_risk[time], table.observed[time],
             curve.survival_function_.iloc[:, 0][time], bounds.iloc[:, 0][time], bounds.iloc[:, 1][time])]
            for time in table.index[table.observed > 0]
        ]
        left = 1 - q["share"]
        return {
            "student": [float(x) for x in (stats.t.cdf(t, degrees), stats.t.sf(t, degrees),
                        stats.t.pdf(t, degrees), stats.t.ppf(p, degrees))],
            "summary": [float(x) for x in (mean, a.std(ddof=1), width, a.min(), *np.quantile(a, [0.25, 0.5, 0.75]),
                        a.max(), np.quantile(a, q["share"]))],
            "paired": [float(x) for x in (test.statistic * stats.sem(b - a), test.pvalue,
                       (interval.high - interval.low) / 2, (b - a).var(ddof=1), a.var(ddof=1) + b.var(ddof=1))],
            "holm": holm(q["probabilities"]),
            "wilson": [float(wilson.low), float(wilson.high)],
            "order": order(q["first"], q["share"], q["confidence"]),
            "steps": steps,
            "restrictedMean": float(restricted_mean_survival_time(curve, t=q["horizon"])),
            "failure": [finite(curve.percentile(left)),
                        *(finite(qth_survival_times(left, bounds[[name]])) for name in bounds.columns)],
        }

    json.dump([answer(q) for q in json.load(open(sys.argv[1]))], sys.stdout)
    """
}
