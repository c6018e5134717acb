import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Starts the program at `path` with `arguments` after its name and these standard descriptors.
///
/// The child has the environment of this process, and signals as a shell would give it.
func spawn(
  _ path: String,
  _ arguments: [String],
  input: Int32,
  output: Int32,
  errors: Int32
) throws(SystemFailure) -> pid_t {
  #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t? = nil
    var attributes: posix_spawnattr_t? = nil
  #else
    var actions = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
  #endif
  unsafe posix_spawn_file_actions_init(&actions)
  defer { unsafe posix_spawn_file_actions_destroy(&actions) }
  for (target, source) in [(0, input), (1, output), (2, errors)] as [(Int32, Int32)] {
    unsafe posix_spawn_file_actions_adddup2(&actions, source, target)
  }
  unsafe posix_spawnattr_init(&attributes)
  defer { unsafe posix_spawnattr_destroy(&attributes) }
  // We ignore a closed pipe; a child that did would run on for nobody.
  var usual = sigset_t()
  unsafe sigemptyset(&usual)
  unsafe sigaddset(&usual, SIGPIPE)
  unsafe posix_spawnattr_setsigdefault(&attributes, &usual)
  // A thread of ours may have signals blocked, with which a child would never end.
  var none = sigset_t()
  unsafe sigemptyset(&none)
  unsafe posix_spawnattr_setsigmask(&attributes, &none)
  unsafe posix_spawnattr_setflags(
    &attributes,
    Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK)
  )

  var words: [UnsafeMutablePointer<CChar>?] = unsafe ([path] + arguments).map { unsafe strdup($0) }
  unsafe words.append(nil)
  defer { unsafe words.forEach { unsafe free($0) } }
  var process: pid_t = 0
  let number = starting.withLock { _ in
    unsafe posix_spawn(&process, path, &actions, &attributes, words, environ)
  }
  guard number == 0 else { throw SystemFailure(number) }
  return process
}

/// The two ends of a pipe, neither of which a child inherits by itself.
func makePipe() throws(SystemFailure) -> (reading: Int32, writing: Int32) {
  var ends: [Int32] = [-1, -1]
  let result = starting.withLock { _ in
    let result = unsafe pipe(&ends)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return result
  }
  guard result == 0 else { throw .latest }
  return (ends[0], ends[1])
}

/// Keeps a child from starting while a pipe of another thread is not yet marked as ours alone.
private let starting = Mutex<Void>(())

/// Waits for `process` to end.
func awaitEnd(of process: pid_t) -> ChildProcess.Ending {
  var status: Int32 = 0
  while unsafe waitpid(process, &status, 0) == -1, errno == EINTR {}
  let number = status & 0x7F
  return number == 0 ? .exited((status >> 8) & 0xFF) : .killed(number)
}
