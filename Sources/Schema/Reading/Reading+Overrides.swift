import Text
import YAML

/// An override in use.
struct ActiveOverride {
  let origin: Override
  let segments: [Override.Segment]
  let value: YAMLNode
  /// The number of its text.
  let source: Int
  var isMatched = false
  /// How many of its segments met something, and what was there instead of the next one.
  var depth = -1
  var candidates: [String] = []
}

extension Reading {
  /// Reads the value of an override and puts it among those in use; reports one that cannot be read.
  func activate(_ override: Override) {
    guard let segments = override.segments else {
      _ = document(Array("'\(override.path)'".utf8), file: override.origin, limits: YAMLLimits())
      let place = Place(source: source, 1..<1 + override.path.utf8.count)
      return report(.overrideForm, at: place, "`\(override.path)` is no path of keys.")
    }
    if override.value.utf8.allSatisfy({ $0 == 0x20 }) {
      _ = document(Array("''".utf8), file: override.name, limits: YAMLLimits())
      let place = Place(source: source, 0..<2)
      return report(.overrideForm, at: place, "There is no value for `\(override.path)`.")
    }
    guard let node = document(Array(override.value.utf8), file: override.name, limits: YAMLLimits())
    else {
      return
    }
    overrides.append(
      ActiveOverride(origin: override, segments: segments, value: node, source: source)
    )
  }

  /// Replaces and adds what the overrides say of the entries of the mapping at the current path.
  func override(_ entries: inout [Entry], isRecord: Bool) {
    for index in overrides.indices where isOnTheWay(index) {
      let (segments, source) = (overrides[index].segments, overrides[index].source)
      let isLast = segments.count == path.count + 1
      noteCandidates(index) { entries.map(\.name) }
      switch segments[path.count] {
      case .any:
        guard isLast else { continue }
        for entry in entries.indices {
          entries[entry].value = overrides[index].value
          entries[entry].source = source
          overrides[index].isMatched = true
        }
      case .name(let name):
        let place = Place(source: source, overrides[index].value.range)
        if let entry = entries.firstIndex(where: { $0.hasName(name) }) {
          guard isLast else { continue }
          entries[entry].value = overrides[index].value
          entries[entry].source = source
        } else if isLast {
          entries.append(
            Entry(
              key: nil,
              added: name,
              place: place,
              value: overrides[index].value,
              source: source
            )
          )
        } else {
          // What a path goes through is there, as far as it has known keys.
          if isRecord, case .name = segments[path.count + 1] {
            entries.append(implied(name, at: place, overrides[index].origin))
          }
          continue
        }
        overrides[index].isMatched = true
      }
    }
  }

  /// An entry with an empty mapping for what an override puts into it.
  private func implied(_ name: String, at place: Place, _ origin: Override) -> Entry {
    let (source, enclosing) = (self.source, self.enclosing)
    defer { (self.source, self.enclosing) = (source, enclosing) }
    // Of our own text, which has exactly one document.
    let node = document(Array("{}".utf8), file: origin.name, limits: YAMLLimits())!
    return Entry(key: nil, added: name, place: place, value: node, source: self.source)
  }

  /// Lets the overrides rest whose way goes through the key `name` of the mapping that is read now.
  func settleOverrides(of name: String) {
    for index in overrides.indices where isOnTheWay(index) {
      if overrides[index].segments[path.count].matches(name) { overrides[index].isMatched = true }
    }
  }

  /// Whether a pattern goes further than the current path and agrees with it so far.
  func isOnTheWay(_ index: Int) -> Bool {
    let segments = overrides[index].segments
    return segments.count > path.count && zip(segments, path).allSatisfy { $0.matches($1) }
  }

  /// Remembers what a pattern could have meant, the farther along the better.
  func noteCandidates(_ index: Int, _ names: () -> [String]) {
    guard path.count >= overrides[index].depth else { return }
    if path.count > overrides[index].depth { overrides[index].candidates = [] }
    overrides[index].depth = path.count
    overrides[index].candidates += names()
  }

  /// Reports the overrides that changed nothing, once.
  func reportUnmatchedOverrides() {
    for override in overrides where !override.isMatched && override.depth < override.segments.count
    {
      let place = Place(source: override.source, override.value.range)
      var notes: [String] = []
      if override.depth >= 0, case .name(let name) = override.segments[override.depth] {
        var known: [String] = []
        for candidate in override.candidates where !known.contains(candidate) {
          known.append(candidate)
        }
        let nearest = nearestNames(to: name, among: known)
        if !nearest.isEmpty {
          notes = ["there is \(Prose.list(nearest, "and"))"]
        } else if (1...8).contains(known.count) {
          notes = ["there is only \(Prose.list(known, "and"))"]
        }
      }
      report(
        .overrideUnmatched,
        at: place,
        "Nothing in the file is at `\(override.origin.path)`.",
        notes: notes
      )
    }
    for index in overrides.indices { overrides[index].depth = .max }
  }
}

extension Reading {
  /// Replaces the item number `number` of the list at the current path if an override says so.
  func override(_ entry: inout Entry, number: Int) {
    for index in overrides.indices where isOnTheWay(index) {
      noteCandidates(index) { ["\(number)"] }
      let segments = overrides[index].segments
      guard segments.count == path.count + 1, segments[path.count].matches("\(number)") else {
        continue
      }
      entry.value = overrides[index].value
      entry.source = overrides[index].source
      overrides[index].isMatched = true
    }
  }
}
