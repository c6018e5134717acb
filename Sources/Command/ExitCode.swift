/// What a program tells its caller when it ends; no other file knows these numbers.
///
/// From 64 on they are those of BSD's `sysexits.h`, where it has one that fits.
public enum ExitCode: Int32, CaseIterable, Sendable {
  /// What was asked for was done, and the answer, if one was asked for, is yes.
  case fine = 0
  /// What was asked for was done, and the answer is no.
  case no = 1
  /// The command line is wrong.
  case usage = 64
  /// The text of a topology is wrong.
  case rejected = 65
  /// A file that was named does not exist.
  case noInput = 66
  /// A run needs more than one of its capacities.
  case capacity = 69
  /// A mistake of ours.
  case bug = 70
  /// A result could not be written.
  case cannotWrite = 73
  /// A file that exists could not be read, or is not what it should be.
  case cannotRead = 74
  /// Some parts are missing; the same command resumes.
  case incomplete = 75
  /// Interrupted from the keyboard.
  case interrupted = 130
  /// Asked by the system to end.
  case terminated = 143

  /// What it says, in one sentence.
  public var meaning: String {
    switch self {
    case .fine: "What was asked for was done, and the answer, if one was asked for, is yes."
    case .no: "What was asked for was done, and the answer is no."
    case .usage: "The command line is wrong."
    case .rejected: "The text of a topology is wrong."
    case .noInput: "A file that was named does not exist."
    case .capacity: "A run needs more than one of its capacities."
    case .bug: "A mistake of Mailroom's own."
    case .cannotWrite: "A result could not be written."
    case .cannotRead: "A file that exists could not be read, or is not what it should be."
    case .incomplete: "Some parts are missing; the same command resumes."
    case .interrupted: "Interrupted from the keyboard."
    case .terminated: "Asked by the system to end."
    }
  }
}

extension ExitCode: Comparable {
  /// Of several things that went wrong the program tells the gravest, which has the greatest number.
  public static func < (left: ExitCode, right: ExitCode) -> Bool { left.rawValue < right.rawValue }
}
