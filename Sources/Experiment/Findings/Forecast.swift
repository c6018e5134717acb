import Kernel

/// How fast something grows, and when it comes to an amount.
///
/// What comes by chance comes in proportion to the work of a site: growth is read against the paces
/// that it may have followed. The one that it kept closest to gives the values; the intervals are those
/// of all that chance does not rule out (Cramér and von Mises, one in twenty), so that the first hours
/// of a run do not pretend to know of its nights.
struct Forecast: Sendable {
  /// What growth says, read against each pace that is possible, the best one first.
  let readings: [Reading]

  /// A forecast from growth that followed one of these paces; nil where nothing grew.
  ///
  /// Where growth has changed in the measure even of the pace that it kept closest to, its later half
  /// counts. All paces are asked of the same time: the end of a Friday would fit the clock.
  ///
  /// - Parameter paces: the likelier ones first.
  init?(_ growth: Growth, following paces: [Activity]) {
    guard let whole = Self.readings(of: growth, following: paces) else { return nil }
    let later = whole[0].hasChanged ? growth.laterHalf(following: whole[0].activity) : nil
    readings = later.flatMap { Self.readings(of: $0, following: paces) } ?? whole
  }

  /// What growth says against each of these paces that is possible, the best one first.
  private static func readings(of growth: Growth, following paces: [Activity]) -> [Reading]? {
    let all = paces.compactMap { Reading(growth, following: $0) }
    guard var best = all.first else { return nil }
    // What comes later is taken only where it is clearly better.
    for reading in all.dropFirst() where reading.misfit < best.misfit * 0.8 { best = reading }
    let bound = possibleMisfit * best.variance * best.work
    return [best] + all.filter { $0.activity != best.activity && $0.misfit <= bound }
  }

  /// What the mean square distance from the pace that it follows exceeds once in twenty times, in
  /// units of the variance of all growth.
  private static let possibleMisfit = 0.461

  /// The rate, and the interval in which it lies.
  var perDay: Outlook.Estimate { Self.joined(readings.map(\.perDay)) }

  /// When what is needed has come, which depends on how it comes, in seconds since the start; nil where that cannot be told.
  func time(_ need: (Reading) -> Reading.Need) -> Outlook.Estimate? {
    let times = readings.map { $0.time(of: need($0)) }
    // Where one reading cannot tell, nobody can.
    let known = times.compactMap(\.self)
    return known.count == times.count ? Self.joined(known) : nil
  }

  /// The value of the first, in the interval that holds those of all.
  private static func joined(_ estimates: [Outlook.Estimate]) -> Outlook.Estimate {
    Outlook.Estimate(
      value: estimates[0].value,
      low: estimates.map(\.low).min()!,
      high: estimates.map(\.high).max()!
    )
  }
}
