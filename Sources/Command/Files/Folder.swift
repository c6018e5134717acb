import Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Makes the folder at `path` where there is none, in a folder that exists.
public func makeFolder(_ path: String) throws(FileFailure) {
  if unsafe mkdir(path, 0o777) == 0 { return }
  let failure = SystemFailure.latest
  var status = stat()
  if failure.number == EEXIST, unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
    return
  }
  let reason =
    failure.number == EEXIST
    ? "it is there already, and is no folder"
    : failure.isMissing ? "the folder that it lies in does not exist" : failure.reason
  throw FileFailure(.cannotWrite, "cannot make the folder \(printable(path)): \(reason)")
}
