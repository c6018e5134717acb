import Experiment
import Kernel
import Plan
import Schema

/// How long remedies are tried, and how often something is restarted.
struct RemedyTrial {
  /// How long each run is.
  let duration: Interval
  /// How often something is restarted.
  let periods: [Interval]
  /// What makes the site run so long.
  let changes: [Override]

  /// Where a site will fail only after its run, it is tried for twice that time, a year at most.
  init(_ result: RunResult, _ plan: SitePlan) {
    let forecast = HarmForecast(result.findings)
    var duration = plan.run.duration
    if forecast.seen == nil, let expected = forecast.expected,
      let twice = Interval(seconds: (2 * expected / 86_400).rounded(.up) * 86_400)
    {
      duration = max(duration, min(twice, .days(366)))
    }
    let until = forecast.seen ?? forecast.expected ?? duration.seconds
    let periods: [Interval] = [.days(7), .days(1), .hours(6), .hours(1)]
    // A restart that comes after the failure prevents nothing.
    let early = periods.filter { $0.seconds < until }
    self.duration = duration
    self.periods = Array((early.isEmpty ? [.hours(1)] : early).prefix(2))
    let days = "\(duration.ticks / Interval.days(1).ticks)d"
    changes =
      duration > plan.run.duration
      ? [Override(path: "run.duration", value: days, origin: "--set")] : []
  }
}
