/// What single probabilities become when several questions are asked at once, after Holm (1979): the
/// chance of even one false alarm among all stays what it was for one.
///
/// In the order of `probabilities`, which lie in 0 ... 1.
public func holmAdjusted(_ probabilities: [Double]) -> [Double] {
  precondition(probabilities.allSatisfy((0...1).contains), "a probability lies in 0 ... 1")
  let order = probabilities.indices.sorted { probabilities[$0] < probabilities[$1] }
  var adjusted = probabilities
  var greatest = 0.0
  for (rank, index) in order.enumerated() {
    greatest = max(greatest, Double(probabilities.count - rank) * probabilities[index])
    adjusted[index] = min(1, greatest)
  }
  return adjusted
}
