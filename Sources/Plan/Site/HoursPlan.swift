/// When things happen in a week: how busy each part of it is.
public struct HoursPlan: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// The parts of a week in order, the first beginning at midnight before Monday.
  public let parts: [Part]

  /// A part of a week, up to the next one.
  public struct Part: Hashable, Sendable {
    /// The minute of the week at which it begins.
    public let startMinute: Int
    /// How busy it is, in thousandths of the busiest.
    public let thousandths: Int

    /// A part.
    public init(
      startMinute: Int,
      thousandths: Int
    ) {
      self.startMinute = startMinute
      self.thousandths = thousandths
    }
  }

  /// The minutes of a week.
  public static let weekMinutes = 7 * 24 * 60

  /// A profile. The first part begins at 0, each next one later, and one at least is busy.
  public init(name: String, parts: [Part]) {
    precondition(parts.first?.startMinute == 0, "A week begins at its first minute.")
    precondition(
      zip(parts, parts.dropFirst()).allSatisfy { $0.startMinute < $1.startMinute }
        && parts.last!.startMinute < Self.weekMinutes,
      "The parts of a week follow one another."
    )
    precondition(parts.contains { $0.thousandths > 0 }, "Some part of a week is busy.")
    self.name = name
    self.parts = parts
  }
}
