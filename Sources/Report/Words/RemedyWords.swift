import Record
import Text

/// What is said of remedies, wherever it is shown.
struct RemedyWords {
  let record: RemedyRecord

  /// What was tried, and how often.
  var extent: String {
    "\(counted(record.remedies.count, "thing")) tried, \(counted(record.replications, "run")) of"
      + " \(SiteClock.about(record.duration)) each under equal chance, seed \(record.seed)"
  }

  /// What becomes of the site as it is.
  var base: String {
    let base = record.base
    if let trouble = base.troubles.first {
      return
        "as it is, \(base.runCount - base.completeCount) of \(base.runCount) runs do not come to"
        + " their end: \(trouble)"
    }
    let first = base.failures.first.map { ": \($0.what)" } ?? ""
    guard base.failedCount > 0 else { return "as it is, nothing fails in this time" }
    let half = base.half.seconds.map { ", half by \(SiteClock.about(seconds: $0))" } ?? ""
    return "as it is, \(base.failedCount) of \(base.runCount) runs fail\(half)\(first)"
  }

  /// What stands above all that has an effect.
  static func title(_ effect: RemedyRecord.Effect) -> String {
    switch effect {
    case .prevents: "Prevents it, the easiest first"
    case .delays: "Only delays it, the longest first"
    case .eases: "Prevents nothing, but more of the mail arrives"
    case .nothing: "Makes no difference"
    case .worsens: "Makes it worse, or something else"
    case .untried: "Could not be tried"
    }
  }

  /// The same in few words, for a chart on a small screen.
  static func heading(_ effect: RemedyRecord.Effect) -> String {
    switch effect {
    case .prevents: "Prevents it"
    case .delays: "Only delays it"
    case .eases: "More of the mail arrives"
    case .nothing: "Makes no difference"
    case .worsens: "Makes it worse"
    case .untried: "Could not be tried"
    }
  }

  /// An effect in a word or two.
  static func word(_ effect: RemedyRecord.Effect) -> String {
    switch effect {
    case .prevents: "prevents"
    case .delays: "delays"
    case .eases: "eases"
    case .nothing: "no difference"
    case .worsens: "worse"
    case .untried: "not tried"
    }
  }

  /// What was seen of a remedy; nothing where its effect says it all.
  static func evidence(_ remedy: RemedyRecord.Remedy) -> [String] {
    if remedy.effect == .untried { return remedy.outcome.troubles }
    var parts: [String] = []
    if remedy.effect != .prevents {
      if remedy.outcome.failedCount > 0 {
        parts.append("\(remedy.outcome.failedCount) of \(remedy.outcome.runCount) fail")
      }
      if remedy.effect == .delays || remedy.effect == .worsens, let delay = remedy.delay,
        delay.mean != 0
      {
        parts.append(shift(delay))
      }
    }
    if let mail = remedy.undelivered, mail.mean.rounded() != 0, mail.isSure {
      let more = mail.mean > 0 ? "more" : "fewer"
      let half = mail.halfWidth.map { " ±\(grouped(Int($0.rounded())))" } ?? ""
      parts.append("\(grouped(Int(mail.mean.magnitude.rounded())))\(half) \(more) undelivered")
    }
    return parts
  }

  /// `later by 31d (95 %: 30d to 32d)`
  private static func shift(_ delay: RemedyRecord.Difference) -> String {
    let half = delay.halfWidth ?? 0
    let size = delay.mean.magnitude
    let (low, high) = (max(size - half, 0), size + half)
    return "\(delay.mean > 0 ? "later" : "sooner") by \(SiteClock.about(seconds: size)) (95 %:"
      + " \(SiteClock.about(seconds: low)) to \(SiteClock.about(seconds: high)))"
  }

  /// Words as a sentence.
  static func sentence(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst() + "."
  }

  /// A length of time with its direction: `+1d 2h`, `−6h`, `0s`.
  static func signedTime(_ seconds: Double) -> String {
    let words = SiteClock.about(seconds: seconds.magnitude)
    return words == "0s" ? words : (seconds < 0 ? "−" : "+") + words
  }

  /// A number with its direction: `+1,234`, `−6`, `0`.
  static func signedNumber(_ number: Double) -> String {
    let whole = Int(number.rounded())
    return whole == 0 ? "0" : (whole < 0 ? "−" : "+") + grouped(Int(whole.magnitude))
  }

  /// The ends of the interval of a difference.
  static func interval(
    _ difference: RemedyRecord.Difference,
    _ words: (Double) -> String
  ) -> String {
    guard let half = difference.halfWidth else { return "?" }
    return "\(words(difference.mean - half)) to \(words(difference.mean + half))"
  }
}
