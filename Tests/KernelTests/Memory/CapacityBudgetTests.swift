import Kernel
import Testing

@Suite("A capacity budget")
struct CapacityBudgetTests {
  @Test("prints its shares in their order, and the sum, with the bytes one below the other")
  func prints() {
    var budget = CapacityBudget()
    budget.add("events", bytes: 20_000_000)
    budget.add("timers", bytes: 100)
    budget.add("series", bytes: 5_000 * 512 * 48)
    #expect(
      budget.description == """
         19.1 MiB  events
            100 B  timers
        117.2 MiB  series
        136.3 MiB  in all
        """
    )
    #expect(budget.total == 142_880_100)
    #expect(budget.lines.map(\.name) == ["events", "timers", "series"])
    #expect(budget.lines.map(\.bytes) == [20_000_000, 100, 122_880_000])
  }

  @Test("of nothing is nothing")
  func empty() {
    #expect(CapacityBudget().description == "0 B  in all")
    #expect(CapacityBudget().total == 0)
  }

  @Test("never promises less than is needed: amounts are rounded up")
  func roundsUp() {
    let amounts: [(Int, String)] = [
      (1, "1 B"), (1_023, "1023 B"), (1_024, "1.0 KiB"), (1_025, "1.1 KiB"), (1_126, "1.1 KiB"),
      (1_127, "1.2 KiB"), (1 << 20, "1.0 MiB"), ((1 << 20) + 1, "1.1 MiB"), (3 << 29, "1.5 GiB"),
      (1 << 40, "1.0 TiB"), (1 << 50, "1024.0 TiB"), (.max, "8388608.0 TiB"),
    ]
    for (bytes, amount) in amounts {
      var budget = CapacityBudget()
      budget.add("share", bytes: bytes)
      #expect(budget.description == "\(amount)  share\n\(amount)  in all", "\(bytes)")
    }
  }

  @Test("refuses a negative share, and a sum that no number holds")
  func refuses() async {
    await #expect(processExitsWith: .failure) {
      var budget = CapacityBudget()
      budget.add("share", bytes: -1)
    }
    await #expect(processExitsWith: .failure) {
      var budget = CapacityBudget()
      budget.add("one", bytes: .max)
      budget.add("two", bytes: 1)
      _ = budget.total
    }
  }
}
