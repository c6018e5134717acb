import Kernel
import Record

/// When a site will fail of its defects, as far as a run tells.
public struct HarmForecast: Hashable, Sendable {
  /// The first failure that was seen, in seconds; nil where there was none.
  public let seen: Double?
  /// The first end of a limit that is expected, in seconds; nil where none is in sight.
  public let expected: Double?

  /// What a run's findings say.
  public init(_ findings: [Finding]) {
    seen = RunDigest.failure(in: findings)?.seconds
    expected =
      findings.flatMap(\.outlooks).compactMap { $0.steps.last?.expected?.value }
      .filter(\.isFinite).min()
  }
}
