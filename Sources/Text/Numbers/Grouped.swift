/// A whole number with commas between its thousands: `1,234,567`.
public func grouped(_ number: some BinaryInteger) -> String {
  let digits = Array("\(number.magnitude)".utf8)
  var text = number < 0 ? "-" : ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { text += "," }
    text.unicodeScalars.append(Unicode.Scalar(digit))
  }
  return text
}

/// A share in whole parts of a hundred: `5 %`.
public func percentText(_ share: Double) -> String { fixedPoint(share * 100, decimals: 0) + " %" }

/// A number of bytes in the largest unit that it fills, with one decimal where it needs one, cut off:
/// `256 MiB`, `1.5 GiB`, `512 B`.
public func sizeText(_ bytes: some BinaryInteger) -> String {
  let sign = bytes < 0 ? "-" : ""
  let magnitude = UInt64(bytes.magnitude)
  for (unit, shift) in [("TiB", 40), ("GiB", 30), ("MiB", 20), ("KiB", 10)] as [(String, UInt64)]
  where magnitude >> shift > 0 {
    let rest = magnitude & ((1 << shift) - 1)
    let tenths = rest == 0 ? "" : ".\((rest * 10) >> shift)"
    return "\(sign)\(magnitude >> shift)\(tenths) \(unit)"
  }
  return "\(sign)\(magnitude) B"
}
