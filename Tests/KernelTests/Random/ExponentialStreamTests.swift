import Kernel
import Testing

@Suite("Exponential numbers drawn ahead")
struct ExponentialStreamTests {
  @Test("they are the stream's own, one after the other")
  func areTheStreams() {
    var stream = RandomStream(addend: 1, linear: 2, first: 3, second: 4)
    var ahead = ExponentialStream(stream)
    for _ in 0..<1_000 { #expect(ahead.next() == stream.exponential()) }
  }
}
