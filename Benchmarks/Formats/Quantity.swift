import Command
import Text

/// Figures as people read them: three digits that matter and a unit that keeps them short.
enum Quantity {
  /// A length of time, of so many nanoseconds.
  static func duration(_ nanoseconds: Double) -> String {
    scaled(nanoseconds, 1_000, ["ns", "µs", "ms", "s"])
  }

  /// A number of things: `46.9 M`.
  static func count(_ number: Double) -> String {
    scaled(number, 1_000, ["", "k", "M", "G", "T"])
  }

  /// An amount of memory.
  static func memory(_ bytes: Int) -> String {
    bytes < 1_024 ? "\(bytes) B" : scaled(Double(bytes), 1_024, ["B", "KiB", "MiB", "GiB", "TiB"])
  }

  /// A part of the whole: `0.8 %`.
  static func percent(_ part: Double) -> String {
    fixedPoint(part * 100, decimals: part < 0.0995 ? 1 : 0) + " %"
  }

  /// A figure of any size, with four digits that matter.
  static func figure(_ number: Double) -> String {
    var (decimals, rest) = (3, number.magnitude)
    while decimals < 9, rest > 0, rest < 1 {
      rest *= 10
      decimals += 1
    }
    while decimals > 0, rest >= 10 {
      rest /= 10
      decimals -= 1
    }
    return fixedPoint(number, decimals: decimals)
  }

  /// A factor or another plain number.
  static func plain(_ number: Double) -> String {
    let magnitude = number.magnitude
    let decimals = magnitude < 9.995 ? 2 : magnitude < 99.95 ? 1 : 0
    return fixedPoint(number, decimals: decimals)
  }

  private static func scaled(_ number: Double, _ step: Double, _ units: [String]) -> String {
    var (rest, unit) = (number, 0)
    // 999.5 already prints as 1000.
    while rest >= 999.5, unit + 1 < units.count {
      rest /= step
      unit += 1
    }
    return units[unit].isEmpty ? plain(rest) : plain(rest) + " " + units[unit]
  }
}
