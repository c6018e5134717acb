#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A refusal of the operating system.
public struct SystemFailure: Error, Hashable, Sendable {
  /// The system's number for it, `errno`.
  public let number: Int32

  /// The refusal `number`.
  public init(_ number: Int32) {
    self.number = number
  }

  /// The refusal of the call that has just failed.
  static var latest: SystemFailure { SystemFailure(errno) }

  /// The system's own words.
  public var reason: String {
    guard let text = unsafe strerror(number) else { return "error \(number)" }
    return unsafe String(cString: text)
  }

  /// Whether nobody reads the other end.
  public var isClosedPipe: Bool { number == EPIPE }

  /// Whether what was named does not exist.
  public var isMissing: Bool { number == ENOENT || number == ENOTDIR }
}

/// Writes all of `bytes`, however many calls that takes.
public func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(SystemFailure) {
  var written = 0
  while written < bytes.count {
    let count = unsafe bytes.withUnsafeBytes { buffer in
      unsafe write(descriptor, buffer.baseAddress! + written, buffer.count - written)
    }
    if count >= 0 {
      written += count
    } else if errno != EINTR {
      throw .latest
    }
  }
}

/// Reads until the end, or until there are more than `limit` bytes: then one piece more is there.
public func readAll(
  from descriptor: Int32,
  limit: Int = .max
) throws(SystemFailure) -> [UInt8] {
  var bytes: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: 1 << 16)
  while bytes.count <= limit {
    let count = unsafe piece.withUnsafeMutableBytes { buffer in
      unsafe read(descriptor, buffer.baseAddress!, buffer.count)
    }
    if count > 0 {
      bytes += piece[..<count]
    } else if count == 0 {
      return bytes
    } else if errno != EINTR {
      throw .latest
    }
  }
  return bytes
}

/// The variable `name` of the environment, if it is set.
public func environment(_ name: String) -> String? {
  guard let value = unsafe getenv(name) else { return nil }
  return unsafe String(cString: value)
}

/// Whether a person sits at the other end of `descriptor`.
func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

/// How many columns the terminal at `descriptor` has; nil where there is none or it does not say.
func terminalColumns(_ descriptor: Int32) -> Int? {
  var size = winsize()
  guard isTerminal(descriptor), unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0,
    size.ws_col > 0
  else { return nil }
  return Int(size.ws_col)
}

/// Ends the process with `code`.
func exitProcess(_ code: ExitCode) -> Never { exit(code.rawValue) }

/// Lets a write to a closed pipe fail instead of killing the process.
func ignoreClosedPipes() {
  _ = signal(SIGPIPE, SIG_IGN)
}

/// Opens /dev/null on each standard descriptor that is closed, so that no file of ours gets its number.
func occupyStandardDescriptors() {
  for descriptor in [0, 1, 2] as [Int32] where fcntl(descriptor, F_GETFD) == -1 {
    _ = unsafe open("/dev/null", O_RDWR)
  }
}
