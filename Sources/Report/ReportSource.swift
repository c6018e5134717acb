/// Where a result comes from, so that anybody can get it again.
public struct ReportSource: Hashable, Sendable {
  /// The command line, as one types it.
  public let command: String
  /// The version of the program.
  public let version: String
  /// The command that shows the plan with all its assumptions.
  public let planCommand: String

  /// A source.
  public init(command: String, version: String, planCommand: String) {
    self.command = command
    self.version = version
    self.planCommand = planCommand
  }
}
