/// `value` with exactly `decimals` decimals (0 to 9), rounded from its exact value, ties to even.
///
/// From 2^63 on there are no decimals worth printing and the shortest exact form is given; `nan` and
/// the infinities print as Swift prints them. A result that rounds to zero has no sign.
public func fixedPoint(_ value: Double, decimals: Int) -> String {
  precondition((0...9).contains(decimals), "from 0 to 9 decimals")
  guard value.isFinite, value.magnitude < 0x1p63 else { return "\(value)" }
  var scale: UInt128 = 1
  for _ in 0..<decimals { scale *= 10 }
  let magnitude = value.magnitude
  let whole = UInt128(magnitude.rounded(.towardZero))
  let units = whole * scale + scaledFraction(magnitude - magnitude.rounded(.towardZero), scale)
  let sign = value < 0 && units > 0 ? "-" : ""
  if decimals == 0 { return sign + "\(units)" }
  let fraction = "\(units % scale)"
  let zeros = String(repeating: "0", count: decimals - fraction.count)
  return sign + "\(units / scale)." + zeros + fraction
}

/// `fraction` × `scale` to the nearest whole number, ties to even; exact because a double's fraction is a
/// 53-bit number over a power of two.
private func scaledFraction(_ fraction: Double, _ scale: UInt128) -> UInt128 {
  guard fraction > 0 else { return 0 }
  let shift = 52 - Int(fraction.exponent)
  // Less than 2^-47 of a unit, of at most 10^9 in a whole.
  guard shift < 127 else { return 0 }
  let product = UInt128(fraction.significandBitPattern | 1 << 52) * scale
  let quotient = product >> shift
  let rest = product & ((1 << shift) - 1)
  let half: UInt128 = 1 << (shift - 1)
  let roundsUp = rest > half || (rest == half && quotient & 1 == 1)
  return quotient + (roundsUp ? 1 : 0)
}
