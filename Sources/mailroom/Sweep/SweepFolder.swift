import Command
import Kernel
import Record
import Text

/// The folder of a sweep's results: each run is there as soon as it is done.
///
/// Its file of runs begins with the order; then a run is a line, whose first member is a check of the
/// rest. What was cut off or altered is found by it, named and done again.
final class SweepFolder: Sendable {
  static let runsName = "runs.jsonl"

  let path: String
  private let lock: FolderLock
  private let file: GrowingFile

  /// What was found in a folder.
  struct Found {
    let order: SweepOrder
    let digests: [RunDigest]
    /// What is wrong with lines that were passed over.
    let complaints: [String]
  }

  /// Takes the folder at `path` for an order, and makes it where there is none.
  ///
  /// - Parameter resumes: whether runs that are there already are kept.
  /// - Returns: the folder, and what it already holds.
  static func take(
    _ path: String,
    for order: SweepOrder,
    resumes: Bool
  ) throws(FileFailure) -> (SweepFolder, Found) {
    try makeFolder(path)
    let lock = try FolderLock(path)
    var found = Found(order: order, digests: [], complaints: [])
    if let old = try read(path) {
      guard old.order.identity == order.identity else {
        throw FileFailure(.cannotWrite, foreign(old.order, order, path))
      }
      guard resumes else {
        throw FileFailure(
          .cannotWrite,
          "\(printable(path)) already holds \(counted(old.digests.count, "run")) of this sweep; --resume goes on"
            + " with them"
        )
      }
      found = old
    }
    let name = "\(path)/\(runsName)"
    try write(order, found.digests, to: name)
    return (try SweepFolder(path, lock, GrowingFile(name)), found)
  }

  private init(_ path: String, _ lock: consuming FolderLock, _ file: consuming GrowingFile) {
    self.path = path
    self.lock = lock
    self.file = file
  }

  /// Adds a run.
  func add(_ digest: RunDigest) throws(FileFailure) {
    try file.add(line: Self.line("run", digest.json))
  }

  /// Writes the runs in their order, so that the same sweep leaves the same bytes however it came about.
  func settle(_ order: SweepOrder, _ digests: [RunDigest]) throws(FileFailure) {
    try Self.write(order, digests, to: "\(path)/\(Self.runsName)")
  }

  /// What the folder at `path` holds; nil where it holds no sweep.
  static func read(_ path: String) throws(FileFailure) -> Found? {
    let name = "\(path)/\(runsName)"
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try readFile(name)
    } catch {
      if error.exitCode == .noInput { return nil }
      throw error
    }
    var order: SweepOrder?
    var digests: [RunPlace: RunDigest] = [:]
    // Of two that differ nobody knows which is right.
    var disputed: Set<RunPlace> = []
    var complaints: [String] = []
    var names = SharedNames()
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() where number == 0 || !line.isEmpty {
      let place = "\(printable(name)):\(number + 1)"
      guard let (kind, json) = content(of: line) else {
        if number == 0 { throw damaged(name) }
        complaints.append("\(place): this run was cut off or altered, and does not count")
        continue
      }
      do throws(RecordError) {
        if number == 0, kind == "order" {
          order = try SweepOrder(json)
        } else {
          let digest = names.share(try RunDigest(json))
          if let other = digests[digest.place], other != digest {
            disputed.insert(digest.place)
            throw RecordError(path: "", message: "the same run stands here twice and differs")
          }
          digests[digest.place] = digest
        }
      } catch {
        if number == 0 {
          throw FileFailure(.cannotRead, "\(place): \(error)")
        }
        complaints.append("\(place): \(error); it does not count")
      }
    }
    guard let order else { throw damaged(name) }
    let isWhole = bytes.last == UInt8(ascii: "\n")
    if !isWhole, complaints.isEmpty { complaints.append("\(printable(name)): the end was cut off") }
    let known = digests.values.filter { digest in
      order.points.indices.contains(digest.place.point) && !disputed.contains(digest.place)
    }
    return Found(
      order: order,
      digests: known.sorted { $0.place < $1.place },
      complaints: complaints
    )
  }

  private static func damaged(_ name: String) -> FileFailure {
    FileFailure(
      .cannotRead,
      "\(printable(name)) does not begin with the order of a sweep; remove it to begin anew"
    )
  }

  private static func foreign(_ old: SweepOrder, _ new: SweepOrder, _ path: String) -> String {
    let what =
      old.program != new.program
      ? "was made by version \(old.program), and this is \(new.program)"
      : old.words != new.words
        ? "holds another sweep: \(old.words.joined(separator: " "))"
        : "holds a sweep of this file as it was before it was changed"
    return "\(printable(path)) \(printable(what)); give another --out"
  }

  /// Writes the file of runs whole or not at all, in pieces.
  private static func write(
    _ order: SweepOrder,
    _ digests: [RunDigest],
    to name: String
  ) throws(FileFailure) {
    let file = try WholeFile(name)
    var text = line("order", order.json) + "\n"
    for digest in digests {
      text += line("run", digest.json) + "\n"
      guard text.utf8.count >= 1 << 16 else { continue }
      try file.write(text)
      text = ""
    }
    try file.commit(text)
  }

  /// `{"check":"0123456789abcdef","run":{…}}`
  private static func line(_ kind: String, _ json: JSON) -> String {
    let body: String
    do throws(NotFinite) {
      body = try json.encodedInLine()
    } catch {
      preconditionFailure("a number of a result is not finite: \(error.path)")
    }
    let rest = "\"\(kind)\":\(body)}"
    return "{\"check\":\"\(check(rest.utf8))\",\(rest)"
  }

  private static func check(_ bytes: some Sequence<UInt8>) -> String {
    hexadecimal(StableName("sweep").child(String(decoding: Array(bytes), as: UTF8.self)).bits)
  }

  private static func content(of line: ArraySlice<UInt8>) -> (kind: String, JSON)? {
    let head = 28  // `{"check":"0123456789abcdef",`
    let text = String(decoding: line, as: UTF8.self)
    guard line.count > head, let json = try? JSON(parsing: text),
      json["check"]?.text == check(line.dropFirst(head)), case .object(let members) = json,
      members.count == 2
    else { return nil }
    return (members[1].name, members[1].value)
  }
}
