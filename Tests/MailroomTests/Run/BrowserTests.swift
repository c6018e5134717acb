import Command
import Experiment
import Foundation
import Kernel
import Plan
import Record
import Report
import Testing

@testable import mailroom

/// A browser, and what drives it.
private enum Browser {
  static let tools: (python: String, chromium: String)? = {
    let browsers = ["chromium", "chromium-browser", "google-chrome"].flatMap {
      executables(named: $0)
    }
    guard let chromium = browsers.first,
      let python = Programs.python(with: "playwright, axe_playwright_python, html5lib")
    else { return nil }
    return (python, chromium)
  }()

  /// Where screenshots stay; nil where nobody wants them.
  static let screenshots = ProcessInfo.processInfo.environment["MAILROOM_SCREENSHOTS"]
}

/// Pages in a real browser, as `Tests/Browser/check.py` looks at them.
@Suite(
  "Pages in a browser",
  .enabled(
    if: Browser.tools != nil && Programs.isBuilt,
    "there is no Chromium, or no Python with playwright, axe_playwright_python and html5lib"
  )
)
struct BrowserTests {
  /// Looks at pages that a script of bash makes.
  private func expectNoComplaints(
    _ script: String,
    pages: String,
    count: Int,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let (python, chromium) = try #require(Browser.tools)
    let run = try Programs.bash(
      """
      set -e
      page() { mv "$1/report.html" "$1.html"; }
      "$M" init site.yaml >/dev/null
      q175982='\(Programs.path("Topologies/q175982-mail-host-that-never-speaks.yaml"))'
      hostile() { echo "title: '<script>alert(1)</script> &amp; <img src=x onerror=alert(2)>'"
        grep -v '^title:' "$1"; }
      \(script)
      timeout 240 '\(python)' '\(Programs.path("Tests/Browser/check.py"))' '\(chromium)' \\
        '\(Browser.screenshots ?? "-")' \(pages)
      """
    )
    #expect(run.ending == .exited(0), "\(run.output)\(run.errors)", sourceLocation: location)
    let last = "\(count) pages, 0 complaints\n"
    #expect(run.output.hasSuffix(last), "\(run.output)", sourceLocation: location)
    print(run.output, terminator: "")
  }

  @Test(
    "The page of a run is well read in light and dark, on any screen, without scripts, by anybody"
  )
  func runs() throws {
    try expectNoComplaints(
      """
      run() { "$M" run --quiet --fail-on never --out "$1" "${@:2}"; page "$1"; }
      hostile site.yaml >hostile.yaml
      run hostile hostile.yaml
      run leak --until 3d "$q175982"
      """,
      pages: "hostile.html leak.html",
      count: 2
    )
  }

  @Test("So is the page of a sweep: with failures and without, on two axes, with runs that halt")
  func sweeps() throws {
    try expectNoComplaints(
      """
      sweep() { "$M" sweep --quiet --fail-on never --out "$1" "${@:2}"; page "$1"; }
      hostile site.yaml >hostile.yaml
      sweep sound hostile.yaml --set run.duration=6h --vary 'mail.*.volume=[4, 8, 16]' --replications 3
      sweep failing "$q175982" --set run.duration=40h --vary 'mail.to-partner.volume=25..400 x4' \\
        --replications 4
      sweep axes "$q175982" --set run.duration=40h --vary 'mail.to-partner.volume=[25, 400]' \\
        --vary 'exchange.HUB1.version=[5.5 RTM, 5.5 SP1]' --replications 2
      \(SweepScripts.halting)
      sweep halting halting.yaml --vary 'activities.calls.rate=[100/day, 9000/day]' --replications 2
      """,
      pages: "sound.html failing.html axes.html halting.html",
      count: 4
    )
  }

  @Test("So is the page of what was tried, whatever came of it")
  func remedies() throws {
    try expectNoComplaints(
      """
      remedy() { "$M" remedy --quiet --out "$1" "${@:2}"; page "$1"; }
      hostile "$q175982" >hostile.yaml
      remedy tried hostile.yaml --set run.duration=40h --replications 3
      remedy nothing site.yaml --set run.duration=6h
      """,
      pages: "tried.html nothing.html",
      count: 2
    )
  }

  @Test("A sweep of ten thousand points, ten runs each, has a page that opens at once")
  func large() throws {
    let place = try TemporaryFolder("mailroom-page")
    let path = "\(place.path)/large.html"
    try WholeFile(path).commit(ReportPage.sweep(.large, command: "mailroom sweep site.yaml"))
    try expectNoComplaints("", pages: "--large '\(path)'", count: 1)
  }
}

extension SweepResult {
  /// Ten thousand points along one axis, ten runs each, of which more fail the further along.
  fileprivate static var large: SweepResult {
    let values = (1...10_000).map { "\($0)/day" }
    let order = SweepOrder(
      title: "A large sweep",
      program: version,
      identity: 1,
      words: ["site.yaml"],
      seed: 1,
      start: CivilDate(year: 1998, month: 3, day: 2)!,
      duration: .days(7),
      expectations: ["mail within is delivered"],
      axes: [Study.Axis(key: "mail.within.volume", values: values)],
      points: values.map { Study.Point(values: [$0]) },
      goal: .init(times: 10)
    )
    return SweepResult(
      order,
      (0..<100_000).map { number in
        let (point, replication) = number.quotientAndRemainder(dividingBy: 10)
        let hasFailed = point > replication * 900
        return RunDigest(
          place: RunPlace(point: point, replication: replication),
          ending: .complete,
          endSeconds: 604_800,
          eventCount: UInt64(number),
          fingerprint: UInt64(number),
          failure: hasFailed
            ? .init(
              seconds: 604_000 - Double(point * 50 + replication * 11_000),
              what: "Q175982: outbound mail was shut"
            ) : nil,
          measures: [
            .init("expectation.1", hasFailed ? 0 : 1), .init("mail.sent", Double(point)),
            .init(RunDigest.undeliveredMeasure, Double(hasFailed ? number % 997 : 0)),
          ]
        )
      }
    )
  }
}
