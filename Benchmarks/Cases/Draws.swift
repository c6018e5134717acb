/// Numbers for the tables from which ours and the rivals take their increments.
///
/// A generator of its own (SplitMix64), so that the tables stay what they are when the simulator's
/// random streams change.
struct Draws {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func bits() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// From 0 up to but not 1.
  mutating func uniform() -> Double { Double(bits() >> 11) * 0x1p-53 }

  /// With mean 1, by comparing uniform numbers alone (von Neumann 1951): the whole part is the number
  /// of attempts that failed, the fraction the first number of the one that did not.
  mutating func exponential() -> Double {
    var whole = 0.0
    while true {
      let first = uniform()
      var (last, isOdd) = (first, true)
      while true {
        let next = uniform()
        if next >= last { break }
        last = next
        isOdd.toggle()
      }
      if isOdd { return whole + first }
      whole += 1
    }
  }
}
