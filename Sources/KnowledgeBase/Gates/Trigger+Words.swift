import Kernel
public import Plan

extension Trigger {
  /// What sets a defect off, in words: the event, and what must hold of it.
  public var words: String {
    let tests = when.map(\.words)
    let suffix = tests.isEmpty ? "" : " where " + Words.plain(tests, "and")
    return switch cause {
    case .event(let event): "`\(event.rawValue)`\(suffix)"
    case .decision(let decision): "the decision `\(decision.rawValue)`\(suffix)"
    case .level(let resource, _, let above): "more than \(above) of \(resource.words) being held"
    case .uptime(let interval, let of): "a \(of.rawValue) that has run for \(interval)"
    case .every(let interval): "every \(interval)"
    }
  }
}

extension AttributeTest {
  /// What must hold, in words.
  public var words: String {
    let name = attribute.rawValue
    switch value {
    case .name(let text): return "\(name) is \(text)"
    case .range(let range):
      switch attribute.values {
      case .words(let words) where words.indices.contains(range.lowerBound):
        return "\(name) is \(words[range.lowerBound])"
      case .flag: return range.lowerBound == 1 ? "\(name) is true" : "\(name) is false"
      default:
        return range.upperBound == .max
          ? "\(name) is at least \(range.lowerBound)"
          : "\(name) is \(range.lowerBound) to \(range.upperBound)"
      }
    }
  }
}

extension ResourceReference {
  /// Its name.
  var words: String {
    switch self {
    case .kind(let kind): kind.rawValue
    case .pool(let name): name
    }
  }
}
