/// The digest of some bytes after FIPS 180-4.
public struct SHA256: Hashable, Sendable {
  /// Its 32 bytes.
  public let bytes: [UInt8]

  /// The digest of `message`.
  public init(_ message: [UInt8]) {
    var padded = message + [0x80]
    while padded.count % 64 != 56 { padded.append(0) }
    let bits = UInt64(message.count) * 8
    padded += (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) }
    var state = Self.roots(of: 2, count: 8)
    let constants = Self.roots(of: 3, count: 64)
    for start in stride(from: 0, to: padded.count, by: 64) {
      Self.mix(padded[start..<start + 64], into: &state, constants)
    }
    bytes = state.flatMap { word in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) }
    }
  }

  /// The digest in the letters of base 64, as a Content Security Policy has it.
  public var base64: String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let part = bytes[start..<min(start + 3, bytes.count)]
      let bits = (0..<3).reduce(0) {
        $0 << 8 | (start + $1 < part.endIndex ? Int(part[start + $1]) : 0)
      }
      for place in 0..<4 {
        text.append(place <= part.count ? letters[bits >> (18 - 6 * place) & 63] : "=")
      }
    }
    return text
  }

  private static func mix(
    _ block: ArraySlice<UInt8>,
    into state: inout [UInt32],
    _ constants: [UInt32]
  ) {
    var words = stride(from: block.startIndex, to: block.endIndex, by: 4).map { place in
      (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(block[place + $1]) }
    }
    for place in 16..<64 {
      let (near, far) = (words[place - 2], words[place - 15])
      let first = rotated(far, 7) ^ rotated(far, 18) ^ far >> 3
      let second = rotated(near, 17) ^ rotated(near, 19) ^ near >> 10
      words.append(words[place - 16] &+ first &+ words[place - 7] &+ second)
    }
    var now = state
    for (word, constant) in zip(words, constants) {
      let choice = now[4] & now[5] ^ ~now[4] & now[6]
      let majority = now[0] & now[1] ^ now[0] & now[2] ^ now[1] & now[2]
      let high = rotated(now[4], 6) ^ rotated(now[4], 11) ^ rotated(now[4], 25)
      let low = rotated(now[0], 2) ^ rotated(now[0], 13) ^ rotated(now[0], 22)
      let sum = now[7] &+ high &+ choice &+ constant &+ word
      now = [sum &+ low &+ majority] + now.dropLast()
      now[4] &+= sum
    }
    for place in 0..<8 { state[place] &+= now[place] }
  }

  private static func rotated(_ word: UInt32, _ places: UInt32) -> UInt32 {
    word >> places | word << (32 - places)
  }

  /// The first 32 bits after the point of the square or cube roots of the first primes.
  private static func roots(of degree: Int, count: Int) -> [UInt32] {
    var primes: [UInt128] = []
    var next: UInt128 = 2
    while primes.count < count {
      if primes.allSatisfy({ next % $0 != 0 }) { primes.append(next) }
      next += 1
    }
    return primes.map { prime in
      // The whole number whose power is nearest below prime · 2^(32 · degree).
      let target = prime << (32 * degree)
      var root: UInt128 = 0
      for bit in (0..<40).reversed() {
        let further = root | 1 << bit
        if (1..<degree).reduce(further, { power, _ in power * further }) <= target {
          root = further
        }
      }
      return UInt32(truncatingIfNeeded: root)
    }
  }
}
