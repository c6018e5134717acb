public import Record

/// The part of a sweep that one process does.
public struct SweepShare: Hashable, Sendable {
  /// Which part, from 1.
  public let number: Int
  /// Of how many.
  public let count: Int

  /// One of several parts.
  public init(_ number: Int, of count: Int) {
    precondition((1...count).contains(number), "A part is one of those that there are.")
    self.number = number
    self.count = count
  }

  /// All of it.
  public static let whole = SweepShare(1, of: 1)

  /// Whether a run belongs to this part: runs are dealt in turn; where results decide how many there
  /// are of a point, whole points are.
  public func owns(_ place: RunPlace, of goal: SweepOrder.Goal) -> Bool {
    let turn =
      goal.precision == nil ? place.point * goal.most + place.replication : place.point
    return turn % count == number - 1
  }

  /// How many runs of an order belong to this part at most.
  func runs(of order: SweepOrder) -> Int {
    let isByPoint = order.goal.precision != nil
    let turns = isByPoint ? order.points.count : order.mostRuns
    return (turns + count - number) / count * (isByPoint ? order.goal.most : 1)
  }
}
