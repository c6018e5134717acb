import Kernel

/// Draws of each kind, one after the other.
let randomCases: [Case] = [
  Case("random/bits") {
    StateWorkload(stream) { stream, operations in
      var sum: UInt64 = 0
      for _ in 0..<operations { sum &+= stream.next() }
      return sum
    }
  },
  Case("random/uniform") {
    StateWorkload(stream) { stream, operations in
      var sum: UInt64 = 0
      for _ in 0..<operations { sum &+= stream.uniform().bitPattern }
      return sum
    }
  },
  Case("random/integer") {
    StateWorkload(stream) { stream, operations in
      var sum: UInt64 = 0
      for _ in 0..<operations { sum &+= stream.integer(below: 1_000_003) }
      return sum
    }
  },
  Case("random/exponential") {
    StateWorkload(stream) { stream, operations in
      var sum: UInt64 = 0
      for _ in 0..<operations { sum &+= stream.exponential().bitPattern }
      return sum
    }
  },
  Case("random/exponential-ahead") {
    StateWorkload(ExponentialStream(stream)) { draws, operations in
      var sum: UInt64 = 0
      for _ in 0..<operations { sum &+= draws.next().bitPattern }
      return sum
    }
  },
]

private let stream = RandomStream(addend: 1, linear: 2, first: 3, second: 4)
