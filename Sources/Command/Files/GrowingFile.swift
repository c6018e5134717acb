import Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file to which lines are added, each at once, so that whoever kills the process loses none of them.
public struct GrowingFile: ~Copyable, Sendable {
  private let path: String
  private let descriptor: Int32

  /// The file at `path`, which is made where there is none.
  public init(_ path: String) throws(FileFailure) {
    self.path = path
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Self.failure(path, .latest) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Adds `text` and a line end.
  public func add(line text: String) throws(FileFailure) {
    do throws(SystemFailure) {
      try writeAll(Array((text + "\n").utf8), to: descriptor)
    } catch {
      throw Self.failure(path, error)
    }
  }

  private static func failure(_ path: String, _ failure: SystemFailure) -> FileFailure {
    FileFailure(.cannotWrite, "cannot write \(printable(path)): \(failure.reason)")
  }
}
