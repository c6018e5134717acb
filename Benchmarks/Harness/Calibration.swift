/// Finds how many operations fill a repetition.
enum Calibration {
  /// More operations than this measure nothing better, however short they are.
  private static let most = 1e12

  /// A multiple of `batch` for which `contender` needs a processor for about so long.
  static func operations<C: Contender & ~Copyable>(
    of contender: inout C,
    batch: Int,
    nanoseconds target: Double
  ) throws(PeerFailure) -> Int {
    var operations = batch
    while true {
      let took = try contender.run(operations).sample.processorNanoseconds
      if took >= target / 4 || Double(operations) >= most / 10 {
        let fitting = min(Double(operations) * target / took, most)
        return max(Int((fitting / Double(batch)).rounded()), 1) * batch
      }
      // A short trial says little: it only grows, by ten times at most.
      let growth = min(max(target / 3 / took, 2), 10)
      operations = Int(Double(operations / batch) * growth) * batch
    }
  }
}
