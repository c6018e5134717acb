extension Reader {
  /// Looks for keys that a mapping has twice; each points to the first.
  ///
  /// Two scalars are the same key when their text is, however it is written: a layer above finds
  /// keys by their text. Collections are the same when their content is.
  mutating func checkKeys() throws(Stop) {
    var comparison = KeyComparison(bytes: bytes, tape: tape)
    for index in tape.records.indices where tape.records[index].kind == .mapping {
      let last = Int(tape.records[index].link)
      var keys = 0
      var entry = index + 1
      while entry < last {
        keys += 1
        entry = tape.next(after: tape.next(after: entry))
      }
      if keys < 2 { continue }
      comparison.begin(keys)
      entry = index + 1
      while entry < last {
        let key = tape.node(at: entry)
        if let first = comparison.firstOrAdd(key) {
          let range = Int(tape.records[key].start)..<Int(tape.records[key].end)
          let firstRange = Int(tape.records[first].start)..<Int(tape.records[first].end)
          try report(
            .duplicateKey,
            range,
            range.isEmpty
              ? "This mapping has an empty key twice; write one, or delete it."
              : "The key \(quoted(range)) stands in this mapping twice; rename one, or delete it.",
            related: (firstRange, "first defined here")
          )
        }
        entry = tape.next(after: tape.next(after: entry))
      }
    }
  }
}

/// Compares nodes by their content, with aliases followed.
struct KeyComparison {
  private let bytes: [UInt8]
  private let tape: Tape
  private var table = NameTable()
  /// The hashes of collections, by their records.
  private var keptHashes: [Int: UInt64] = [:]

  init(bytes: [UInt8], tape: Tape) {
    self.bytes = bytes
    self.tape = tape
  }

  /// Makes ready for the keys of one mapping.
  mutating func begin(_ keys: Int) { table.reset(capacity: keys) }

  /// The record of an equal key that came before; otherwise this one is remembered.
  mutating func firstOrAdd(_ key: Int) -> Int? {
    let hash = hash(key)
    let (bytes, tape) = (bytes, tape)
    return table.add(hash, key, replacing: false) { Self.areEqual(tape, bytes, $0, key) }
  }

  /// A collection inside a key whose hash is being computed.
  private struct Walk {
    let node: Int
    let isMapping: Bool
    /// Whether the hash will be asked for again.
    let isKept: Bool
    var child: Int
    var isAtKey = true
    var hash: UInt64

    init(_ tape: Tape, _ node: Int, isKept: Bool) {
      self.node = node
      self.isKept = isKept
      isMapping = tape.records[node].kind == .mapping
      child = node + 1
      hash = isMapping ? 3 : 2
    }

    mutating func take(_ childHash: UInt64, _ tape: Tape) {
      hash = NameTable.combined(hash, childHash)
      child = tape.next(after: child)
      isAtKey.toggle()
    }
  }

  /// The hash of a key. Each node is walked once for the outermost key around it: collections that
  /// are keys themselves, and those that aliases stand for, are remembered.
  private mutating func hash(_ key: Int) -> UInt64 {
    let key = tape.resolved(key)
    if tape.records[key].kind == .scalar { return scalarHash(tape.records[key]) }
    if let known = keptHashes[key] { return known }
    var walks = [Walk(tape, key, isKept: true)]
    while true {
      var walk = walks.removeLast()
      var inner: Walk?
      while walk.child < Int(tape.records[walk.node].link) {
        let own = tape.node(at: walk.child)
        let target = tape.resolved(own)
        if tape.records[target].kind == .scalar {
          walk.take(scalarHash(tape.records[target]), tape)
          continue
        }
        let isKept = own != target || walk.isMapping && walk.isAtKey
        if isKept, let known = keptHashes[target] {
          walk.take(known, tape)
          continue
        }
        inner = Walk(tape, target, isKept: isKept)
        break
      }
      if let inner {
        walks.append(walk)
        walks.append(inner)
        continue
      }
      if walk.isKept { keptHashes[walk.node] = walk.hash }
      if walks.isEmpty { return walk.hash }
      walks[walks.count - 1].take(walk.hash, tape)
    }
  }

  private func scalarHash(_ record: Record) -> UInt64 {
    let (isCooked, range) = tape.textRange(of: record)
    return NameTable.hash(isCooked ? tape.cooked : bytes, range)
  }

  private static func areEqual(_ tape: Tape, _ bytes: [UInt8], _ left: Int, _ right: Int) -> Bool {
    var pairs = [(left, right)]
    while let (left, right) = pairs.popLast() {
      let (a, b) = (tape.resolved(left), tape.resolved(right))
      if a == b { continue }
      let (first, second) = (tape.records[a], tape.records[b])
      if first.kind != second.kind { return false }
      if first.kind == .scalar {
        let (one, other) = (tape.textRange(of: first), tape.textRange(of: second))
        let slice = (one.isCooked ? tape.cooked : bytes)[one.range]
        if slice != (other.isCooked ? tape.cooked : bytes)[other.range] { return false }
        continue
      }
      var (i, j) = (a + 1, b + 1)
      while i < Int(first.link), j < Int(second.link) {
        pairs.append((i, j))
        (i, j) = (tape.next(after: i), tape.next(after: j))
      }
      if i < Int(first.link) || j < Int(second.link) { return false }
    }
    return true
  }
}
