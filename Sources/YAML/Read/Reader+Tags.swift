/// A short form of tags: `!e!` for a prefix.
struct TagHandle {
  var handle: Range<Int>
  var prefix: [UInt8]
}

extension Reader {
  /// Reads a tag; gives its number, from 1.
  mutating func readTag() throws(Stop) -> Int {
    let start = position
    if byte(at: start + 1) == Byte.less { return try readVerbatimTag() }
    // A handle is "!", "!!" or "!word!".
    var index = start + 1
    while Byte.isWord(byte(at: index)) { index += 1 }
    var handle = start..<start + 1
    if byte(at: index) == Byte.exclamation { handle = start..<index + 1 }
    let suffix = handle.upperBound
    index = suffix
    while Byte.isTag(byte(at: index)) || byte(at: index) == Byte.percent { index += 1 }
    position = index
    if index == suffix {
      if handle.count == 1 { return intern(.nonSpecific) }
      throw fail(
        .tagForm,
        start..<index,
        "The name of a type is missing after \(quoted(handle)); put a text that begins so in quotes."
      )
    }
    guard let name = decoded(suffix..<index) else {
      throw fail(.tagForm, suffix..<index, "After '%' a tag needs two hexadecimal digits.")
    }
    var whole: [UInt8]
    if let known = self.handle(handle) {
      whole = known.prefix
    } else if handle.count == 1 {
      whole = [Byte.exclamation]
    } else if handle.count == 2 {
      whole = Array(YAMLTag.core.utf8)
    } else {
      try report(
        .tagHandle,
        handle,
        "The handle \(quoted(handle)) is not declared; before '---' of this document that takes"
          + " '%TAG \(plain(handle)) …'."
      )
      return intern(.nonSpecific)
    }
    whole += name
    return try accepted(String(decoding: whole, as: UTF8.self), start..<index)
  }

  private mutating func readVerbatimTag() throws(Stop) -> Int {
    let start = position
    var index = start + 2
    while Byte.isURI(byte(at: index)) || byte(at: index) == Byte.percent { index += 1 }
    guard byte(at: index) == Byte.greater else {
      throw fail(
        .tagForm,
        start..<index,
        "A tag that begins with '!<' is a URI and ends with '>'."
      )
    }
    position = index + 1
    let name = start + 2..<index
    guard let uri = decoded(name), uri.first != Byte.exclamation || uri.count > 1,
      uri.first == Byte.exclamation || uri.contains(Byte.colon), uri.first != Byte.colon
    else {
      throw fail(
        .tagForm,
        start..<index + 1,
        "Between '!<' and '>' stands a whole tag: '!name', or a URI such as 'tag:yaml.org,2002:str'."
      )
    }
    return try accepted(text(name), start..<index + 1)
  }

  private mutating func accepted(_ whole: String, _ range: Range<Int>) throws(Stop) -> Int {
    let tag = YAMLTag(resolved: whole)
    if case .custom = tag {
      try report(
        .tagCustom,
        range,
        "The type \(quoted(range)) is not known here; of tags, this reader takes !!str, !!int, !!float,"
          + " !!bool, !!null, !!map, !!seq and '!'."
      )
    }
    return intern(tag)
  }

  private mutating func intern(_ tag: YAMLTag) -> Int {
    if let index = tape.tags.firstIndex(of: tag) { return index + 1 }
    tape.tags.append(tag)
    return tape.tags.count
  }

  /// A part of a tag with `%` and two digits made the byte that they mean.
  func decoded(_ range: Range<Int>) -> [UInt8]? {
    var result: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == Byte.percent {
        guard index + 2 < range.upperBound, let high = Byte.hexadecimal(bytes[index + 1]),
          let low = Byte.hexadecimal(bytes[index + 2])
        else { return nil }
        result.append(UInt8(high * 16 + low))
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  // MARK: Handles

  /// What a document declared ends with it.
  mutating func forgetHandles() {
    if handles.isEmpty { return }
    handles = []
    handleTable.reset(capacity: 0)
  }

  /// The declaration of a handle.
  func handle(_ name: Range<Int>) -> TagHandle? {
    if handles.isEmpty { return nil }
    let index = handleTable.find(NameTable.hash(bytes, name)) {
      bytes[handles[$0].handle] == bytes[name]
    }
    return index.map { handles[$0] }
  }

  /// Takes a declaration; a later one of the same handle counts.
  mutating func declare(_ handle: TagHandle) {
    handles.append(handle)
    let (bytes, known) = (bytes, handles)
    let hash = NameTable.hash(bytes, handle.handle)
    _ = handleTable.add(hash, known.count - 1, replacing: true) {
      bytes[known[$0].handle] == bytes[handle.handle]
    }
  }
}
