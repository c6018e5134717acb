/// All that was read of a text: records in the order of the text, and what they refer to.
struct Tape: Sendable {
  var records: [Record] = []
  var properties: [Properties] = []
  /// Texts that differ from the source: unescaped, unfolded, unindented.
  var cooked: [UInt8] = []
  var cookedRanges: [CookedRange] = []
  var tags: [YAMLTag] = []

  /// Appends a record; grows by what the part of the text that was read suggests for the rest.
  ///
  /// Doubling would touch three times what is needed at the worst moment.
  mutating func append(_ record: Record, textBefore position: Int, of count: Int) {
    if records.count == records.capacity {
      let suggested =
        Double(records.count + 8) * (Double(count + 64) / Double(position + 64)) * 1.05
      records.reserveCapacity(
        max(records.count + records.count / 2 + 16, min(Int(suggested), count * 2 + 16))
      )
    }
    records.append(record)
  }

  /// The record of the node itself, past its properties and a hole.
  @inline(__always)
  func node(at index: Int) -> Int {
    var index = index
    while records[index].kind == .properties || records[index].kind == .hole { index += 1 }
    return index
  }

  /// The index after everything that belongs to the node at `index`.
  @inline(__always)
  func next(after index: Int) -> Int {
    let node = node(at: index)
    switch records[node].kind {
    case .document, .mapping, .sequence: return Int(records[node].link)
    default: return node + 1
    }
  }

  /// Follows an alias.
  @inline(__always)
  func resolved(_ index: Int) -> Int {
    let node = node(at: index)
    return records[node].kind == .alias ? self.node(at: Int(records[node].link)) : node
  }

  /// Where the text of a scalar is: in the side buffer or in the source.
  func textRange(of record: Record) -> (isCooked: Bool, range: Range<Int>) {
    if record.isCooked {
      let range = cookedRanges[Int(record.link)]
      return (true, Int(range.start)..<Int(range.end))
    }
    let quote = record.style == .singleQuoted || record.style == .doubleQuoted ? 1 : 0
    return (false, Int(record.start) + quote..<Int(record.end) - quote)
  }
}
