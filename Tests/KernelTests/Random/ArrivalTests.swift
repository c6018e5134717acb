import Testing

@testable import Kernel

@Suite("Arrivals by a profile")
struct ArrivalTests {
  /// Nights, mornings and afternoons of five days, and a weekend.
  static let office: [ArrivalProfile.Piece] =
    (0..<5).flatMap { _ in
      [
        ArrivalProfile.Piece(.hours(8), rate: 0), .init(.hours(4), rate: 3),
        .init(.hours(1), rate: 0.5), .init(.hours(5), rate: 2), .init(.hours(6), rate: 0),
      ]
    } + [.init(.days(2), rate: 0)]

  private func weekly(_ volume: Double) throws -> ArrivalProfile {
    try ArrivalProfile(Self.office, volume: volume)
  }

  /// The next arrival, which must be within the clock.
  private func next(
    _ arrivals: inout Arrivals,
    _ profile: borrowing ArrivalProfile
  ) throws -> Instant {
    let time = arrivals.next(by: profile)
    return try #require(time)
  }

  /// Where a point lies by plain search and division, in ticks that are not yet rounded.
  private func twin(_ point: Double, _ pieces: [ArrivalProfile.Piece], volume: Double) -> Double {
    let periodTicks = pieces.reduce(0) { $0 + Double($1.length.ticks) }
    let weights = pieces.map { $0.rate * Double($0.length.ticks) }
    let periods = (point / volume).rounded(.down)
    var left = (point - periods * volume) / volume * weights.reduce(0, +)
    var start = periods * periodTicks
    for (piece, weight) in zip(pieces, weights) {
      if left < weight { return start + left / piece.rate }
      left -= weight
      start += Double(piece.length.ticks)
    }
    return start
  }

  @Test(
    "each thing arrives where its point lies",
    arguments: Statistics.seeds,
    [0.3, 5, 4_000, 1e6]
  )
  func places(seed: UInt64, volume: Double) throws {
    let profile = try weekly(volume)
    var stream = Statistics.stream(seed, "places")
    var arrivals = Arrivals(stream)
    var point = 0.0
    var last = Instant.start
    for _ in 0..<3_000 {
      let time = try next(&arrivals, profile)
      point += stream.exponential()
      let expected = twin(point, Self.office, volume: volume)
      // A tick, and what the sum of doubles in the twin may be off.
      #expect((Double(time.ticks) - expected).magnitude < 2 + expected * 1e-12, "seed \(seed)")
      #expect(time >= last)
      last = time
    }
  }

  @Test(
    "twice the volume has the same points, which arrive in half the place",
    arguments: Statistics.seeds
  )
  func doubling(seed: UInt64) throws {
    let flat = [ArrivalProfile.Piece(.days(7), rate: 1)]
    let once = try ArrivalProfile(flat, volume: 1_000)
    let twice = try ArrivalProfile(flat, volume: 2_000)
    let officeOnce = try weekly(1_000)
    let officeTwice = try weekly(2_000)
    let stream = Statistics.stream(seed, "doubling")
    var slow = Arrivals(stream)
    var fast = Arrivals(stream)
    var slowOffice = Arrivals(stream)
    var fastOffice = Arrivals(stream)
    func points(_ arrivals: Arrivals, _ profile: borrowing ArrivalProfile) -> UInt128 {
      UInt128(arrivals.periods) * profile.pointsPerPeriod + arrivals.point
    }
    for _ in 0..<5_000 {
      let late = try next(&slow, once)
      let early = try next(&fast, twice)
      // Both were rounded down to a tick, from doubles.
      #expect((Int(late.ticks / 2) - Int(early.ticks)).magnitude <= 1, "seed \(seed)")
      _ = slowOffice.next(by: officeOnce)
      _ = fastOffice.next(by: officeTwice)
      let all = [
        points(slow, once), points(fast, twice), points(slowOffice, officeOnce),
        points(fastOffice, officeTwice),
      ]
      #expect(Set(all).count == 1)
    }
  }

  @Test(
    "counts in periods and stretches are Poisson, and none fall where the rate is zero",
    arguments: Statistics.seeds
  )
  func counts(seed: UInt64) throws {
    let volume = 12.0
    let profile = try weekly(volume)
    var arrivals = Arrivals(Statistics.stream(seed, "counts"))
    let weeks = 2_000
    var perWeek = [Int](repeating: 0, count: weeks)
    var perHour = [Int](repeating: 0, count: 24)
    while let time = arrivals.next(by: profile) {
      let hours = time.ticks / Interval.hours(1).ticks
      guard hours / 168 < UInt64(weeks) else { break }
      perWeek[Int(hours / 168)] += 1
      #expect(hours % 168 < 120, "on a weekend")
      perHour[Int(hours % 24)] += 1
    }
    let rates = (0..<24).map { hour -> Double in
      switch hour {
      case 8..<12: 3.0
      case 12: 0.5
      case 13..<18: 2
      default: 0
      }
    }
    let total = Double(perHour.reduce(0, +))
    let expected = rates.map { $0 / rates.reduce(0, +) * total }
    #expect(Statistics.chiSquare(perHour, expected) < Statistics.limit, "seed \(seed)")
    let poisson = try #require(Poisson(mean: volume))
    var cells = [Int](repeating: 0, count: 19)
    for count in perWeek { cells[min(max(count - 4, 0), 18)] += 1 }
    var shares = (0..<19).map { poisson.probability(of: $0 + 4) * Double(weeks) }
    shares[0] += (0..<4).reduce(0) { $0 + poisson.probability(of: $1) * Double(weeks) }
    shares[18] += Double(weeks) - shares.reduce(0, +)
    #expect(Statistics.chiSquare(cells, shares) < Statistics.limit, "seed \(seed)")
  }

  @Test("within a stretch arrivals are evenly spread", arguments: Statistics.seeds)
  func evenness(seed: UInt64) throws {
    let profile = try ArrivalProfile(
      [.init(.seconds(1), rate: 0), .init(.seconds(2), rate: 1)],
      volume: 3
    )
    var arrivals = Arrivals(Statistics.stream(seed, "evenness"))
    let places = (0..<20_000).map { _ in
      Double(arrivals.next(by: profile)!.ticks % 30_000_000) / 2e7 - 0.5
    }
    #expect(Statistics.gap(places) { $0 } < Statistics.gapLimit, "seed \(seed)")
  }

  @Test("the last tick before a stretch of zero is used, the first of it is not")
  func boundaries() throws {
    let profile = try ArrivalProfile(
      [.init(Interval(ticks: 3), rate: 1), .init(Interval(ticks: 5), rate: 0)],
      volume: 1
    )
    var arrivals = Arrivals(Statistics.stream(1, "boundaries"))
    var ticks: Set<UInt64> = []
    for _ in 0..<1_000 { ticks.insert(arrivals.next(by: profile)!.ticks % 8) }
    #expect(ticks == [0, 1, 2])
  }

  @Test(
    "the first and the last unit of every stretch are its first and last tick",
    arguments: [3, 7, 1e3, 1e9]
  )
  func ends(volume: Double) throws {
    let profile = try weekly(volume)
    for index in 0..<profile.stretches.count {
      let stretch = profile.stretches[index]
      var arrivals = Arrivals(Statistics.stream(1, "ends"))
      arrivals.point = stretch.firstPoint
      let first = arrivals.time(by: profile)
      #expect(first == Instant(ticks: stretch.start))
      arrivals.point = stretch.endPoint - 1
      let last = arrivals.time(by: profile)
      #expect(last == Instant(ticks: stretch.start + stretch.ticks - 1))
    }
  }

  @Test("after a thousand years a tick is still a tick")
  func far() throws {
    let profile = try ArrivalProfile([.init(.days(1), rate: 1)], volume: 1e-5)
    var arrivals = Arrivals(Statistics.stream(1, "far"))
    var odd = 0
    var time = Instant.start
    while let next = arrivals.next(by: profile), next.ticks < 9 << 60 {
      time = next
      odd += Int(next.ticks & 1)
    }
    #expect(time.ticks > 8 << 60)
    #expect(odd > 20)
    // What lies past the clock is no time at all.
    var late = Arrivals(Statistics.stream(2, "far"))
    var count = 0
    while late.next(by: profile) != nil { count += 1 }
    #expect(count > 100 && count < 400)
    let after = late.next(by: profile)
    #expect(after == nil)
  }

  @Test("an arrival's state is 64 bytes, and a profile says what it will hold")
  func sizes() {
    #expect(MemoryLayout<Arrivals>.stride == 64)
    #expect(ArrivalProfile.bytes(pieces: 10) == 640)
  }

  @Test("profiles that cannot be are refused")
  func refusals() {
    func refusal(_ pieces: [ArrivalProfile.Piece], _ volume: Double = 1) -> ArrivalProfile.Invalid?
    {
      do throws(ArrivalProfile.Invalid) {
        _ = try ArrivalProfile(pieces, volume: volume)
        return nil
      } catch { return error }
    }
    let hour = Interval.hours(1)
    #expect(refusal([]) == .empty)
    #expect(refusal([.init(hour, rate: 0), .init(hour, rate: 0)]) == .allZero)
    #expect(refusal([.init(hour, rate: 1), .init(hour, rate: -1)]) == .rate(index: 1, -1))
    #expect(refusal([.init(hour, rate: .infinity)]) == .rate(index: 0, .infinity))
    if case .rate(index: 0, let rate)? = refusal([.init(hour, rate: .nan)]) {
      #expect(rate.isNaN)
    } else {
      Issue.record("nan was taken")
    }
    #expect(refusal([.init(hour, rate: 1), .init(.zero, rate: 1)]) == .length(index: 1))
    let long = Interval(ticks: 1 << 63)
    #expect(refusal([.init(long, rate: 1), .init(long, rate: 1)]) == .tooLong)
    for volume in [0, -1, .infinity, 0x1p-21, 0x1p61] as [Double] {
      #expect(refusal([.init(hour, rate: 1)], volume) == .volume(volume))
    }
    #expect(refusal([.init(hour, rate: 1)], .nan) != nil)
  }

  @Test("pieces of wide ranges of rates all get their share")
  func wide() throws {
    let profile = try ArrivalProfile(
      [
        .init(.hours(1), rate: 1e308), .init(.hours(1), rate: 1e308), .init(.hours(2), rate: 5e307),
      ],
      volume: 300
    )
    var arrivals = Arrivals(Statistics.stream(1, "wide"))
    var cells = [0, 0, 0, 0]
    for _ in 0..<20_000 {
      cells[Int(arrivals.next(by: profile)!.ticks / Interval.hours(1).ticks % 4)] += 1
    }
    let expected = [2, 2, 1, 1].map { $0 * 20_000.0 / 6 }
    #expect(Statistics.chiSquare(cells, expected) < Statistics.limit)
  }
}
