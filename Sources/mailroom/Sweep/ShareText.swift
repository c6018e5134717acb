import Command
import Experiment
import Text

/// The part of a sweep that one process does, as a command line says it: `2/8`, or `auto/8` where a
/// scheduler counts.
struct ShareText {
  let share: SweepShare
  /// Where the number comes from, if a scheduler said it.
  let variable: String?

  /// Where schedulers say which of several tasks this is, and the number of the first.
  private static let schedulers: [(variable: String, first: Int)] = [
    ("SLURM_ARRAY_TASK_ID", 1), ("PARALLEL_SEQ", 1),
  ]

  /// What `text` means.
  init(_ text: String) throws(UsageError) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let count = Int(parts[1]), (1...1_000_000).contains(count) else {
      throw UsageError("--shard needs I/N such as 2/8 or auto/8, not ‘\(printable(text))’")
    }
    let number: Int
    if parts[0] == "auto" {
      let found = Self.schedulers.compactMap { scheduler in
        environment(scheduler.variable).map { (scheduler, $0) }
      }
      guard let (scheduler, value) = found.first else {
        throw UsageError(
          "--shard auto/\(count): neither \(Self.schedulers.map(\.variable).joined(separator: " nor ")) is"
            + " set; a scheduler sets one, or say which: 1/\(count)"
        )
      }
      // A scheduler within another one: nobody but the user knows which of them deals the parts.
      if let (other, otherValue) = found.dropFirst().first, otherValue != value {
        throw UsageError(
          "--shard auto/\(count): \(scheduler.variable) is ‘\(printable(value))’ and"
            + " \(other.variable) is ‘\(printable(otherValue))’; say which: \"$\(other.variable)/\(count)\""
        )
      }
      guard let index = Int(value) else {
        throw UsageError("--shard: \(scheduler.variable) is ‘\(printable(value))’, not a number")
      }
      number = index - scheduler.first + 1
      variable = scheduler.variable
    } else {
      guard let index = Int(parts[0]) else {
        throw UsageError("--shard needs I/N such as 2/8 or auto/8, not ‘\(printable(text))’")
      }
      number = index
      variable = nil
    }
    guard (1...count).contains(number) else {
      throw UsageError("--shard: there is no part \(number) of \(count)")
    }
    share = SweepShare(number, of: count)
  }
}
