/// Throws for tests, the same for the same seed wherever it runs (SplitMix64).
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Below `bound`; the tiny bias does not matter here.
  mutating func below(_ bound: UInt64) -> UInt64 { next() % bound }

  /// Of every size from 1 to 64 bits equally often.
  mutating func anySize() -> UInt64 { next() >> below(64) }

  /// In [0, 1).
  mutating func share() -> Double { Double(next() >> 11) * 0x1p-53 }
}
