public import Plan
import Record

/// The names that runs of a plan can give their measures.
public struct MeasureNames: Sendable {
  /// Those that are known beforehand; those of defects are not, as they hang on what happens.
  public let names: [String]

  /// The names for a plan.
  public init(_ plan: SitePlan) {
    names =
      [RunDigest.failureMeasure]
      + plan.expectations.indices.map(RunDigest.measure(ofExpectation:))
      + SiteMeasure.ofMail.map(\.name)
      + plan.flows.flatMap { flow in SiteMeasure.ofFlow.map { "flow.\(flow.name).\($0.name)" } }
      + (SiteMeasure.ofDefects + SiteMeasure.ofSite).map(\.name)
  }

  /// Whether a run may have a measure of this name.
  public func contains(_ name: String) -> Bool {
    name.hasPrefix("defect.") || names.contains(name)
  }
}
