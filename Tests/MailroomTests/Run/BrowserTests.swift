import Command
import Foundation
import Testing

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
  @Test("A page is well read in light and dark, on any screen, without scripts and by anybody")
  func pages() throws {
    let (python, chromium) = try #require(Browser.tools)
    let run = try Programs.bash(
      """
      set -e
      run() { "$M" run --quiet --fail-on never --out "$1" "${@:2}"; mv "$1/report.html" "$1.html"; }
      "$M" init site.yaml >/dev/null
      cat > hostile.yaml <<'END'
      title: '<script>alert(1)</script> &amp; <img src=x onerror=alert(2)> "quoted"'
      END
      grep -v '^title:' site.yaml >> hostile.yaml
      run hostile hostile.yaml
      run leak --until 3d '\(Programs.path("Topologies/q175982-mail-host-that-never-speaks.yaml"))'
      timeout 240 '\(python)' '\(Programs.path("Tests/Browser/check.py"))' '\(chromium)' \\
        '\(Browser.screenshots ?? "-")' hostile.html leak.html
      """
    )
    #expect(run.ending == .exited(0), "\(run.output)\(run.errors)")
    #expect(run.output.hasSuffix("2 pages, 0 complaints\n"), "\(run.output)")
  }
}
