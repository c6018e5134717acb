/// Finds how many operations fill a repetition.
enum Calibration {
  /// A multiple of `batch` that takes `contender` about so long.
  static func operations<C: Contender & ~Copyable>(
    of contender: inout C,
    batch: Int,
    nanoseconds target: Double
  ) throws(PeerFailure) -> Int {
    var operations = batch
    while true {
      let took = try contender.run(operations).sample.realNanoseconds
      if took >= target / 4 {
        let fitting = Double(operations) * target / took
        return max(Int((fitting / Double(batch)).rounded()), 1) * batch
      }
      // A short trial says little: it only grows, by ten times at most.
      let growth = min(max(target / 3 / took, 2), 10)
      operations = Int(Double(operations / batch) * growth) * batch
    }
  }
}
