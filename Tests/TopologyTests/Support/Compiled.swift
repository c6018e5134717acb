import Plan
import Schema
import Text
import Topology

/// A topology that was read and compiled, with what was said of it.
struct Compiled {
  let text: String
  let reading: Reading
  let plan: SitePlan?
  let study: Study?

  /// Compiles a text, which needs neither a title nor a run where it is about something else.
  init(_ text: String, files: [String: String] = [:], overrides: [Override] = []) {
    var whole = text
    if !text.hasPrefix("run:"), !text.contains("\nrun:") {
      whole = "run: { duration: 1d }\n" + whole
    }
    if !text.hasPrefix("title:"), !text.contains("\ntitle:") { whole = "title: T\n" + whole }
    self.text = whole
    reading = Reading(overrides: overrides)
    let compiled = Topologies.compile(Array(whole.utf8), file: "site.yaml", reading) { path in
      files[path].map { Array($0.utf8) }
    }
    plan = compiled?.plan
    study = compiled?.study
  }

  /// The codes of what was reported, in order.
  var codes: [String] { reading.diagnostics.map(\.rule.code) }

  /// Everything that was reported, as a user sees it.
  var report: String { DiagnosticText.render([reading], style: Style(isColored: false)) }

  /// A process of the plan by its host and its service or file.
  func process(_ name: String, on host: String) -> ProcessPlan? {
    plan?.processes.first {
      ($0.service == name || $0.image == name) && plan?.hosts[$0.host.index].name == host
    }
  }
}
