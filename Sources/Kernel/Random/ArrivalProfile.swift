/// When things arrive in the course of a period that repeats, such as a week of office hours.
///
/// Arrivals are unit-rate points, 1 apart on average, mapped through the inverse of the cumulative
/// rate: what falls on the points 0 ... `volume` arrives in the first period, the next `volume` in the
/// second, and so on. A volume changes when a point arrives, and never which points there are.
/// Points are counted in units of 2^-58, exactly; only the place within a stretch is rounded, down to
/// a tick.
public struct ArrivalProfile: ~Copyable, Sendable {
  /// How long it takes until everything repeats.
  public let period: Interval

  /// How many points make a period, in units of 2^-58.
  @usableFromInline let pointsPerPeriod: UInt128

  /// The stretches with a rate over zero, in order.
  @usableFromInline let stretches: Slab<Stretch>

  /// A part of the period with one rate over zero.
  @frozen @usableFromInline
  struct Stretch: BitwiseCopyable, Sendable {
    /// Ticks from the period's start to this stretch's, and its length.
    @usableFromInline let start: UInt64
    @usableFromInline let ticks: UInt64
    /// The points, in units of 2^-58, before it and before the next.
    @usableFromInline let firstPoint: UInt128
    @usableFromInline let endPoint: UInt128
    /// Ticks a unit.
    @usableFromInline let ticksPerUnit: Double
  }

  /// How many units of a point make one.
  @inlinable static var unitsPerPoint: Double { 0x1p58 }

  /// A piece of the period and its rate, in any unit: only the proportions count.
  public struct Piece: Hashable, Sendable {
    /// How long the piece is.
    public let length: Interval

    /// How fast things arrive in it, relative to the other pieces.
    public let rate: Double

    /// A piece of this length and rate.
    public init(_ length: Interval, rate: Double) {
      self.length = length
      self.rate = rate
    }
  }

  /// The most things that can arrive in a period on average.
  public static var largestVolume: Double { 0x1p60 }

  /// How many bytes a profile of so many pieces holds at most.
  public static func bytes(pieces: Int) -> Int {
    Slab<Stretch>.bytes(count: pieces)
  }

  /// The profile that repeats `pieces`, in which `volume` things arrive on average each time.
  public init(_ pieces: [Piece], volume: Double) throws(Invalid) {
    guard volume >= Self.leastVolume, volume <= Self.largestVolume else { throw .volume(volume) }
    let weights = try Self.weights(of: pieces)
    let points = UInt128(volume * Self.unitsPerPoint)
    period = Interval(ticks: pieces.reduce(0) { $0 + $1.length.ticks })
    pointsPerPeriod = points
    stretches = Self.stretches(of: pieces, weights: weights, points: points)
  }

  /// The fewest things that can arrive in a period on average; `volume` is counted in 2^-58.
  public static var leastVolume: Double { 0x1p-20 }

  /// Why there is no such profile.
  public enum Invalid: Error, Hashable, Sendable {
    /// There are no pieces.
    case empty
    /// This piece has no length.
    case length(index: Int)
    /// This piece's rate is negative, infinite or not a number.
    case rate(index: Int, Double)
    /// All rates are zero.
    case allZero
    /// The volume is out of bounds or not a number.
    case volume(Double)
    /// All lengths together pass the clock.
    case tooLong
  }
}
