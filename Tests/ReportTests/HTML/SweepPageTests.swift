import Experiment
import Kernel
import Plan
import Record
import Testing
import Text

@testable import Report

@Suite("The page of a sweep")
struct SweepPageTests {
  /// A sweep of so many points, five runs each; every third run fails, one is halted.
  private func result(
    points: Int = 4,
    axes: Int = 1,
    name: String = "HUB1",
    fails: Bool = true,
    undelivered: (Int, Int) -> Double = { Double(10 + $1 + $0 * 3) }
  ) -> SweepResult {
    let values = (0..<points).map { "\($0 + 1)00\(name == "HUB1" ? "/day" : name)" }
    let order = SweepOrder(
      title: "A site of \(name)",
      program: "1.2.3",
      identity: 1,
      words: ["\(name).yaml"],
      seed: 7,
      start: CivilDate(year: 1998, month: 3, day: 2)!,
      duration: .days(7),
      expectations: ["not: \(name)"],
      axes: (0..<axes).map { Study.Axis(key: "mail.\(name)\($0).volume", values: values) },
      points: values.map { value in
        Study.Point(values: (0..<axes).map { _ in value })
      },
      goal: .init(times: 5)
    )
    let digests = (0..<points).flatMap { point in
      (0..<5).map { run -> RunDigest in
        let hasFailed = fails && (point + run) % 3 == 0
        let isHalted = point == 1 && run == 4
        return RunDigest(
          place: RunPlace(point: point, replication: run),
          ending: isHalted ? .halted("copies of \(name): 5") : .complete,
          endSeconds: isHalted ? 1_000 : 604_800,
          eventCount: 10,
          fingerprint: 1,
          failure: hasFailed ? .init(seconds: 3_600, what: "Q1: \(name) stopped") : nil,
          measures: [
            .init("mail.sent", 100), .init("mail.delivered", Double(90 - run)),
            .init("mail.returned", 1), .init("mail.waiting", 9),
            .init(RunDigest.undeliveredMeasure, undelivered(point, run)),
            .init("expectation.1", hasFailed ? 0 : 1),
          ]
        )
      }
    }
    return SweepResult(order, digests)
  }

  private func page(_ result: SweepResult) -> ReadMarkup {
    ReadMarkup(ReportPage.sweep(result, command: "mailroom sweep site.yaml"))
  }

  @Test("No name changes more than text", arguments: hostileNames)
  func hostile(_ name: String) {
    for axes in 1...2 {
      let page = page(result(axes: axes, name: name))
      #expect(page.complaint == nil)
      #expect(!page.elements.contains { ["script", "img", "iframe"].contains($0.tag) })
      // Bars and curves hang on whether values are numbers; two axes never have curves.
      if axes == 2 { #expect(page.skeleton == self.page(result(axes: 2)).skeleton) }
      #expect(!page.texts.joined().unicodeScalars.contains { $0.isUnprintable && $0 != "\n" })
    }
  }

  @Test("Every identifier stands for one element, and whatever is referred to is there")
  func references() {
    for axes in 1...2 {
      let elements = page(result(axes: axes)).elements
      let identifiers = elements.compactMap { $0.value("id") }
      #expect(Set(identifiers).count == identifiers.count)
      for element in elements {
        for name in element.value("aria-labelledby")?.split(separator: " ") ?? [] {
          #expect(identifiers.contains(String(name)))
        }
        if let target = element.value("href") {
          #expect(identifiers.contains(String(target.dropFirst())))
        }
      }
    }
  }

  @Test("A run that was halted is on the page with its reason, and the others count")
  func halted() {
    let texts = page(result()).texts
    #expect(texts.contains("Runs that did not come to their end"))
    #expect(texts.contains("1 run did not come to the end, and count in no mean."))
    #expect(texts.contains("1 of 5") && texts.contains("halted: copies of HUB1: 5"))
  }

  @Test("Without a failure it says so first, and draws no failures")
  func sound() {
    let page = page(result(fails: false))
    #expect(page.texts.contains("No defect made anything fail at any point"))
    #expect(!page.elements.contains { $0.value("id") == "failures" })
  }

  @Test("Where fewer than half of the runs fail a chart has no value, and it says where that is")
  func lasting() {
    let texts = page(result()).texts
    #expect(texts.contains { $0.hasPrefix("Fewer than half of the runs fail at ") })
    #expect(!page(result(axes: 2)).texts.contains { $0.hasPrefix("Fewer than half") })
  }

  @Test("Differences and charts of what did not arrive are left out where all arrived alike")
  func alike() {
    let differing = page(result()).elements
    #expect(differing.contains { $0.value("id") == "differences" })
    #expect(differing.contains { $0.value("id") == "undelivered-t" })
    let alike = page(result(undelivered: { _, _ in 0 }))
    #expect(!alike.elements.contains { $0.value("id") == "differences" })
    #expect(!alike.elements.contains { $0.value("id") == "undelivered-t" })
    #expect(alike.texts.contains("mean latency"))
  }

  @Test("A page does not grow with the points beyond what it shows")
  func size() {
    let sizes = [400, 1_600].map {
      ReportPage.sweep(result(points: $0), command: "mailroom sweep").count
    }
    #expect(sizes[0] < 1_000_000)
    #expect((sizes[1] - sizes[0]).magnitude < 10_000, "\(sizes)")
  }
}
