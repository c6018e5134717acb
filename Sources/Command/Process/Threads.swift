import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Threads of this process that all do the same, until each has returned.
public struct Threads: ~Copyable {
  /// What the threads share: what they do, and how many are still at it.
  private final class Work: Sendable {
    let body: @Sendable () -> Void
    let running: Atomic<Int>

    init(_ body: @escaping @Sendable () -> Void, count: Int) {
      self.body = body
      running = Atomic(count)
    }

    func run() {
      body()
      running.subtract(1, ordering: .releasing)
    }
  }

  private let work: Work
  private var threads: [pthread_t] = []

  /// What a thread may need of a stack; only what is touched takes memory.
  private static let stackBytes = 16 << 20

  /// Starts `count` threads with `body`; fewer where the system gives no more, but one at least.
  public init(_ count: Int, _ body: @escaping @Sendable () -> Void) throws(FileFailure) {
    work = Work(body, count: count)
    var attributes = pthread_attr_t()
    unsafe pthread_attr_init(&attributes)
    unsafe pthread_attr_setstacksize(&attributes, Self.stackBytes)
    defer { unsafe pthread_attr_destroy(&attributes) }
    for _ in 0..<count {
      let context = unsafe Unmanaged.passRetained(work)
      #if canImport(Darwin)
        var thread: pthread_t?
      #else
        var thread = pthread_t()
      #endif
      let failure = unsafe pthread_create(
        &thread,
        &attributes,
        { context in
          #if canImport(Darwin)
            unsafe Unmanaged<Work>.fromOpaque(context).takeRetainedValue().run()
          #else
            unsafe Unmanaged<Work>.fromOpaque(context!).takeRetainedValue().run()
          #endif
          return nil
        },
        context.toOpaque()
      )
      guard failure == 0 else {
        unsafe context.release()
        work.running.subtract(1, ordering: .releasing)
        continue
      }
      #if canImport(Darwin)
        threads.append(thread!)
      #else
        threads.append(thread)
      #endif
    }
    if threads.isEmpty {
      throw FileFailure(.capacity, "the system gives no thread to work with")
    }
  }

  /// Whether none of them is at work any more.
  public var areDone: Bool { work.running.load(ordering: .acquiring) == 0 }

  /// Waits for all of them.
  public consuming func join() {
    for thread in threads { pthread_join(thread, nil) }
  }
}

/// Does nothing for a while.
public func pause(milliseconds: Int) {
  var time = timespec(tv_sec: milliseconds / 1_000, tv_nsec: milliseconds % 1_000 * 1_000_000)
  unsafe nanosleep(&time, nil)
}

/// How many processors there are to work with.
public var processorCount: Int { max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1) }
