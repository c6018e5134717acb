/// What single probabilities become when several questions are asked at once, after Holm (1979): the
/// chance of even one false alarm among all stays what it was for one. In the order of `probabilities`.
func holm(_ probabilities: [Double]) -> [Double] {
  let order = probabilities.indices.sorted { probabilities[$0] < probabilities[$1] }
  var adjusted = probabilities
  var greatest = 0.0
  for (rank, index) in order.enumerated() {
    greatest = max(greatest, Double(probabilities.count - rank) * probabilities[index])
    adjusted[index] = min(1, greatest)
  }
  return adjusted
}
