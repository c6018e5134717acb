public import Experiment
public import Plan
public import Record

/// A result as a page for a browser: one file that loads nothing and runs nothing.
public enum ReportPage {
  /// The name of the file.
  public static let name = "report.html"

  /// The page of a run of this plan.
  public static func run(
    _ result: RunResult,
    of plan: SitePlan,
    _ source: ReportSource
  ) -> [UInt8] {
    RunPage(result, of: plan, source).frame.bytes
  }

  /// The page of a sweep; `command` makes it again.
  public static func sweep(_ result: SweepResult, command: String) -> [UInt8] {
    SweepPage(result: result, command: command).frame.bytes
  }

  /// The page of what was tried about a site's defects.
  public static func remedies(_ record: RemedyRecord) -> [UInt8] {
    RemedyPage(record: record).frame.bytes
  }
}
