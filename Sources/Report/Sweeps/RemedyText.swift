public import Experiment
import Kernel
import Plan
public import Record
public import Text

/// What helps against a site's defects, in words: the easiest that suffices in one sentence, then all that
/// was tried, the best first.
public struct RemedyText {
  let ranking: RemedyRanking
  let order: SweepOrder
  let options: [Option]
  let style: Style
  let width: Int

  /// Something that was tried.
  public struct Option {
    /// What it is: `Exchange 5.5 SP4 on HUB1`.
    public let words: String
    /// What kind of thing: `a service pack`.
    public let kind: String
    /// The command that runs the site with it.
    public let command: String

    /// Something that was tried.
    public init(words: String, kind: String, command: String) {
      self.words = words
      self.kind = kind
      self.command = command
    }
  }

  /// The text of a ranking, for a terminal of `width` columns.
  public init(
    of ranking: RemedyRanking,
    _ order: SweepOrder,
    options: [Option],
    style: Style,
    width: Int
  ) {
    self.ranking = ranking
    self.order = order
    self.options = options
    self.style = style
    self.width = width
  }

  /// All of it.
  public var text: String {
    var lines = Lines(style: style, width: width)
    lines.title("What helps: \(order.title)")
    lines.line(
      "\(counted(options.count, "thing")) tried, \(counted(order.goal.most, "run")) of"
        + " \(SiteClock.about(order.duration)) each under equal chance, seed \(order.seed)"
    )
    addBase(&lines)
    addAnswer(&lines)
    for effect in [
      RemedyRanking.Effect.prevents, .delays, .eases, .nothing, .worsens, .untried,
    ] { add(effect, &lines) }
    return lines.text
  }

  private func addBase(_ lines: inout Lines) {
    guard let survival = ranking.base.survival else { return }
    let first = ranking.base.failures.first.map { ": \($0.what)" } ?? ""
    guard survival.failureCount > 0 else {
      return lines.line("as it is, nothing fails in this time")
    }
    let half =
      survival.quantile(0.5).value.map { ", half by \(SiteClock.about(seconds: $0))" } ?? ""
    lines.line(
      "as it is, \(survival.failureCount) of \(survival.count) runs fail\(half)\(first)"
    )
  }

  private func addAnswer(_ lines: inout Lines) {
    guard let cheapest = ranking.cheapest else {
      return lines.title("Nothing that was tried prevents it")
    }
    let option = options[cheapest.option]
    lines.title("The easiest that prevents it: \(option.words)")
    lines.command(option.command)
  }

  private func add(_ effect: RemedyRanking.Effect, _ lines: inout Lines) {
    let own = ranking.lines.filter { $0.effect == effect }
    guard !own.isEmpty else { return }
    lines.title(Self.title(effect))
    lines.rows(
      own.map { line in
        let option = options[line.option]
        return [option.kind, option.words + evidence(line)]
      }
    )
  }

  private static func title(_ effect: RemedyRanking.Effect) -> String {
    switch effect {
    case .prevents: "Prevents it, the easiest first"
    case .delays: "Only delays it, the longest first"
    case .eases: "Prevents nothing, but more of the mail arrives"
    case .nothing: "Makes no difference"
    case .worsens: "Makes it worse, or something else"
    case .untried: "Could not be tried"
    }
  }

  /// What was seen of an option, after a colon; nothing where its heading says it all.
  private func evidence(_ line: RemedyRanking.Line) -> String {
    var parts: [String] = []
    let count = line.point.survival?.failureCount ?? 0
    switch line.effect {
    case .untried:
      parts = line.point.troubles.map(\.reason)
    case .delays, .eases, .nothing, .worsens:
      if count > 0 { parts.append("\(count) of \(line.point.runs.count) fail") }
      if line.effect == .delays || line.effect == .worsens, let delay = line.delay, delay.mean != 0
      {
        parts.append(Self.shift(delay))
      }
    case .prevents: break
    }
    if line.effect != .untried, let mail = line.undelivered, mail.mean.rounded() != 0,
      (mail.twoSidedP ?? 1) < 0.05
    {
      let more = mail.mean > 0 ? "more" : "fewer"
      let half = mail.halfWidth().map { " ±\(grouped(Int($0.rounded())))" } ?? ""
      parts.append("\(grouped(Int(mail.mean.magnitude.rounded())))\(half) \(more) undelivered")
    }
    return parts.isEmpty ? "" : ": " + parts.joined(separator: "; ")
  }

  /// `by 31d (95 %: 30d to 32d)`
  private static func shift(_ delay: PairedDifference) -> String {
    let half = delay.halfWidth() ?? 0
    let size = delay.mean.magnitude
    let (low, high) = (max(size - half, 0), size + half)
    return "\(delay.mean > 0 ? "later" : "sooner") by \(SiteClock.about(seconds: size)) (95 %:"
      + " \(SiteClock.about(seconds: low)) to \(SiteClock.about(seconds: high)))"
  }
}
