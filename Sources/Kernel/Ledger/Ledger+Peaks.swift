extension Ledger {
  /// From now on remembers the most that is held at `scope`, which is a process or a host.
  ///
  /// The balance's ceiling is kept at the peak, so that nothing but a new one costs anything.
  public mutating func watchPeak(at scope: Scope) {
    let index = balance(at: scope)
    precondition(index < firstPool, "peaks are of processes and hosts")
    startPeak(index)
  }

  /// The most that was held at `scope` since it was asked last, or watched; and begins anew.
  public mutating func takePeak(at scope: Scope) -> Int {
    let index = balance(at: scope)
    precondition(index < firstPool && peaks[index] != 0, "its peak is not watched")
    let peak = Int(peaks[index] - 1)
    startPeak(index)
    return peak
  }

  private mutating func startPeak(_ index: Int) {
    peaks[index] = UInt(balances[index].amount) + 1
    settle(index)
  }

  /// The most that a balance can hold without a new peak.
  func peak(ofBalance index: Int) -> Int {
    index < firstPool && peaks[index] != 0 ? Int(peaks[index] - 1) : .max
  }

  /// Notes a peak, if it is one and is watched.
  mutating func notePeak(_ index: Int, _ amount: Int) {
    guard index < firstPool, peaks[index] != 0 else { return }
    peaks[index] = max(peaks[index], UInt(amount) + 1)
  }
}
