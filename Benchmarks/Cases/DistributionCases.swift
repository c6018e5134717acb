import Kernel

/// Draws from distributions that a site needs: sizes, counts, choices and times of arrival.
let distributionCases: [Case] = [
  Case("random/normal") {
    StateWorkload(distributionStream) { stream, operations in
      var sum: UInt64 = 0
      for _ in 0..<operations { sum &+= stream.normal().bitPattern }
      return sum
    }
  },
  Case("random/lognormal") {
    StateWorkload(Sizes()) { sizes, operations in
      var sum: UInt64 = 0
      for _ in 0..<operations { sum &+= sizes.shape.draw(from: &sizes.stream).bitPattern }
      return sum
    }
  },
  poissonCase("random/poisson/3", mean: 3),
  poissonCase("random/poisson/1e3", mean: 1_000),
  Case("random/choice/1e3") {
    StateWorkload(Choices()) { choices, operations in
      var sum: UInt64 = 0
      for _ in 0..<operations {
        sum &+= UInt64(choices.table.draw(from: &choices.stream))
      }
      return sum
    }
  },
  Case("random/arrivals") {
    StateWorkload(Office()) { office, operations in
      var sum: UInt64 = 0
      for _ in 0..<operations {
        sum &+= office.arrivals.next(by: office.week)?.ticks ?? 0
      }
      return sum
    }
  },
]

private func poissonCase(_ name: String, mean: Double) -> Case {
  Case(name) {
    StateWorkload(Counts(mean)) { counts, operations in
      var sum: UInt64 = 0
      for _ in 0..<operations { sum &+= UInt64(counts.shape.draw(from: &counts.stream)) }
      return sum
    }
  }
}

private let distributionStream = RandomStream(addend: 9, linear: 10, first: 11, second: 12)

private struct Sizes {
  var stream = distributionStream
  let shape = mustFit { () throws(Lognormal.Invalid) in
    try Lognormal(median: 6_144, p95: 81_920)
  }
}

private struct Counts {
  var stream = distributionStream
  let shape: Poisson

  init(_ mean: Double) {
    shape = Poisson(mean: mean)!
  }
}

/// One of a thousand, with weights like those of names in a directory: 1, 1/2, 1/3 …
private struct Choices: ~Copyable {
  var stream = distributionStream
  let table = mustFit { () throws(AliasTable.Invalid) in
    try AliasTable(weights: (1...1_000).map { 1 / Double($0) })
  }
}

/// A week of office hours: five days with a busy third.
private struct Office: ~Copyable {
  var arrivals = Arrivals(distributionStream)
  let week = mustFit { () throws(ArrivalProfile.Invalid) in
    let day: [ArrivalProfile.Piece] = [
      .init(.hours(8), rate: 1), .init(.hours(8), rate: 20), .init(.hours(8), rate: 2),
    ]
    let days = [day, day, day, day, day].flatMap { $0 }
    return try ArrivalProfile(days + [.init(.days(2), rate: 1)], volume: 100_000)
  }
}
