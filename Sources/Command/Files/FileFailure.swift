/// A file that could not be read or written, and why.
public struct FileFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// What a program that gives up because of it exits with.
  public let exitCode: ExitCode

  /// One sentence for people, with the path.
  public let description: String

  /// A failure that ends a program with `exitCode`.
  public init(_ exitCode: ExitCode, _ description: String) {
    self.exitCode = exitCode
    self.description = description
  }
}
