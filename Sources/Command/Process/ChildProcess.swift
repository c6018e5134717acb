#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program that runs beside this one and answers over its standard input and output.
///
/// It ends, at the latest, when this value does: its input is closed and its end awaited.
public struct ChildProcess: ~Copyable {
  /// How a process ended.
  public enum Ending: Hashable, Sendable {
    /// By itself, with this exit code.
    case exited(Int32)
    /// By this signal.
    case killed(Int32)
  }

  /// What a process that ran to its end left behind.
  public struct Finished: Sendable {
    /// How it ended.
    public let ending: Ending
    /// All that it wrote to its standard output.
    public let output: String
    /// All that it wrote to its standard error.
    public let errors: String
  }

  private let process: pid_t
  private let input: Int32
  private let output: Int32
  private var pending: [UInt8] = []

  /// Starts the program at `path`; its standard error is ours.
  public init(_ path: String, _ arguments: [String]) throws(SystemFailure) {
    let toChild = try makePipe()
    let fromChild = try makePipe()
    let started: pid_t
    do throws(SystemFailure) {
      defer {
        close(toChild.reading)
        close(fromChild.writing)
      }
      started = try spawn(
        path,
        arguments,
        input: toChild.reading,
        output: fromChild.writing,
        errors: 2
      )
    } catch {
      close(toChild.writing)
      close(fromChild.reading)
      throw error
    }
    process = started
    input = toChild.writing
    output = fromChild.reading
  }

  deinit {
    close(input)
    close(output)
    _ = awaitEnd(of: process)
  }

  /// Sends `bytes` to its standard input.
  public func send(_ bytes: [UInt8]) throws(SystemFailure) {
    try writeAll(bytes, to: input)
  }

  /// The next line of its standard output, without the line end; `nil` once there is none.
  public mutating func readLine() throws(SystemFailure) -> String? {
    while true {
      if let end = pending.firstIndex(of: 0x0A) {
        let line = String(decoding: pending[..<end], as: UTF8.self)
        pending.removeSubrange(...end)
        return line
      }
      var piece = [UInt8](repeating: 0, count: 4_096)
      let count = unsafe piece.withUnsafeMutableBytes { buffer in
        unsafe read(output, buffer.baseAddress!, buffer.count)
      }
      if count == 0 { return nil }
      if count < 0 {
        if errno == EINTR { continue }
        throw .latest
      }
      pending += piece[..<count]
    }
  }

  /// Runs the program at `path` to its end, with nothing to read.
  public static func run(_ path: String, _ arguments: [String]) throws(SystemFailure) -> Finished {
    let nothing = unsafe open("/dev/null", O_RDONLY | O_CLOEXEC)
    let (output, errors) = (try makePipe(), try makePipe())
    defer {
      for descriptor in [output.reading, errors.reading] { close(descriptor) }
    }
    let process: pid_t
    do {
      // The child has its own; the pipes end only when ours are closed too.
      defer {
        for descriptor in [nothing, output.writing, errors.writing] { close(descriptor) }
      }
      process = try spawn(
        path,
        arguments,
        input: nothing,
        output: output.writing,
        errors: errors.writing
      )
    }
    let texts = drain([output.reading, errors.reading])
    return Finished(ending: awaitEnd(of: process), output: texts[0], errors: texts[1])
  }

  /// Reads from all at once, so that a child never waits for the one that is not being read.
  private static func drain(_ descriptors: [Int32]) -> [String] {
    var polled = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    var bytes = descriptors.map { _ in [UInt8]() }
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while polled.contains(where: { $0.fd >= 0 }) {
      guard unsafe poll(&polled, nfds_t(polled.count), -1) >= 0 || errno == EINTR else { break }
      for index in polled.indices where polled[index].fd >= 0 && polled[index].revents != 0 {
        let count = unsafe piece.withUnsafeMutableBytes { buffer in
          unsafe read(polled[index].fd, buffer.baseAddress!, buffer.count)
        }
        if count > 0 {
          bytes[index] += piece[..<count]
        } else {
          polled[index].fd = -1
        }
      }
    }
    return bytes.map { String(decoding: $0, as: UTF8.self) }
  }
}
