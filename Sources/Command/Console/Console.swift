public import Text

/// Where a program prints: results to standard output, complaints to standard error.
///
/// A reader who closes the pipe ends the printing and nothing else; an output that cannot be written
/// (a full disk) turns the exit code into `cannotWrite`. Each call writes at once.
public struct Console: ~Copyable {
  /// When to colour.
  public enum Color: String, CaseIterable, Sendable {
    /// On a terminal, unless `NO_COLOR` is set or the terminal is dumb.
    case auto
    /// Always.
    case always
    /// Never.
    case never
  }

  /// The option that every command of every program has.
  public static let colorParameter = Parameter<Color>.choice(
    "color",
    default: .auto,
    "When to colour; NO_COLOR is heeded."
  )

  private enum State {
    case open
    case closed
    case failed(String)
  }

  /// How results are emphasised.
  public let style: Style

  /// In how many columns sentences are set: those of the terminal, or 80.
  public let width: Int

  /// What was printed, where the console only remembers.
  public private(set) var printed = ""

  /// What was complained, where the console only remembers.
  public private(set) var complained = ""

  private let remembers: Bool
  private var state = State.open

  /// The console of this process.
  public init(color: Color) {
    remembers = false
    style = Style(isColored: color.applies(to: 1))
    // Longer lines are hard to read, and in shorter ones tables fall apart.
    width = terminalColumns(1).map { min(max($0, 40), 110) } ?? 80
  }

  private init(remembers: Bool) {
    self.remembers = remembers
    style = Style(isColored: false)
    width = 80
  }

  /// A console that prints nothing and remembers all, for tests.
  public static func remembering() -> Console { Console(remembers: true) }

  /// Whether what is printed still reaches somebody.
  public var isOpen: Bool { if case .open = state { true } else { false } }

  /// Prints `text` and a line end as a result.
  public mutating func print(_ text: String) {
    write(text + "\n")
  }

  /// Prints `text` as it is, as a result.
  public mutating func write(_ text: String) {
    if remembers { return printed += text }
    guard case .open = state else { return }
    do throws(SystemFailure) {
      try writeAll(Array(text.utf8), to: 1)
    } catch {
      state = error.isClosedPipe ? .closed : .failed(error.reason)
    }
  }

  /// Prints `text` and a line end as a complaint, which no pipe of results sees.
  public mutating func complain(_ text: String) {
    if remembers { return complained += text + "\n" }
    // If even this fails there is nobody left to tell.
    try? writeAll(Array((text + "\n").utf8), to: 2)
  }

  /// The exit code after all was printed: `code`, or `cannotWrite` where a result was lost.
  public mutating func finish(_ code: ExitCode) -> ExitCode {
    guard case .failed(let reason) = state else { return code }
    complain("cannot write to standard output: \(reason)")
    return code == .fine ? .cannotWrite : code
  }

  /// The colour that a command line asks for, read before it is understood so that even the complaint
  /// about it is right.
  static func color(in words: [String]) -> Color {
    for (index, word) in words.enumerated() {
      if word.hasPrefix("--color=") { return Color(rawValue: String(word.dropFirst(8))) ?? .auto }
      if word == "--color", index + 1 < words.count {
        return Color(rawValue: words[index + 1]) ?? .auto
      }
    }
    return .auto
  }
}

extension Console.Color {
  func applies(to descriptor: Int32) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto:
      isTerminal(descriptor) && (environment("NO_COLOR") ?? "").isEmpty
        && environment("TERM") != "dumb"
    }
  }
}
