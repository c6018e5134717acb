import Testing

@testable import Text

@Suite("Numbers in words")
struct GroupedTests {
  @Test(
    "Thousands are parted",
    arguments: [
      (0, "0"), (999, "999"), (1_000, "1,000"), (-1_000, "-1,000"), (-999, "-999"),
      (1_234_567, "1,234,567"), (.max, "9,223,372,036,854,775,807"),
      (.min, "-9,223,372,036,854,775,808"),
    ] as [(Int, String)]
  )
  func grouped(_ number: Int, _ text: String) {
    #expect(Text.grouped(number) == text)
    #expect(Int(text.filter { $0 != "," }) == number)
  }

  @Test(
    "A size is said in the largest unit that it fills",
    arguments: [
      (0, "0 B"), (1_023, "1023 B"), (1_024, "1 KiB"), (1_536, "1.5 KiB"), (-1_536, "-1.5 KiB"),
      (1 << 20, "1 MiB"), ((1 << 20) - 1, "1023.9 KiB"), (3 << 29, "1.5 GiB"), (1 << 40, "1 TiB"),
      (.max, "8388607.9 TiB"), (.min, "-8388608 TiB"),
    ] as [(Int, String)]
  )
  func size(_ bytes: Int, _ text: String) {
    #expect(sizeText(bytes) == text)
  }

  @Test("Words are listed, and counted with an s where there is not one")
  func words() {
    #expect(listed([]) == "nothing")
    #expect(listed(["a"]) == "a")
    #expect(listed(["a", "b"]) == "a and b")
    #expect(listed(["a", "b", "c"]) == "a, b and c")
    #expect(counted(1, "host") == "1 host")
    #expect(counted(0, "host") == "0 hosts")
    #expect(counted(1_200, "host") == "1,200 hosts")
  }
}
