import Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that appears whole under its name or not at all.
///
/// Opening it already proves that the folder takes it, before the work whose result it will hold. The
/// bytes go to a temporary name in the same folder, are forced to the disk and only then get the final
/// name. A device or a pipe is written as it is, because a rename would replace it.
public struct WholeFile: ~Copyable {
  private let path: String
  /// What gets the bytes in the end: `path`, or the file that it leads to.
  private let target: String
  private let temporary: String?
  private let descriptor: Int32

  /// A place for the file at `path`, whose earlier content stays until `commit`.
  public init(_ path: String) throws(FileFailure) {
    var status = stat()
    let exists = unsafe stat(path, &status) == 0
    let kind = status.st_mode & S_IFMT
    // The name may be a link: the file that it leads to is the one to replace.
    target = exists ? resolvedPath(path) : path
    self.path = path
    if exists, kind != S_IFREG {
      temporary = nil
      descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
    } else {
      temporary = Self.temporaryName(beside: target)
      descriptor = unsafe open(
        temporary!,
        O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
        exists ? status.st_mode & 0o777 : 0o666
      )
    }
    guard descriptor >= 0 else { throw Self.failure(path, .latest) }
    if exists, temporary != nil { fchmod(descriptor, status.st_mode & 0o777) }
  }

  deinit { abandon() }

  /// Adds `bytes` to what the file will hold.
  public func write(_ bytes: [UInt8]) throws(FileFailure) {
    do throws(SystemFailure) {
      try writeAll(bytes, to: descriptor)
    } catch {
      throw Self.failure(path, error)
    }
  }

  /// Adds `text` to what the file will hold.
  public func write(_ text: String) throws(FileFailure) { try write(Array(text.utf8)) }

  /// Writes `bytes` and gives them the file's name.
  public consuming func commit(_ bytes: [UInt8]) throws(FileFailure) {
    try write(bytes)
    try commit()
  }

  /// Writes `text` and gives it the file's name.
  public consuming func commit(_ text: String) throws(FileFailure) {
    try commit(Array(text.utf8))
  }

  /// Gives what was written the file's name.
  public consuming func commit() throws(FileFailure) {
    guard let temporary else { return }
    do throws(SystemFailure) {
      guard fsync(descriptor) == 0 else { throw .latest }
      // A rename would put a file in the place of a device that has come there meanwhile.
      guard Self.isReplaceable(target) else { throw SystemFailure(EEXIST) }
      guard unsafe rename(temporary, target) == 0 else { throw .latest }
      Self.synchronize(folderOf: target)
    } catch {
      throw Self.failure(path, error)
    }
  }

  private func abandon() {
    if descriptor >= 0 { close(descriptor) }
    // After a commit the temporary name is gone, and this does nothing.
    if let temporary { _ = unsafe unlink(temporary) }
  }

  /// Whether there is nothing at `path`, or a plain file.
  private static func isReplaceable(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
  }

  /// A hidden name beside `path` that no other process and no other file of this process has.
  private static func temporaryName(beside path: String) -> String {
    let cut = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    for attempt in 0... {
      let name = "\(path[..<cut]).\(path[cut...].prefix(100)).\(getpid())-\(attempt).part"
      if unsafe access(name, F_OK) != 0 { return name }
    }
    fatalError("there is always a free name")
  }

  /// Makes the new name itself survive a power cut, where the system can.
  private static func synchronize(folderOf path: String) {
    let cut = path.lastIndex(of: "/")
    let folder = cut.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let descriptor = unsafe open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private static func failure(_ path: String, _ failure: SystemFailure) -> FileFailure {
    let reason = failure.isMissing ? "its folder does not exist" : failure.reason
    return FileFailure(.cannotWrite, "cannot write \(printable(path)): \(reason)")
  }
}
