import Experiment
import Kernel
import Plan
import Record
import Testing
import Text

@testable import Report

@Suite("The page of what was tried")
struct RemedyPageTests {
  private func page(_ sample: SampleRemedies) -> ReadMarkup {
    ReadMarkup(ReportPage.remedies(sample.record))
  }

  private func texts(_ sample: SampleRemedies) -> [String] {
    page(sample).texts.filter { $0 != "\n" }
  }

  @Test("No name changes more than text", arguments: hostileNames)
  func hostile(_ name: String) {
    let page = page(SampleRemedies(name: name))
    #expect(page.complaint == nil)
    #expect(page.skeleton == self.page(SampleRemedies()).skeleton)
    #expect(!page.texts.joined().unicodeScalars.contains { $0.isUnprintable && $0 != "\n" })
  }

  @Test("Nothing on it can run, and whatever is referred to is there once")
  func alone() {
    let elements = page(SampleRemedies()).elements
    let identifiers = elements.compactMap { $0.value("id") }
    #expect(Set(identifiers).count == identifiers.count)
    for element in elements {
      #expect(!["script", "iframe", "object", "img", "form", "base", "link"].contains(element.tag))
      for (name, _) in element.attributes {
        #expect(!name.hasPrefix("on") && name != "src" && name != "style", "\(element)")
      }
      for name in element.value("aria-labelledby")?.split(separator: " ") ?? [] {
        #expect(identifiers.contains(String(name)))
      }
      if let target = element.value("href") {
        #expect(identifiers.contains(String(target.dropFirst())))
      }
    }
  }

  @Test("Both charts have a title, a description and a table with all that was compared")
  func charts() throws {
    let elements = page(SampleRemedies()).elements
    let pictures = elements.indices.filter { elements[$0].value("role") == "img" }
    #expect(pictures.count == 2)
    for place in pictures {
      #expect(elements[place + 1].tag == "title" && elements[place + 2].tag == "desc")
      #expect(elements[place...].contains { $0.tag == "details" })
    }
    let charts = RemedyPage(record: SampleRemedies().record).charts
    // What could not be tried has no difference.
    #expect(charts.map(\.table.rows.count) == [5, 5])
    #expect(charts[0].groups.map(\.mark) == [.arrow, .disc, .diamond, .ring, .cross])
    let delays = charts[0].groups.flatMap(\.rows)
    #expect(delays.map(\.words) == ["+5d 16h or more", "+1d 1h", "0s", "0s", "−11h 7m"])
    #expect(delays[1].interval == 86_400...93_600)
    for row in delays + charts[1].groups.flatMap(\.rows) {
      let interval = try #require(row.interval)
      let axis = delays.contains { $0.name == row.name && $0.value == row.value } ? 0 : 1
      #expect(charts[axis].axis.low <= interval.lowerBound)
      #expect(charts[axis].axis.high >= interval.upperBound)
    }
  }

  @Test("Axes reach over all that is shown, hold nothing, and name a few places in order")
  func axes() {
    for (low, high) in [
      (-40_000.0, 490_000.0), (0, 1), (0, 0), (-5, 0), (0, 366 * 86_400), (-2e9, 7e9),
    ] {
      let axis = Axis.shifts(from: low, to: high)
      #expect(axis.low <= low && axis.high >= high && axis.low < axis.high)
      #expect(axis.ticks.contains { $0.value == 0 && $0.label == "0s" })
      #expect((1...6).contains(axis.ticks.count), "\(low) to \(high)")
      #expect(zip(axis.ticks, axis.ticks.dropFirst()).allSatisfy { $0.value < $1.value })
      #expect(Set(axis.ticks.map(\.label)).count == axis.ticks.count)
    }
  }

  @Test("The easiest that prevents it comes first, in one sentence with its command")
  func answer() throws {
    let texts = texts(SampleRemedies())
    let headline = try #require(
      texts.firstIndex(of: "thing 0 on HUB1 prevents it, and nothing easier does")
    )
    let command = "mailroom run --set 'exchange.HUB1.version=5.5 SP0' site.yaml"
    #expect(try #require(texts.firstIndex(of: command)) < headline + 6)
    let whole = "As it is, 3 of 3 runs fail, half by 1d 8h: Q175982: mail of HUB1 shut."
    #expect(texts.contains(whole))
    #expect(texts.contains("It is a setting: 1,664 ±76 fewer undelivered."))
    #expect(texts.contains("1 of 6"))
  }

  @Test("Everything that was tried is there with what it changes and its command")
  func lists() {
    let texts = texts(SampleRemedies())
    for number in 0..<6 {
      #expect(texts.contains("thing \(number) on HUB1"))
      #expect(texts.contains("exchange.HUB1.version: 5.5 SP\(number)"))
    }
    for effect in RemedyRecord.Effect.allCases {
      #expect(texts.count { $0 == RemedyWords.title(effect) } >= 2)
    }
    #expect(texts.contains("there is no HUB1"))
    #expect(texts.contains("later by 1d 1h (95 %: 1d to 1d 2h)"))
  }

  @Test(
    "Where nothing prevents it, the page says so and what comes next",
    arguments: [
      (
        [RemedyRecord.Effect.delays, .nothing],
        "Nothing that was tried prevents it; thing 0 on HUB1 delays it the longest"
      ),
      (
        [.eases],
        "Nothing that was tried prevents it; with thing 0 on HUB1 more of the mail arrives"
      ), ([.nothing, .worsens], "Nothing that was tried prevents it"),
      ([], "Nothing that was tried prevents it"),
    ]
  )
  func hopeless(effects: [RemedyRecord.Effect], headline: String) {
    #expect(texts(SampleRemedies(effects: effects)).contains(headline))
  }

  @Test("Where no defect is set off, there is nothing to remedy, and no chart")
  func sound() {
    let sample = SampleRemedies(effects: [], hasCauses: false, failedCount: 0)
    #expect(texts(sample).contains("No defect is set off, so there is nothing to remedy"))
    #expect(!page(sample).elements.contains { $0.value("role") == "img" })
    let text = RemedyText(of: sample.record, style: Style(isColored: false), width: 80).text
    #expect(text == "No defect is set off in this run, so there is nothing to remedy.\n")
  }

  @Test("In a terminal the same stands in its order, and no line is too wide")
  func text() throws {
    let text = RemedyText(of: SampleRemedies().record, style: Style(isColored: false), width: 80)
      .text
    var rest = text[...]
    for words in [
      "What helps: A site of HUB1", "as it is, 3 of 3 runs fail, half by 1d 8h",
      "The easiest that prevents it: thing 0 on HUB1", "5.5 SP0",
      "thing 1 on HUB1: 3 of 3 fail; later by 1d 1h",
      "thing 2 on HUB1: 3 of 3 fail; 1,631 ±76 fewer undelivered", "Makes no difference",
      "sooner by 11h 7m", "thing 5 on HUB1: there is no HUB1",
    ] {
      let found = try #require(rest.firstRange(of: words), "\(words) in \(text)")
      rest = rest[found.upperBound...]
    }
    #expect(text.split(separator: "\n").allSatisfy { displayWidth(String($0)) <= 80 })
  }
}
