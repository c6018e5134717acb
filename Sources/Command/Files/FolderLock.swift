import Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder that this process alone writes to, until this value is gone or the process has ended.
public struct FolderLock: ~Copyable, Sendable {
  private let descriptor: Int32

  /// Takes the folder at `path`, which must be there.
  ///
  /// Nothing is left behind. Where the system cannot lock a folder, as on some network disks, nobody is
  /// kept out.
  public init(_ path: String) throws(FileFailure) {
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw FileFailure(
        .cannotWrite,
        "cannot open the folder \(printable(path)): \(SystemFailure.latest.reason)"
      )
    }
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0, SystemFailure.latest.number == EWOULDBLOCK {
      throw FileFailure(
        .cannotWrite,
        "another process is writing to the folder \(printable(path)); wait for it or use another"
      )
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }
}
