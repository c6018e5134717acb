/// The count, sum, mean, variance and extremes of observations, in one pass and 40 bytes.
///
/// The variance is updated by the method of Youngs and Cramer, which does not cancel where the mean is
/// large. What two parts of a run observed is merged by the formula of Chan, Golub and LeVeque: the
/// same parts in the same order give the same bits. All zero bits are the moments of no observation.
@frozen
public struct Moments: BitwiseCopyable, Hashable, Sendable {
  @usableFromInline var number: UInt64
  @usableFromInline var total: Double

  /// The sum of the squared distances from the mean.
  @usableFromInline var squares: Double

  @usableFromInline var least: Double
  @usableFromInline var greatest: Double

  /// The moments of no observation.
  @inlinable
  public init() {
    number = 0
    total = 0
    squares = 0
    least = 0
    greatest = 0
  }

  /// Adds one observation, which must be finite.
  @inlinable
  public mutating func record(_ observation: Double) {
    precondition(observation.isFinite, "an observation must be finite")
    number += 1
    total += observation
    if number == 1 {
      least = observation
      greatest = observation
    } else {
      let count = Double(number)
      let distance = count * observation - total
      squares += distance * distance / (count * (count - 1))
      least = min(least, observation)
      greatest = max(greatest, observation)
    }
  }

  /// Adds all observations of `other`; the order of merges is part of the result's last bits.
  public mutating func merge(_ other: Moments) {
    guard other.count > 0 else { return }
    guard count > 0 else {
      self = other
      return
    }
    let (ours, theirs) = (Double(count), Double(other.count))
    let distance = other.sum / theirs - sum / ours
    squares += other.squares + distance * distance * (ours * theirs / (ours + theirs))
    number += other.number
    total += other.total
    least = min(least, other.least)
    greatest = max(greatest, other.greatest)
  }

  /// How many observations there were.
  @inlinable public var count: UInt64 { number }

  /// Their sum.
  @inlinable public var sum: Double { total }

  /// The smallest observation; `nil` without one.
  @inlinable public var minimum: Double? { count == 0 ? nil : least }

  /// The largest observation; `nil` without one.
  @inlinable public var maximum: Double? { count == 0 ? nil : greatest }

  /// The mean; `nil` without an observation.
  @inlinable public var mean: Double? { count == 0 ? nil : sum / Double(count) }

  /// The variance of the observations as a sample (divided by `count` − 1); `nil` for fewer than two.
  @inlinable public var variance: Double? { count < 2 ? nil : squares / Double(count - 1) }

  /// The square root of the variance; `nil` for fewer than two observations.
  @inlinable public var standardDeviation: Double? { variance?.squareRoot() }
}
