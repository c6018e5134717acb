/// The path of a performance counter: `HUB1\Process(store)\Handle Count`.
///
/// Object, instance and counter are compared without regard to case, as Performance Monitor does.
public struct CounterPath: Hashable, Sendable {
  /// The host; nil in an article, which means each host that is affected.
  public let host: String?
  /// The object, such as `Process`.
  public let object: String
  /// The instance, such as `store`; `*` means all of them; nil where the object has none.
  public let instance: String?
  /// The counter, such as `Handle Count`.
  public let counter: String

  /// A path of these parts.
  public init(host: String?, object: String, instance: String?, counter: String) {
    self.host = host
    self.object = object
    self.instance = instance
    self.counter = counter
  }

  /// Reads a path; nil where the text is none.
  ///
  /// Two leading backslashes may stand before the host, as in a log of Performance Monitor.
  public init?(_ text: String) {
    var parts = text.split(separator: "\\", omittingEmptySubsequences: false)[...]
    if parts.count == 5, parts[0].isEmpty, parts[1].isEmpty { parts = parts.dropFirst(2) }
    guard let counter = parts.popLast(), var object = parts.popLast(), parts.count <= 1,
      !counter.isEmpty
    else { return nil }
    var instance: Substring?
    if object.last == ")" {
      guard let open = object.firstIndex(of: "(") else { return nil }
      instance = object[object.index(after: open)...].dropLast()
      object = object[..<open]
      if instance?.isEmpty ?? true { return nil }
    }
    let host = parts.first.map(String.init)
    if object.isEmpty || host?.isEmpty ?? false { return nil }
    self.init(
      host: host,
      object: String(object),
      instance: instance.map(String.init),
      counter: String(counter)
    )
  }

  /// The same counter without its host.
  public var onAnyHost: CounterPath {
    CounterPath(host: nil, object: object, instance: instance, counter: counter)
  }

  /// The same counter of a certain host.
  public func on(_ host: String) -> CounterPath {
    CounterPath(host: host, object: object, instance: instance, counter: counter)
  }
}

extension CounterPath: CustomStringConvertible {
  /// The path as it is written.
  public var description: String {
    let prefix = host.map { $0 + "\\" } ?? ""
    let suffix = instance.map { "(\($0))" } ?? ""
    return prefix + object + suffix + "\\" + counter
  }
}
