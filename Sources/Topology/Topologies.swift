public import Kernel
import KnowledgeBase
public import Plan
public import Schema

/// Reads topologies: a text becomes a plan, or diagnostics that say why not.
public enum Topologies {
  /// The record of a whole topology, from which explanations and the JSON Schema are made.
  public static var root: any Record.Type { TopologyDocument.self }

  /// The most bytes that a file may have.
  public static let byteLimit = 32 << 20

  /// Reads and compiles a topology.
  ///
  /// - Parameters:
  ///   - bytes: the file's content.
  ///   - file: its name, for diagnostics.
  ///   - reading: collects the diagnostics, and may hold overrides.
  /// - Returns: the plan; nil where there are errors.
  public static func read(_ bytes: [UInt8], file: String, _ reading: Reading) -> SitePlan? {
    compile(bytes, file: file, reading) { _ in nil }?.plan
  }

  /// Reads and compiles a topology, and its sweep where it has one.
  ///
  /// - Parameters:
  ///   - wish: what the sweep is to be, beside or instead of what the topology says.
  ///   - load: the content of a file of defects that the topology names; nil where it cannot be read.
  public static func compile(
    _ bytes: [UInt8],
    file: String,
    _ reading: Reading,
    wish: SweepWish? = nil,
    load: (String) -> [UInt8]?
  ) -> (plan: SitePlan, study: Study?)? {
    guard let document = reading.read(TopologyDocument.self, from: bytes, file: file) else {
      return nil
    }
    // A text with so many mistakes was not read to its end.
    if reading.errorCount >= Reading.diagnosticLimit { return nil }
    var draft = SiteDraft(document, reading)
    let plan = draft.plan(draft.articles(Articles.all, load))
    // A sweep in a topology that is wrong itself would only repeat what is wrong.
    if wish != nil, reading.hasErrors { return nil }
    var sweep = SweepReader(bytes: bytes, file: file, known: reading, wish: wish)
    let study = sweep.study(document)
    return reading.hasErrors || wish?.reading.hasErrors == true ? nil : (plan, study)
  }

  /// What could be done about defects that do harm on a site, whether or not it will help.
  ///
  /// - Parameter periods: how often something may be restarted.
  public static func remedies(
    _ bytes: [UInt8],
    file: String,
    _ reading: Reading,
    for ailments: [Ailment],
    periods: [Interval],
    load: (String) -> [UInt8]?
  ) -> [RemedyOption] {
    guard let document = reading.read(TopologyDocument.self, from: bytes, file: file) else {
      return []
    }
    var draft = SiteDraft(document, reading)
    let plan = draft.plan(draft.articles(Articles.all, load))
    var finder = RemedyFinder(draft, plan.defects, periods: periods)
    for ailment in ailments { finder.add(ailment) }
    return finder.options
  }
}
