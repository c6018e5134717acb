import Schema

/// What varies in a sweep.
struct SweepEntry: Record {
  static let name = "sweep"
  static let summary = "What varies in a sweep, and how often each point is run."

  let vary: Written<[Named<Variation>]>
  let together: Written<Bool>
  let replications: Written<Int>

  init(_ keys: inout Keys) {
    vary = keys.required(
      "vary",
      .named(.keyPattern, of: .variation),
      "Keys with their values: a list, `1000..8000 x2`, or `1000..8000 step 500`; a bare number takes"
        + " the unit that the key has in the file.",
      example: "{ mail.sales-out.volume: 1000..8000 x2 }"
    )
    together = keys.value(
      "together",
      .flag,
      default: false,
      "Whether the first values of all keys make one point, the second ones the next; otherwise each"
        + " value meets each other."
    )
    replications = keys.value(
      "replications",
      .whole.within(1...1_000_000),
      default: 10,
      source: .assumed,
      "How often each point is run, with other chance."
    )
  }
}
