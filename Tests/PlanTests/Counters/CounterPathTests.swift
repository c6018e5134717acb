import Plan
import Testing

@Suite("Paths of counters")
struct CounterPathTests {
  static let paths = [nil, "HUB1", "*"].flatMap { host in
    [nil, "store", "*", "0 C:", "HQ/SALES", "a(b"].flatMap { instance in
      ["Handle Count", "% Free Space", "Bytes/Sec"].map {
        CounterPath(host: host, object: "Process", instance: instance, counter: $0)
      }
    }
  }

  @Test("what is printed is read back as the same path", arguments: paths)
  func printing(path: CounterPath) {
    #expect(CounterPath("\(path)") == path)
  }

  @Test("two backslashes may stand before a host, and before nothing else", arguments: paths)
  func logs(path: CounterPath) {
    #expect(CounterPath("\\\\\(path)") == (path.host == nil ? nil : path))
    #expect(CounterPath("\\\(path)") == nil)
    #expect(CounterPath("\\\\\\\(path)") == nil)
  }

  @Test("a path of an article on a host is that of the host", arguments: paths)
  func hosts(path: CounterPath) {
    let own = path.on("HUB2")
    #expect(own.host == "HUB2")
    #expect((own.object, own.counter) == (path.object, path.counter))
    #expect(own.instance == path.instance)
  }

  @Test(
    "what is no path is refused",
    arguments: [
      "", "Handle Count", "Process\\", "\\Handle Count", "HUB1\\\\Handle Count", "Process()\\A",
      "Process)\\A", "(store)\\A", "A\\B\\C\\D", "\\\\A\\B\\C\\D", "\\\\\\Process\\A",
    ]
  )
  func refusal(text: String) {
    #expect(CounterPath(text) == nil)
  }
}
