import Kernel
import Plan

extension SitePlan {
  /// How things arrive that come so often on a busy day: a week of its hours, begun on the run's first day.
  ///
  /// The volume is that of the busiest day of the week; on others there are as many less as they are
  /// less busy.
  func arrivals(_ hours: HoursID, perDay: Double) -> ArrivalProfileTable.Description {
    let pieces = weekPieces(hours)
    let busiest = busiestDayWeight(hours)
    let week = pieces.reduce(0) { $0 + $1.rate * Double($1.length.ticks) }
    return (pieces, max(perDay * week / busiest, ArrivalProfile.leastVolume))
  }

  /// How things arrive that come once in each interval while it is busy, for each of so many.
  func arrivals(
    _ hours: HoursID,
    each interval: Interval,
    of count: Int
  ) -> ArrivalProfileTable.Description {
    let pieces = weekPieces(hours)
    let week = pieces.reduce(0) { $0 + $1.rate * Double($1.length.ticks) } / 1_000
    return (pieces, max(Double(count) * week / Double(interval.ticks), ArrivalProfile.leastVolume))
  }

  /// A week of a profile, from the weekday of the run's first day on.
  private func weekPieces(_ hours: HoursID) -> [ArrivalProfile.Piece] {
    let parts = self.hours[hours.index].parts
    let offset = run.start.weekday.rawValue * 24 * 60
    var pieces: [ArrivalProfile.Piece] = []
    func add(_ from: Int, _ until: Int, _ thousandths: Int) {
      guard until > from else { return }
      pieces.append(.init(.minutes(UInt64(until - from)), rate: Double(thousandths)))
    }
    for pass in 0..<2 {
      for (number, part) in parts.enumerated() {
        let end =
          number + 1 < parts.count ? parts[number + 1].startMinute : HoursPlan.weekMinutes
        // First what of the week comes after the start, then what came before it.
        if pass == 0 {
          add(max(part.startMinute, offset), end, part.thousandths)
        } else {
          add(part.startMinute, min(end, offset), part.thousandths)
        }
      }
    }
    return pieces
  }

  /// How busy the busiest day of a profile is: thousandths times ticks.
  private func busiestDayWeight(_ hours: HoursID) -> Double {
    let parts = self.hours[hours.index].parts
    var busiest = 0.0
    for day in 0..<7 {
      var weight = 0.0
      for (number, part) in parts.enumerated() {
        let end =
          number + 1 < parts.count ? parts[number + 1].startMinute : HoursPlan.weekMinutes
        let minutes = min(end, (day + 1) * 1_440) - max(part.startMinute, day * 1_440)
        if minutes > 0 { weight += Double(minutes * part.thousandths) }
      }
      busiest = max(busiest, weight)
    }
    return busiest * Double(Interval.minutes(1).ticks)
  }

  /// How busy a profile is at a time, in thousandths.
  func busyness(_ hours: HoursID, at ticks: UInt64) -> Int {
    let minute =
      (run.start.weekday.rawValue * 1_440 + Int(ticks / Interval.minutes(1).ticks))
      % HoursPlan.weekMinutes
    let parts = self.hours[hours.index].parts
    return (parts.last { $0.startMinute <= minute } ?? parts[0]).thousandths
  }
}
