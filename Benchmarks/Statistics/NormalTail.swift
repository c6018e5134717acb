/// How likely a standard normal figure lies above `z`, for z ≥ 0; to about ten digits.
func normalTail(_ z: Double) -> Double {
  let density = exponential(ofMinus: z * z / 2) / 2.5066282746310002
  if z < 3 {
    // Marsaglia 2004: 1/2 + φ(z) (z + z³/3 + z⁵/(3·5) + …)
    var (term, sum, divisor) = (z, z, 1.0)
    while term > sum * 1e-17 {
      divisor += 2
      term *= z * z / divisor
      sum += term
    }
    return 0.5 - density * sum
  }
  // Laplace's continued fraction, which converges fast this far out.
  var fraction = z
  for step in stride(from: 120, to: 0, by: -1) { fraction = z + Double(step) / fraction }
  return density / fraction
}

/// e to the power of -x for x ≥ 0, by halving x until a short series does.
private func exponential(ofMinus x: Double) -> Double {
  guard x < 745 else { return 0 }
  var (part, halvings) = (x, 0)
  while part > 0.01 {
    part /= 2
    halvings += 1
  }
  var (term, sum) = (1.0, 1.0)
  for step in 1...8 {
    term *= -part / Double(step)
    sum += term
  }
  for _ in 0..<halvings { sum *= sum }
  return sum
}
