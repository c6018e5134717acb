import Kernel
import Text

/// A direction of a chart: which values it shows, and which of them are named at its side.
struct Axis {
  /// The value at its begin.
  let low: Double
  /// The value at its end.
  let high: Double
  /// Whether equal lengths are equal ratios; then both ends are positive.
  let isLogarithmic: Bool
  /// What is named at its side.
  let ticks: [Tick]
  /// A value in words, for tables.
  let words: (Double) -> String

  /// A value with its name.
  struct Tick {
    let value: Double
    let label: String
  }

  /// An axis of these values.
  init(
    from low: Double,
    to high: Double,
    isLogarithmic: Bool = false,
    ticks: [Tick],
    words: @escaping (Double) -> String
  ) {
    precondition(low < high && (!isLogarithmic || low > 0), "An axis leads somewhere.")
    self.low = low
    self.high = high
    self.isLogarithmic = isLogarithmic
    self.ticks = ticks
    self.words = words
  }

  /// How far along the axis a value lies: 0 at the begin, 1 at the end, never beyond.
  func share(of value: Double) -> Double {
    let share =
      isLogarithmic
      ? Arithmetic.log(max(value, low) / low) / Arithmetic.log(high / low)
      : (value - low) / (high - low)
    return share.isNaN ? 0 : min(1, max(0, share))
  }
}

extension Axis {
  /// Amounts from nothing to at least `most`.
  ///
  /// - Parameter isBytes: whether they are bytes, whose steps are round in their unit.
  static func amounts(upTo most: Double, isBytes: Bool = false, count: Int = 4) -> Axis {
    let most = most.isFinite && most > 0 ? min(most, 0x1p62) : 1
    let unit = isBytes ? [0x1p40, 0x1p30, 0x1p20, 0x1p10].first { most >= $0 } ?? 1 : 1
    var step = niceStep(atLeast: most / unit / Double(count)) * unit
    if isBytes { step = max(step, 1) }
    let steps = max(1, Int((most / step).rounded(.down)))
    let words: (Double) -> String = { isBytes ? sizeText(Int64($0.rounded())) : number($0) }
    return Axis(
      from: 0,
      to: max(most, step * Double(steps)),
      ticks: (0...steps).map {
        Tick(value: Double($0) * step, label: words(Double($0) * step))
      },
      words: words
    )
  }

  /// Numbers between two, for what is varied.
  static func numbers(from low: Double, to high: Double, isLogarithmic: Bool = false) -> Axis {
    guard low < high else { return numbers(from: low - 1, to: low + 1) }
    if isLogarithmic, low > 0 {
      var value = low
      var ticks: [Tick] = []
      let factor = max(2, niceStep(atLeast: Arithmetic.pow(high / low, 1.0 / 6)))
      while value <= high * 1.0001 {
        ticks.append(Tick(value: value, label: number(value)))
        value *= factor
      }
      return Axis(from: low, to: high, isLogarithmic: true, ticks: ticks, words: number)
    }
    let step = niceStep(atLeast: (high - low) / 6)
    let first = (low / step).rounded(.up)
    let last = (high / step).rounded(.down)
    let count = Int(last - first)
    let ticks = (0..<max(count + 1, 0)).map { place in
      let value = (first + Double(place)) * step
      return Tick(value: value, label: number(value))
    }
    return Axis(from: low, to: high, ticks: ticks, words: number)
  }

  /// A number as a chart has it: whole where it is, else with so many decimals as tell it.
  static func number(_ value: Double) -> String {
    guard value.magnitude < 0x1p53 else { return fixedPoint(value, decimals: 0) }
    if value == value.rounded() || value.magnitude >= 100 { return grouped(Int64(value.rounded())) }
    let text = fixedPoint(value, decimals: value.magnitude >= 1 ? 1 : 3)
    return text.hasSuffix("0") && value.magnitude < 1
      ? String(text.reversed().drop { $0 == "0" }.reversed()) : text
  }

  /// 1, 2 or 5 times a power of ten.
  private static func niceStep(atLeast least: Double) -> Double {
    var power = 1.0
    while power * 10 <= least { power *= 10 }
    while power > least { power /= 10 }
    return [1, 2, 5].map { $0 * power }.first { $0 >= least } ?? power * 10
  }
}
