/// `value` with exactly `decimals` decimals (0 to 9), rounded from its exact value, ties to even.
///
/// From 2^63 on there are no decimals worth printing and the shortest exact form is given; `nan` and
/// the infinities print as Swift prints them. A result that rounds to zero has no sign.
public func fixedPoint(_ value: Double, decimals: Int) -> String {
  precondition((0...9).contains(decimals), "from 0 to 9 decimals")
  guard value.isFinite, value.magnitude < 0x1p63 else { return "\(value)" }
  var scale: UInt128 = 1
  for _ in 0..<decimals { scale *= 10 }
  let units = scaled(value.magnitude, scale)
  let sign = value < 0 && units > 0 ? "-" : ""
  if decimals == 0 { return sign + "\(units)" }
  let fraction = "\(units % scale)"
  let zeros = String(repeating: "0", count: decimals - fraction.count)
  return sign + "\(units / scale)." + zeros + fraction
}

/// `value` × `scale` to the nearest whole number, ties to even; exact because a double's fraction is a
/// number of 53 bits over a power of two.
private func scaled(_ value: Double, _ scale: UInt128) -> UInt128 {
  let whole = value.rounded(.towardZero)
  let below = UInt128(whole) * scale
  let fraction = value - whole
  guard fraction > 0 else { return below }
  let shift = 52 - Int(fraction.exponent)
  // The fraction is below 2^-74, which nine decimals do not show.
  guard shift < 127 else { return below }
  let product = UInt128(fraction.significandBitPattern | 1 << 52) * scale
  let floor = below + (product >> shift)
  let rest = product & ((1 << shift) - 1)
  let half: UInt128 = 1 << (shift - 1)
  return rest > half || (rest == half && floor & 1 == 1) ? floor + 1 : floor
}
