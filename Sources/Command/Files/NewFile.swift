import Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes `text` to a file that is not there yet, and never over one that is.
///
/// Whatever there is under the name stays as it is, a link that leads nowhere too.
public func createFile(_ path: String, _ text: String) throws(FileFailure) {
  let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
  guard descriptor >= 0 else {
    let failure = SystemFailure.latest
    let reason =
      failure.number == EEXIST
      ? "it is there already, and is never overwritten"
      : failure.isMissing ? "its folder does not exist" : failure.reason
    throw FileFailure(.cannotWrite, "cannot write \(printable(path)): \(reason)")
  }
  do throws(SystemFailure) {
    defer { close(descriptor) }
    try writeAll(Array(text.utf8), to: descriptor)
  } catch {
    // Ours, and not whole.
    _ = unsafe unlink(path)
    throw FileFailure(.cannotWrite, "cannot write \(printable(path)): \(error.reason)")
  }
}
