#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Every program of this name that the shell would find, in the order of `PATH`.
public func executables(named name: String) -> [String] {
  let folders = (environment("PATH") ?? "/usr/bin:/bin").split(separator: ":")
  return folders.map { "\($0)/\(name)" }.filter(isExecutable)
}

/// Whether there is a program at `path` that this user may run.
public func isExecutable(_ path: String) -> Bool {
  unsafe access(path, X_OK) == 0
}

/// The path without links, or the path itself where there is no such file.
public func resolvedPath(_ path: String) -> String {
  guard let real = unsafe realpath(path, nil) else { return path }
  defer { unsafe free(real) }
  return unsafe String(cString: real)
}
