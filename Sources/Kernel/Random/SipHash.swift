/// SipHash-2-4 (Aumasson and Bernstein, 2012): 64 bits from a key of 128 bits and any number of bytes.
///
/// It is what turns names into numbers that last: the same on every machine and in every version.
struct SipHash {
  private var v0: UInt64
  private var v1: UInt64
  private var v2: UInt64
  private var v3: UInt64
  private var partial: UInt64 = 0
  private var count: UInt64 = 0

  /// The hash, before any byte.
  init(key: (UInt64, UInt64)) {
    v0 = key.0 ^ 0x736f_6d65_7073_6575
    v1 = key.1 ^ 0x646f_7261_6e64_6f6d
    v2 = key.0 ^ 0x6c79_6765_6e65_7261
    v3 = key.1 ^ 0x7465_6462_7974_6573
  }

  /// Takes the next byte.
  mutating func absorb(_ byte: UInt8) {
    partial |= UInt64(byte) << (8 * (count & 7))
    count &+= 1
    if count & 7 == 0 {
      compress(partial)
      partial = 0
    }
  }

  /// Takes the next 8 bytes, the lowest of the word first.
  mutating func absorb(_ word: UInt64) {
    for index in 0..<8 { absorb(UInt8(truncatingIfNeeded: word >> (8 * UInt64(index)))) }
  }

  /// The hash of the bytes so far.
  consuming func finish() -> UInt64 {
    compress(partial | count << 56)
    v2 ^= 0xff
    for _ in 0..<4 { round() }
    return v0 ^ v1 ^ v2 ^ v3
  }

  private mutating func compress(_ word: UInt64) {
    v3 ^= word
    round()
    round()
    v0 ^= word
  }

  private mutating func round() {
    v0 &+= v1
    v1 = RandomStream.rotated(v1, by: 13) ^ v0
    v0 = RandomStream.rotated(v0, by: 32)
    v2 &+= v3
    v3 = RandomStream.rotated(v3, by: 16) ^ v2
    v0 &+= v3
    v3 = RandomStream.rotated(v3, by: 21) ^ v0
    v2 &+= v1
    v1 = RandomStream.rotated(v1, by: 17) ^ v2
    v2 = RandomStream.rotated(v2, by: 32)
  }
}
