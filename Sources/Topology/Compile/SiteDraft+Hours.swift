import Plan
import Schema

extension SiteDraft {
  /// Adds the profiles of hours: those that are always there, and those of the topology.
  mutating func addHours() {
    addHours(
      "always",
      HoursPlan(name: "always", parts: [.init(startMinute: 0, thousandths: 1_000)])
    )
    let working = TimeRange(TimeOfDay(minutes: 8 * 60), to: TimeOfDay(minutes: 18 * 60))
    addHours(
      "office",
      HoursPlan(name: "office", days: Array(repeating: working, count: 5) + [nil, nil], rest: 40)!
    )
    for profile in document.hours.value {
      let entry = profile.value
      let working = entry.mondayToFriday?.value
      let days = Array(repeating: working, count: 5) + [entry.saturday?.value, entry.sunday?.value]
      let rest = entry.rest.value.billionths / 1_000_000
      guard let plan = HoursPlan(name: profile.name.value, days: days, rest: rest) else {
        report(
          TopologyRule.emptyHours,
          at: profile.name.place,
          "`\(profile.name.value)` is never busy: it has no hours, and nothing goes on at other times.",
          notes: ["write for example `monday-to-friday: 8 am to 6 pm`"]
        )
        continue
      }
      addHours(profile.name.value, plan)
    }
  }

  private mutating func addHours(_ name: String, _ plan: HoursPlan) {
    hourNumbers[name] = hours.count
    hours.append(plan)
  }

  /// The profile of this name; reports one that is not there, and takes `always` for it.
  func hours(_ name: Written<String>) -> HoursID {
    if let number = hourNumbers[name.value] { return HoursID(number) }
    if name.isSound {
      report(
        TopologyRule.unknownHours,
        at: name.place,
        "There is no profile of hours `\(name.value)`.",
        fixes: nearest(name.value, among: hourNumbers.keys.sorted())
      )
    }
    return HoursID(0)
  }
}

extension HoursPlan {
  /// A profile of the busy hours of each day, Monday first; nil where no time is busy at all.
  ///
  /// Hours that end before they begin go on into the next day.
  init?(name: String, days: [TimeRange?], rest: Int) {
    var minutes = Array(repeating: rest, count: Self.weekMinutes)
    for (day, range) in days.enumerated() {
      guard let range else { continue }
      for minute in 0..<range.minutes {
        minutes[(day * 1_440 + range.from.minutes + minute) % Self.weekMinutes] = 1_000
      }
    }
    guard minutes.contains(where: { $0 > 0 }) else { return nil }
    let parts = minutes.indices.filter { $0 == 0 || minutes[$0] != minutes[$0 - 1] }
    self.init(
      name: name,
      parts: parts.map { Part(startMinute: $0, thousandths: minutes[$0]) }
    )
  }
}
