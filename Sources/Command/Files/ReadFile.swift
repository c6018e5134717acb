import Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The bytes of the file at `path`; of one with more than `limit` bytes not all, but more than that.
public func readFile(_ path: String, limit: Int = .max) throws(FileFailure) -> [UInt8] {
  do throws(SystemFailure) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .latest }
    defer { close(descriptor) }
    return try readAll(from: descriptor, limit: limit)
  } catch {
    if error.isMissing { throw FileFailure(.noInput, "there is no file \(printable(path))") }
    throw FileFailure(.cannotRead, "cannot read \(printable(path)): \(error.reason)")
  }
}

/// The bytes of standard input, limited in the same way.
public func readStandardInput(limit: Int = .max) throws(FileFailure) -> [UInt8] {
  do throws(SystemFailure) {
    return try readAll(from: 0, limit: limit)
  } catch {
    throw FileFailure(.cannotRead, "cannot read standard input: \(error.reason)")
  }
}

/// The text of the file at `path`, which must be UTF-8.
public func readText(_ path: String) throws(FileFailure) -> String {
  guard let text = String(validating: try readFile(path), as: UTF8.self) else {
    throw FileFailure(.cannotRead, "\(printable(path)) is not text in UTF-8")
  }
  return text
}
