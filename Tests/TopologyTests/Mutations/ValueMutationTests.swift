import Schema
import Testing

@Suite("Values of topologies, of another type")
struct ValueMutationTests {
  /// What is put in the place of a value.
  private static let others = [
    "banana", "17", "-3.5", "[ a, b ]", "{ a: b }", "''", "~", "5m", "40%", "10 MiB",
  ]

  @Test(
    "A value of another type is told on its line, or is another plan where it fits",
    arguments: MutatedFile.all
  )
  func replaced(base: MutatedFile) throws {
    let before = MutationOutcome(base.text)
    let sites = try KeySites(base.text)
    let all = sites.keys.flatMap { site in Self.others.map { (site, $0) } }
    for (site, other) in MutationScope.sample(all, of: 40, 8) {
      // A block becomes a value on the line of its key.
      let isBlock = sites.bytes[site.key.upperBound..<site.value.lowerBound].contains(0x0A)
      let text = sites.replacing(
        isBlock ? site.key.upperBound..<site.value.upperBound : site.value,
        with: isBlock ? ": \(other)" : other
      )
      let after = MutationOutcome(text)
      let place = "\(site.name) = \(other)"
      if let form = site.form, !fits(other, form.form) {
        #expect(after.wasTold(on: site.line), "\(place): \(after.words)")
      } else if site.text != other {
        #expect(after != before, "\(place): the same plan, and nothing said")
      }
    }
  }

  /// Whether a form may be written like this at all: a text for a text, a list for a list.
  private func fits(_ text: String, _ form: Form) -> Bool {
    switch form {
    case .scalar: !text.hasPrefix("[") && !text.hasPrefix("{") && text != "~"
    case .list: text.hasPrefix("[")
    case .named, .record: text.hasPrefix("{")
    case .either(let forms): forms.contains { fits(text, $0) }
    }
  }
}
