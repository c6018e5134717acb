/// The numbers as a rival on this machine reads them: eight bytes each, the least significant first.
func bytes(of numbers: [UInt64]) -> [UInt8] {
  var bytes = [UInt8](repeating: 0, count: 8 * numbers.count)
  var place = 0
  for number in numbers {
    for shift in stride(from: 0, to: 64, by: 8) as StrideTo<UInt64> {
      bytes[place] = UInt8(truncatingIfNeeded: number >> shift)
      place += 1
    }
  }
  return bytes
}
