import Kernel
import Plan
import Schema

/// The parts of a defect in plain words.
enum DefectWords {
  /// What sets it off.
  static func trigger(_ trigger: Trigger) -> String {
    var text =
      switch trigger.cause {
      case .event(let event): "by \(event.rawValue): \(clause(event.meaning))"
      case .decision(let decision):
        "when \(decision.rawValue) is decided: \(clause(decision.meaning))"
      case .level(let resource, let of, let above):
        "when \(self.of(of)) holds more than \(level(above.value, resource)) of"
          + " \(name(resource))\(source(above.provenance))"
      case .uptime(let time, let of):
        "once the \(of.rawValue) has run for \(duration(time.value))\(source(time.provenance))"
      case .every(let time): "every \(duration(time.value))\(source(time.provenance))"
      }
    let tests = trigger.when.map(test)
    if !tests.isEmpty { text += "; only where \(Words.plain(tests, "and"))" }
    if let likelihood = trigger.probability {
      text += "; with a probability of \(likelihood.value)\(source(likelihood.provenance))"
    }
    if let count = trigger.count, count.value > 1 {
      text += "; from the \(count.value)th time on\(source(count.provenance))"
    }
    return text
  }

  /// What an attribute must be.
  static func test(_ test: AttributeTest) -> String {
    let name = test.attribute.rawValue
    let range: ClosedRange<Int>
    switch test.value {
    case .name(let value): return "\(name) is \(value)"
    case .range(let ordinals): range = ordinals
    }
    func shown(_ value: Int) -> String {
      test.attribute.values == .bytes ? Shape<Int>.size.text(of: value) : "\(value)"
    }
    switch test.attribute.values {
    case .words(let words): return "\(name) is \(Words.plain(Array(words[range]), "or"))"
    case .flag: return "\(name) is \(range == 1...1 ? "true" : "false")"
    case .count, .bytes, .name:
      if range.count == 1 { return "\(name) is \(shown(range.lowerBound))" }
      if range.upperBound == .max { return "\(name) is at least \(shown(range.lowerBound))" }
      if range.lowerBound == 0 { return "\(name) is at most \(shown(range.upperBound))" }
      return "\(name) is \(shown(range.lowerBound)) to \(shown(range.upperBound))"
    }
  }

  /// A process, as what it is at an event.
  static func process(_ process: ProcessReference) -> String {
    switch process {
    case .process: "the process in which it happens"
    case .peer: "the process on the other side"
    case .registryServer: "whoever serves the registry to remote callers"
    case .caller: "the process that asked"
    case .system: "the system itself"
    case .image(let file): file
    }
  }

  /// A process or the host.
  static func of(_ subject: ProcessOrHost) -> String {
    switch subject {
    case .process(let process): self.process(process)
    case .host: "the host"
    }
  }

  /// A pool of its own.
  static func pool(_ pool: DefectPool) -> String {
    let rungs = pool.ladder.map {
      "at \(Percent.text($0.thousandths)) \($0.symptom.rawValue): \(clause($0.symptom.meaning))"
    }
    return
      ([
        "\(pool.name): \(pool.capacity.value) for each \(pool.per.rawValue)"
          + source(pool.capacity.provenance)
      ] + rungs).joined(separator: "; ")
  }

  /// How it shows.
  static func sign(_ sign: Sign) -> String {
    switch sign {
    case .counter(let path, .rising): "\(path) is rising"
    case .counter(let path, .level): "\(path) stays level"
    case .counter(let path, .falling): "\(path) is falling"
    case .event(let source, let id): "event \(id) of \(source) in the event log"
    case .connections(let age):
      "connections that stay established for longer than \(duration(age))"
    case .serviceStopped(let service): "\(service) has stopped by itself"
    case .hang(let subject): "\(of(subject)) does nothing any more"
    }
  }

  /// What frees what it took.
  static func remedy(_ remedy: Remedy) -> String {
    switch remedy {
    case .stop(let service): "a stop of \(service)"
    case .restart(let image): "a restart of \(image)"
    case .reboot: "a restart of the host"
    case .removeItem: "the removal of the item that caused it"
    }
  }

  /// What corrects it.
  static func fix(_ fix: Fix) -> String {
    switch fix {
    case .release(let product, let release): "\(product) \(release)"
    case .hotfix(let id): "hotfix \(id)"
    case .file(let file, let version): "\(file) \(version)"
    }
  }

  /// Where a value comes from, in brackets.
  static func source(_ provenance: Provenance) -> String {
    switch provenance {
    case .text: " (the article says so)"
    case .assumed: " (assumed: the article does not say)"
    case .article(let id): " (\(id))"
    case .widelyKnown, .topology: " (\(provenance))"
    }
  }

  /// A length of time as it is written.
  static func duration(_ interval: Interval) -> String {
    Shape<Interval>.duration.text(of: interval)
  }

  /// What a resource is called.
  static func name(_ resource: ResourceReference) -> String {
    switch resource {
    case .kind(let kind): kind.rawValue
    case .pool(let name): name
    }
  }

  /// An amount of a resource as it is written.
  static func amount(_ range: ClosedRange<Int>, _ resource: ResourceReference) -> String {
    var isBytes = false
    if case .kind(let kind) = resource { isBytes = kind.isBytes }
    return Quantity(range: range, isBytes: isBytes).text
  }

  private static func level(_ level: Trigger.Level, _ resource: ResourceReference) -> String {
    switch level {
    case .amount(let amount): self.amount(amount...amount, resource)
    case .thousandths(let thousandths): "\(Percent.text(thousandths)) of its limit"
    }
  }

  /// A sentence as a clause of another one; names keep their capitals.
  static func clause(_ sentence: String) -> String {
    let text = sentence.hasSuffix(".") ? sentence.dropLast() : sentence[...]
    let first = text.prefix { $0 != " " }
    let small: Set<Substring> = [
      "A", "An", "The", "Another", "Somebody", "What", "Which", "Whether", "Everything", "Whoever",
      "When", "Nothing", "Clients", "Memory", "Never", "Gone", "Kept",
    ]
    return small.contains(first) ? first.lowercased() + text.dropFirst(first.count) : String(text)
  }
}
