import Kernel
import Schema

/// How long and how exactly the site is run.
struct RunEntry: Record {
  static let name = "run"
  static let summary = "How long the site is run, and how."

  let duration: Written<Interval>
  let seed: Written<Int>
  let start: Written<CivilDate>
  let sample: Written<Interval>
  let warmUp: Written<Interval>?
  let memory: Written<Int>

  init(_ keys: inout Keys) {
    duration = keys.required(
      "duration",
      .duration.within(.minutes(1) ... .days(3_660)),
      "How much virtual time passes.",
      example: "5d"
    )
    seed = keys.value(
      "seed",
      .whole.within(0...Int.max),
      default: 1,
      "What all chance comes from: the same seed gives the same run."
    )
    start = keys.value(
      "start",
      .date,
      default: CivilDate(year: 1998, month: 3, day: 2)!,
      "The first day, which begins at midnight."
    )
    sample = keys.value(
      "sample",
      .duration.within(.seconds(1) ... .days(1)),
      default: .minutes(5),
      "How often counters are read."
    )
    warmUp = keys.optional(
      "warm-up",
      .duration,
      "What is left out where a trend is judged; without it a tenth of the duration, one day at most.",
      example: "1d"
    )
    memory = keys.value(
      "memory",
      .size.within(1 << 20...1 << 40),
      default: 1 << 30,
      "How much memory of your computer the run may take."
    )
  }
}

/// When things happen in a week.
struct HoursEntry: Record {
  static let name = "hours"
  static let summary = "When things happen in a week."

  let mondayToFriday: Written<TimeRange>?
  let saturday: Written<TimeRange>?
  let sunday: Written<TimeRange>?
  let rest: Written<Share>

  init(_ keys: inout Keys) {
    mondayToFriday = keys.optional(
      "monday-to-friday",
      .timeRange,
      "The busy hours of a working day.",
      example: "8 am to 6 pm"
    )
    saturday = keys.optional(
      "saturday",
      .timeRange,
      "The busy hours of a Saturday.",
      example: "9 am to 1 pm"
    )
    sunday = keys.optional(
      "sunday",
      .timeRange,
      "The busy hours of a Sunday.",
      example: "noon to 6 pm"
    )
    rest = keys.value(
      "rest",
      .share,
      default: Share(billionths: 40_000_000),
      source: .assumed,
      "How busy all other hours are, as a share of the busy ones."
    )
  }
}
