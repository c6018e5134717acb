import Command
import Kernel
import Plan
import Schema
import Text

/// A moment on the command line, in the words of a topology, where spaces may be left out: `5h20m`.
enum MomentText {
  /// The moment that `text` means in a run of `plan`.
  ///
  /// - Parameter option: the option that has it, for the complaint.
  static func instant(
    _ text: String,
    of plan: SitePlan,
    option: String
  ) throws(UsageError) -> Instant {
    let reading = Reading()
    let quoted = "'" + spaced(text).replacing("'", with: "''") + "'"
    let entry = reading.read(Entry.self, from: Array("at: \(quoted)".utf8), file: option)
    guard let entry, !reading.hasErrors else {
      let first = reading.diagnostics.first { $0.severity == .error }
      throw UsageError(
        "\(option): \(first?.message ?? "this is no moment")",
        nearest: first?.fixes ?? []
      )
    }
    switch entry.at.value {
    case .afterStart(let interval): return .start + interval
    case .at(let date, let time):
      let days = date.days(since: plan.run.start)
      guard days >= 0 else {
        throw UsageError("\(option): the run begins after \(printable(text))")
      }
      return .start + .days(UInt64(days)) + .minutes(UInt64(time.minutes))
    }
  }

  /// A space between a unit and the number after it.
  private static func spaced(_ text: String) -> String {
    var spaced = ""
    var previous: Character = " "
    for character in text {
      if character.isNumber, previous.isLetter { spaced.append(" ") }
      spaced.append(character)
      previous = character
    }
    return spaced
  }

  private struct Entry: Record {
    static let name = "moment-option"
    static let summary = "A moment on the command line."
    let at: Written<Moment>

    init(_ keys: inout Keys) {
      at = keys.required("at", .moment, "A moment of the run.", example: "5h 20m")
    }
  }
}
