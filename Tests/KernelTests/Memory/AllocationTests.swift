import AllocationCounter
import Testing

@Suite("Allocations are counted")
struct AllocationTests {
  @Test("an allocation raises the count")
  func counts() {
    let before = allocation_counter_value()
    var array: [Int] = []
    array.reserveCapacity(Int.random(in: 100...1000))
    withExtendedLifetime(array) {}
    #expect(allocation_counter_value() > before)
  }
}
