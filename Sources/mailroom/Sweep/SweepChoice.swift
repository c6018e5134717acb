import Command
import Experiment
import Kernel
import Record
import Schema
import Text
import Topology

/// What varies in a sweep and how often each point is run, as a command line says it.
struct SweepChoice {
  static let vary = Parameter<[String]>.texts(
    "vary",
    "KEY=VALUES",
    "What varies: 'mail.*.volume=1000..8000 x2', '… step 500' or '[a, b]'; instead of the file's."
  )
  static let zip = Parameter<Bool>.flag(
    "zip",
    "The first values of all keys make one point, the second ones the next."
  )
  static let replications = Parameter<Int?>.integer(
    "replications",
    1...1_000_000,
    defaultText: "the topology's, or 10",
    "How often each point is run, with other chance."
  )
  static let precision = Parameter<String?>.text(
    "precision",
    "SHARE",
    "Run each point until a mean is known so well: 5%."
  )
  static let measure = Parameter<String?>.text(
    "measure",
    "NAME",
    "Which mean, as runs.csv names it; mail.delivered unless said."
  )
  static let most = Parameter<Int?>.integer(
    "max",
    1...1_000_000,
    defaultText: "100",
    "So often at most, with --precision."
  )
  static let workers = Parameter<Int?>.integer(
    "workers",
    1...1_024,
    defaultText: "one for each processor",
    "How many runs go on at once."
  )

  let wish: SweepWish
  let precision: SweepOrder.Precision?
  let most: Int
  let workers: Int
  private let asked: [String]

  /// What the command line says.
  init(_ arguments: Arguments) throws(UsageError) {
    let share = arguments[Self.precision]
    precision = try share.map { (text) throws(UsageError) in
      SweepOrder.Precision(
        measure: arguments[Self.measure] ?? "mail.delivered",
        relative: try Self.share(text)
      )
    }
    if precision == nil {
      for (name, isGiven) in [
        ("measure", arguments[Self.measure] != nil), ("max", arguments[Self.most] != nil),
      ] where isGiven { throw UsageError("--\(name) needs --precision") }
    }
    let replications = arguments[Self.replications]
    most = arguments[Self.most] ?? max(100, replications ?? 1)
    if let replications, most < replications {
      throw UsageError("--max \(most) is less than --replications \(replications)")
    }
    workers = arguments[Self.workers] ?? processorCount
    wish = SweepWish(
      vary: arguments[Self.vary],
      isTogether: arguments[Self.zip],
      replications: replications ?? (precision == nil ? nil : 10)
    )
    var words = arguments[Self.vary].flatMap { ["--vary", $0] }
    if arguments[Self.zip] { words.append("--zip") }
    if let replications { words += ["--replications", "\(replications)"] }
    if let share { words += ["--precision", share] }
    if let measure = arguments[Self.measure] { words += ["--measure", measure] }
    if let most = arguments[Self.most] { words += ["--max", "\(most)"] }
    asked = words
  }

  /// The options that choose the same runs, as one types them.
  var words: [String] { asked }

  /// How often each point is run, where the study says `replications`.
  func goal(_ replications: Int) -> SweepOrder.Goal {
    guard let precision else { return SweepOrder.Goal(times: replications) }
    // An interval needs two runs, and few runs may look more alike than they are.
    return SweepOrder.Goal(least: max(replications, 2), most: max(most, 2), precision: precision)
  }

  /// `5%` as 0.05.
  private static func share(_ text: String) throws(UsageError) -> Double {
    let digits = text.hasSuffix("%") ? String(text.dropLast()) : ""
    guard let percent = Double(digits), percent > 0, percent < 100 else {
      throw UsageError(
        "--precision needs a share such as 5%, not ‘\(printable(text))’",
        nearest: Double(text).map { value in
          ["\(plainNumber(value < 1 ? (value * 10_000).rounded() / 100 : value))%"]
        } ?? []
      )
    }
    return percent / 100
  }
}
