#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the measurements were made on.
struct Machine: Hashable, Sendable {
  struct Cache: Hashable, Sendable {
    let type: String
    let level: Int
    let bytes: Int
    let sharedBy: Int
  }

  /// UTC, as RFC 3339 writes it.
  var date: String
  var hostName: String
  var processor: String
  var processorCount: Int
  var megahertz: Int
  var isScaling: Bool
  var caches: [Cache]
  var loadAverages: [Double]
  var isDebugBuild: Bool

  /// This machine, now.
  static func current() -> Machine {
    let processor = systemLines("/proc/cpuinfo")
    let megahertz = systemField("cpu MHz", in: processor).flatMap { Double($0) } ?? 0
    let governor = systemText("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor")
    return Machine(
      date: now(),
      hostName: hostName(),
      processor: systemField("model name", in: processor) ?? "unknown",
      processorCount: max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1),
      megahertz: Int(megahertz.rounded()),
      isScaling: governor.map { $0 != "performance" } ?? false,
      caches: caches(),
      loadAverages: (systemText("/proc/loadavg") ?? "").split(separator: " ").prefix(3)
        .compactMap { Double($0) },
      isDebugBuild: isDebug
    )
  }

  /// Whether this program was compiled without optimisation.
  private static var isDebug: Bool {
    #if DEBUG
      true
    #else
      false
    #endif
  }

  private static func now() -> String {
    var seconds = time(nil)
    var parts = unsafe tm()
    unsafe gmtime_r(&seconds, &parts)
    let numbers = unsafe [
      parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min,
      parts.tm_sec,
    ]
    let texts = numbers.map { $0 < 10 ? "0\($0)" : "\($0)" }
    return texts[..<3].joined(separator: "-") + "T" + texts[3...].joined(separator: ":") + "+00:00"
  }

  private static func hostName() -> String {
    var name = [CChar](repeating: 0, count: 256)
    guard unsafe gethostname(&name, 255) == 0 else { return "unknown" }
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func caches() -> [Cache] {
    var caches: [Cache] = []
    for index in 0..<8 {
      let folder = "/sys/devices/system/cpu/cpu0/cache/index\(index)/"
      guard let type = systemText(folder + "type"), let size = systemText(folder + "size"),
        let kibibytes = Int(size.prefix { $0.isNumber }),
        let level = systemText(folder + "level").flatMap({ Int($0) })
      else { break }
      caches.append(
        Cache(
          type: type,
          level: level,
          bytes: kibibytes * (size.hasSuffix("M") ? 1 << 20 : 1 << 10),
          sharedBy: processors(in: systemText(folder + "shared_cpu_list") ?? "0").count
        )
      )
    }
    return caches
  }

  /// The numbers in a list such as `0-3,7`.
  static func processors(in list: String) -> [Int] {
    list.split(separator: ",").flatMap { part -> [Int] in
      let ends = part.split(separator: "-").compactMap { Int($0) }
      guard let first = ends.first, let last = ends.last, first <= last else { return [] }
      return Array(first...last)
    }
  }
}
