/// A whole run, for the formats to print.
struct Report: Sendable {
  let machine: Machine
  let conditions: Conditions
  let measurements: [Measurement]
  /// What was left out, and why.
  let notes: [String]
}
