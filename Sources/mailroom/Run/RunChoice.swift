import Command
import Schema
import Text

/// Which run of a topology is meant: what `run`, `observe` and `trace` ask in the same words.
struct RunChoice {
  static let seed = Parameter<Int?>.integer(
    "seed",
    0 ... .max,
    defaultText: "the topology's",
    "What chance comes from; the same seed gives the same run."
  )
  static let set = Parameter<[String]>.texts(
    "set",
    "KEY=VALUE",
    "A value in the place of what the topology says: --set run.duration=30d."
  )

  let seed: UInt64?
  let texts: [String]
  let overrides: [Override]

  /// What the command line says.
  init(_ arguments: Arguments) throws(UsageError) {
    seed = arguments[Self.seed].map { UInt64($0) }
    texts = arguments[Self.set]
    var overrides: [Override] = []
    for text in texts {
      guard let override = Override(text, origin: "--set") else {
        throw UsageError("--set needs KEY=VALUE, not ‘\(printable(text))’")
      }
      overrides.append(override)
    }
    self.overrides = overrides
  }

  /// The options that make the same choice, as one types them; without the seed.
  var words: [String] { texts.flatMap { ["--set", $0] } }

  /// A command line of these words, as one types it.
  static func command(_ words: [String]) -> String {
    words.map(quoted).joined(separator: " ")
  }

  /// A word as a shell takes it.
  private static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || "-_./=:,%+@".utf8.contains(byte)
    }
    return isPlain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}

extension ReadTopology {
  /// Reads a topology for a run and says what is wrong with it; its plan is nil where it is refused.
  static func forRun(
    _ path: String,
    _ choice: RunChoice,
    isQuiet: Bool = false,
    _ console: inout Console
  ) throws(FileFailure) -> ReadTopology {
    let topology = try ReadTopology(path, overrides: choice.overrides)
    let remarks = DiagnosticText.render([topology.reading], style: console.style)
    if !remarks.isEmpty, !isQuiet || topology.reading.hasErrors { console.complain(remarks) }
    return topology
  }
}
