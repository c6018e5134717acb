import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Asks to end: the first Ctrl-C or SIGTERM is remembered, the second one kills as usual.
public enum Interruption {
  private static let received = Atomic<Int32>(0)

  /// Starts to remember.
  public static func watch() {
    // The atomic must exist before a handler can run.
    received.store(0, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      var action = sigaction()
      let handler: @convention(c) (Int32) -> Void = { number in
        Interruption.received.store(number, ordering: .relaxed)
      }
      #if os(Linux)
        unsafe action.__sigaction_handler.sa_handler = handler
      #else
        unsafe action.__sigaction_u.__sa_handler = handler
      #endif
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
      _ = unsafe sigaction(number, &action, nil)
    }
  }

  /// The exit code of whoever was asked to end, or `nil`.
  public static var exitCode: ExitCode? {
    switch received.load(ordering: .relaxed) {
    case 0: nil
    case SIGINT: .interrupted
    default: .terminated
    }
  }
}
