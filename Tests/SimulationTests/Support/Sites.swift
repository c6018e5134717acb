import Foundation

/// How many random sites a law is tried on.
enum Sites {
  /// Those of one of four parts: so many, or as many hundreds as MAILROOM_TWINS says.
  static func seeds(_ part: UInt64, of count: UInt64) -> [UInt64] {
    let hundreds = ProcessInfo.processInfo.environment["MAILROOM_TWINS"].flatMap(UInt64.init)
    return (0..<(hundreds.map { $0 * 100 } ?? count * 4)).filter { $0 % 4 == part }
  }
}
