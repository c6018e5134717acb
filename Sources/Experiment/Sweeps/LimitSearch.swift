import Kernel
import Synchronization

/// Looks for the largest value at which something holds, run by run of equal chance.
///
/// Each replication is asked on a coarse grid first, which shows where the answer turns and whether it
/// turns more than once; then the first turn is narrowed down. The replications of a value see the same
/// arrivals, so that a turn is the site's and not that of chance.
public final class LimitSearch: Sendable {
  /// What was asked at a value.
  public struct Answer: Hashable, Sendable {
    /// The value.
    public let value: Int
    /// Whether it held; nil where the run could not tell.
    public let holds: Bool?
  }

  /// What a replication bears.
  public struct Turn: Hashable, Sendable {
    /// Which replication.
    public let replication: Int
    /// The largest value at which it was seen to hold with all smaller ones; nil where it never held.
    public let holds: Int?
    /// The smallest at which it was seen not to hold; nil where it always held.
    public let fails: Int?
    /// The smallest at which the run could not tell; nil where it always could.
    public let open: Int?
    /// Larger values than the one that fails at which it held again.
    public let returns: [Int]
  }

  private let grid: [Int]
  private let tolerance: Double
  private let answers: Mutex<[[Answer]]>
  private let tasks: Mutex<Tasks>
  private let ask: @Sendable (Int, Int) -> Bool??

  private struct Tasks {
    var next = 0
    var isEnded = false
    var done = 0
  }

  /// A search from `low` to `high`.
  ///
  /// - Parameters:
  ///   - tolerance: how near the two ends of a turn come, as a share.
  ///   - ask: whether it holds at a value in a replication; an inner nil where the run cannot tell, an
  ///     outer one where the search is to end.
  public init(
    from low: Int,
    to high: Int,
    replications: Int,
    tolerance: Double,
    ask: @escaping @Sendable (_ value: Int, _ replication: Int) -> Bool??
  ) {
    precondition(0 < low && low < high, "A search goes from a smaller value to a larger one.")
    grid = Self.grid(low, high)
    self.tolerance = tolerance
    self.ask = ask
    answers = Mutex(Array(repeating: [], count: replications))
    tasks = Mutex(Tasks())
  }

  /// Values that grow by about equal factors, as round as that allows, both ends among them.
  static func grid(_ low: Int, _ high: Int) -> [Int] {
    let count = 8
    let step = Arithmetic.log(Double(high) / Double(low)) / Double(count)
    var grid = [low]
    for place in 1..<count {
      let exact = Double(low) * Arithmetic.exp(step * Double(place))
      // A quarter of the way to the neighbours.
      let reach = Arithmetic.exp(step / 4)
      let range = (Int((exact / reach).rounded(.up)), Int((exact * reach).rounded(.down)))
      let value = range.0 <= range.1 ? roundest(from: range.0, to: range.1) : Int(exact.rounded())
      if grid[grid.count - 1] < value, value < high { grid.append(value) }
    }
    return grid + [high]
  }

  /// Of the values between two, the one with the most zeros at its end; of several the nearest to their
  /// middle.
  static func roundest(from low: Int, to high: Int) -> Int {
    let middle = low + (high - low) / 2
    var best = middle
    var step = 10
    while (low + step - 1) / step * step <= high {
      let nearest = (middle + step / 2) / step * step
      best = nearest > high ? nearest - step : nearest < low ? nearest + step : nearest
      guard step <= high / 10 else { break }
      step *= 10
    }
    return best
  }

  /// Does one replication after another until there are none left; several threads may call it.
  public func work() {
    while true {
      let replication = tasks.withLock { tasks -> Int? in
        guard !tasks.isEnded, tasks.next < answers.withLock(\.count) else { return nil }
        tasks.next += 1
        return tasks.next - 1
      }
      guard let replication else { return }
      guard search(replication) else { return end() }
      tasks.withLock { $0.done += 1 }
    }
  }

  /// Asks all threads to end.
  public func end() { tasks.withLock { $0.isEnded = true } }

  /// How many replications are done, and of how many.
  public var progress: (done: Int, all: Int) {
    (tasks.withLock(\.done), answers.withLock(\.count))
  }

  /// What each replication bears, in their order.
  public var turns: [Turn] {
    answers.withLock { $0 }.enumerated().map { replication, answers in
      let sorted = answers.sorted { $0.value < $1.value }
      let fails = sorted.first { $0.holds == false }?.value
      let holds = sorted.last { $0.holds == true && $0.value < fails ?? .max }?.value
      let open = sorted.first { $0.holds == nil }?.value
      let returns = sorted.filter { $0.holds == true && $0.value > fails ?? .max }.map(\.value)
      return Turn(
        replication: replication,
        holds: holds,
        fails: fails,
        open: open,
        returns: returns
      )
    }
  }

  private func search(_ replication: Int) -> Bool {
    var known: [Answer] = []
    func answer(_ value: Int) -> Bool?? {
      guard let holds = ask(value, replication) else { return nil }
      known.append(Answer(value: value, holds: holds))
      return holds
    }
    defer { answers.withLock { $0[replication] = known } }
    for value in grid { if answer(value) == nil { return false } }
    let held = known.last { $0.holds == true }?.value
    // Where nothing fails, the search is for the first value from which on the run cannot tell.
    let first =
      known.first { $0.holds == false }
      ?? known.first { $0.holds == nil && $0.value > held ?? .max }
    guard var high = first?.value,
      var low = known.last(where: { $0.holds == true && $0.value < high })?.value
    else { return true }
    while high - low > 1, Double(high - low) > tolerance * Double(low) {
      let middle = Self.middle(low, high)
      switch answer(middle) {
      case .none: return false
      case .some(true): low = middle
      // What cannot be told is no bearing.
      case .some(false), .some(nil): high = middle
      }
    }
    return true
  }

  /// A round value near the middle between two that are not neighbours.
  private static func middle(_ low: Int, _ high: Int) -> Int {
    let gap = high - low
    let (first, last) = (low + (2 * gap + 4) / 5, low + 3 * gap / 5)
    return first <= last ? roundest(from: first, to: last) : low + gap / 2
  }
}
