#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How many bytes of this process are in memory, as the system counts them; 0 where it does not tell.
func residentBytes() -> Int {
  let words = (systemText("/proc/self/statm") ?? "").split(separator: " ")
  guard words.count > 1, let pages = Int(words[1]) else { return 0 }
  return pages * sysconf(Int32(_SC_PAGESIZE))
}
