#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A new folder for files that nobody needs afterwards; it goes away with this value.
public struct TemporaryFolder: ~Copyable, Sendable {
  /// Where it is.
  public let path: String

  /// A folder of its own under `TMPDIR`, or else `/tmp`.
  public init(_ name: String) throws(FileFailure) {
    let place = environment("TMPDIR") ?? "/tmp"
    var template = Array("\(place)/\(name)-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else {
      let reason = SystemFailure.latest.reason
      throw FileFailure(.cannotWrite, "cannot make a folder in \(place): \(reason)")
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    guard let folder = unsafe opendir(path) else { return }
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: entry.pointee.d_name) { name in
        unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != ".", name != ".." { _ = unsafe unlink("\(path)/\(name)") }
    }
    unsafe closedir(folder)
    _ = unsafe rmdir(path)
  }
}
