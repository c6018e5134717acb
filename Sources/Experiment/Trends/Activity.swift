import Kernel
import Plan

/// How far the work of a site has come at a time: clock time, stretched where a week is busy.
///
/// It is measured in days, of which every whole week brings seven, whatever its hours are.
struct Activity: Hashable, Sendable {
  /// Days since the week began, each at which the pace changes, from 0 to 7.
  private let borders: [Double]
  /// The work done at each border.
  private let works: [Double]
  /// How many days of its week have passed when the run starts.
  private let offset: Double
  /// The work of that week before the run starts.
  private var before = 0.0

  /// The pace of the clock.
  static let clock = Activity(borders: [0, 7], paces: [1], offset: 0)

  /// The pace of a profile of hours, in a run that starts on this day of the week.
  init(_ hours: HoursPlan, startingOn weekday: Weekday) {
    let minutes = hours.parts.map(\.startMinute) + [HoursPlan.weekMinutes]
    self.init(
      borders: minutes.map { Double($0) / 1_440 },
      paces: hours.parts.map { Double($0.thousandths) },
      offset: Double(weekday.rawValue)
    )
  }

  /// The mean of several paces; the clock's where there is none.
  init(meanOf all: [Activity]) {
    guard let first = all.first else {
      self = .clock
      return
    }
    let borders = Set(all.flatMap(\.borders)).sorted()
    let middles = zip(borders, borders.dropFirst()).map { ($0 + $1) / 2 }
    self.init(
      borders: borders,
      paces: middles.map { middle in all.reduce(0) { $0 + $1.pace(inWeekAt: middle) } },
      offset: first.offset
    )
  }

  private init(borders: [Double], paces: [Double], offset: Double) {
    let lengths = zip(borders, borders.dropFirst()).map { $1 - $0 }
    let total = zip(lengths, paces).reduce(0) { $0 + $1.0 * $1.1 }
    var works = [0.0]
    for (length, pace) in zip(lengths, paces) {
      works.append(works.last! + length * pace / total * 7)
    }
    works[works.count - 1] = 7
    self.borders = borders
    self.works = works
    self.offset = offset
    before = workInWeek(offset)
  }

  /// The pace at which work that comes like this is done by somebody who can do so much in a day, in
  /// units of its mean, and never less than that: what is too much waits for quieter hours.
  func carried(atMost capacity: Double) -> Activity {
    var waiting = 0.0
    var carried: (borders: [Double], paces: [Double]) = ([], [])
    // After the first week as much waits at its begin as at its end.
    for _ in 0..<2 {
      carried = ([], [])
      for (index, pace) in paces.enumerated() {
        let (begin, length) = (borders[index], borders[index + 1] - borders[index])
        carried.borders.append(begin)
        guard waiting > 0 || pace > capacity else {
          carried.paces.append(pace)
          continue
        }
        carried.paces.append(capacity)
        let time = pace < capacity ? waiting / (capacity - pace) : .infinity
        waiting = max(0, waiting + (pace - capacity) * length)
        if time < length {
          carried.borders.append(begin + time)
          carried.paces.append(pace)
          waiting = 0
        }
      }
    }
    return Activity(borders: carried.borders + [7], paces: carried.paces, offset: offset)
  }

  /// The pace of its busiest hours; 1 is its mean.
  var busiest: Double { paces.max()! }

  /// The pace between each two borders.
  private var paces: [Double] { (1..<borders.count).map { pace(before: $0) } }

  /// The pace up to a border.
  private func pace(before border: Int) -> Double {
    (works[border] - works[border - 1]) / (borders[border] - borders[border - 1])
  }

  /// The work done so many days after the start of the run.
  func work(atDays days: Double) -> Double {
    let sum = days + offset
    let weeks = (sum / 7).rounded(.down)
    return weeks * 7 + workInWeek(sum - weeks * 7) - before
  }

  /// How many days after the start of the run so much work is done; the earliest such time.
  func days(atWork work: Double) -> Double {
    let sum = work + before
    // The end of a week's work is reached in that week and not at the begin of the next.
    let weeks = max(0, (sum / 7).rounded(.up) - 1)
    let rest = sum - weeks * 7
    let index = works.firstIndex { $0 >= rest } ?? works.count - 1
    guard index > 0 else { return weeks * 7 + borders[0] - offset }
    return weeks * 7 + borders[index - 1] + (rest - works[index - 1]) / pace(before: index) - offset
  }

  /// How fast the work goes at a time; 1 is its mean.
  func pace(atDays days: Double) -> Double {
    let sum = days + offset
    return pace(inWeekAt: sum - (sum / 7).rounded(.down) * 7)
  }

  private func pace(inWeekAt days: Double) -> Double {
    pace(before: piece(days) + 1)
  }

  private func workInWeek(_ days: Double) -> Double {
    let index = piece(days)
    let share = (days - borders[index]) / (borders[index + 1] - borders[index])
    return works[index] + share * (works[index + 1] - works[index])
  }

  private func piece(_ days: Double) -> Int {
    max(0, min(borders.count - 2, (borders.firstIndex { $0 > days } ?? borders.count - 1) - 1))
  }
}

extension Activity {
  /// The paces that what happens in a plan follows, each once, in the order of its profiles.
  static func all(of plan: SitePlan) -> [Activity] {
    all(of: plan, plan.usedHours)
  }

  /// The paces of these hours, each once, in the order of a plan's profiles.
  static func all(of plan: SitePlan, _ used: [HoursID]) -> [Activity] {
    plan.hours.indices.filter { used.contains(HoursID($0)) }.map {
      Activity(plan.hours[$0], startingOn: plan.run.start.weekday)
    }
  }
}

extension SitePlan {
  /// The hours that anybody keeps, each as often as somebody does.
  var usedHours: [HoursID] {
    flows.map(\.hours) + populations.map(\.hours) + administrations.map(\.hours)
      + activities.map(\.hours)
  }
}
