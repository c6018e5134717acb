import Command
import Foundation
import Schema
import Testing
import Text
import Topology

@testable import mailroom

/// A validator that others made accepts what we accept and refuses what we refuse.
@Suite("The schema beside an independent validator")
struct SchemaTests {
  /// Loads documents as editors do, changes them in many ways, and validates what comes out.
  ///
  /// Each line of the output is a JSON object: what was done, the document, and the first complaint.
  private static let script = #"""
    import copy, json, random, sys
    import jsonschema
    from ruamel.yaml import YAML

    schema = json.load(open(sys.argv[1]))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    loader = YAML(typ="safe", pure=True)
    count = int(sys.argv[2])

    def places(value, path=()):
        yield path
        if isinstance(value, dict):
            for key in value: yield from places(value[key], path + (key,))
        elif isinstance(value, list):
            for index in range(len(value)): yield from places(value[index], path + (index,))

    def at(value, path):
        for step in path: value = value[step]
        return value

    def misspelt(chance, key):
        cut = chance.randrange(len(key) + 1)
        return key[:cut] + chance.choice("qz") + key[cut:]

    def change(chance, document):
        path = chance.choice([p for p in places(document) if p])
        parent, last = at(document, path[:-1]), path[-1]
        value = parent[last]
        kind = chance.randrange(4)
        if kind == 0 and isinstance(parent, dict):
            name = misspelt(chance, last)
            parent[name] = parent.pop(last)
            return f"{path}: key is {name}"
        if kind == 1:
            del parent[last]
            return f"{path}: removed"
        others = [7, 0.5, True, "nonsense word", "", "5 parsecs", "12 MiB", "30%", "5m", [], ["x"],
                  {}, {"zzz": "x"}, [value], {"zzz": value}, "always", "SP3", "4000/day"]
        parent[last] = chance.choice([o for o in others if o != value])
        return f"{path}: {json.dumps(parent[last])}"

    def emit(what, document):
        error = next(iter(validator.iter_errors(document)), None)
        print(json.dumps({"what": what, "document": json.dumps(document),
                          "complaint": "" if error is None else error.message[:200]}))

    for number, path in enumerate(sys.argv[3:]):
        document = loader.load(open(path))
        emit(path, document)
        chance = random.Random(number)
        for turn in range(count):
            changed = copy.deepcopy(document)
            emit(f"{path} {turn}: {change(chance, changed)}", changed)
    """#

  private static let python = Programs.python(with: "jsonschema, ruamel.yaml")

  @Test("the schema beside the topologies that come with the project is the one that is printed")
  func fresh() throws {
    let isFresh = try readText(Programs.path("Topologies/\(SchemaFile.name)")) == SchemaFile.text
    #expect(isFresh, "swift run mailroom schema --out Topologies/\(SchemaFile.name) renews it")
  }

  private struct Verdict {
    let what: String
    let document: String
    let complaint: String
  }

  /// What the validator says of some topologies, each also changed `count` times.
  private func verdicts(_ texts: [[UInt8]], count: Int) throws -> [Verdict] {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "mailroom-schema-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try createFile(folder.path + "/schema.json", SchemaFile.text)
    var arguments = ["-c", Self.script, folder.path + "/schema.json", "\(count)"]
    for (number, bytes) in texts.enumerated() {
      let path = "\(folder.path)/\(number).yaml"
      try createFile(path, String(decoding: bytes, as: UTF8.self))
      arguments.append(path)
    }
    let run = try ChildProcess.run(try #require(Self.python), arguments)
    #expect(run.ending == .exited(0), "\(run.errors)")
    return try run.output.split(separator: "\n").map { line in
      let value = try JSON(parsing: String(line))
      return Verdict(
        what: try #require(value["what"]?.text),
        document: try #require(value["document"]?.text),
        complaint: try #require(value["complaint"]?.text)
      )
    }
  }

  /// What a reading of the form alone complains of.
  private func rules(_ document: String) -> [Rule] {
    func read<Root: Record>(_ root: Root.Type) -> [Rule] {
      let reading = Reading()
      _ = reading.read(root, from: Array(document.utf8), file: "t")
      return reading.diagnostics.filter { $0.severity == .error }.map(\.rule)
    }
    return read(Topologies.root)
  }

  @Test(
    "every topology that comes with the program is valid",
    .enabled(if: python != nil, "no python3 on PATH has jsonschema and ruamel.yaml")
  )
  func valid() throws {
    let files = try Programs.topologies()
    for verdict in try verdicts(files.map(\.bytes), count: 0) {
      #expect(verdict.complaint == "", "\(verdict.what)")
    }
  }

  @Test(
    "single mistakes are refused by both, and what only looks like another type by none",
    .enabled(if: python != nil, "no python3 on PATH has jsonschema and ruamel.yaml")
  )
  func examples() throws {
    let start =
      "title: x\nrun: { duration: 5d }\nhosts: { A: { os: NT 4.0 Server SP4, memory: 64 MiB } }\n"
    let right = [
      start, start + "exchange: { A: { version: 5.0 } }",
      start + "exchange: { A: { version: 5.5 } }",
      start.replacing("5d", with: "5d, seed: 7"), start.replacing("title: x", with: "title: 12"),
      start.replacing("title: x", with: "title: true"),
    ]
    let wrong = [
      start.replacing("memory", with: "memroy"), start.replacing("title: x\n", with: ""),
      start.replacing("MiB", with: "MB"), start.replacing("64 MiB", with: "64"),
      start.replacing("64 MiB", with: "64 MiB, platform: sparc"),
      start.replacing("os: NT 4.0 Server SP4, ", with: ""), start.replacing("5d", with: "[5d]"),
      start + "exchange: { A: { version: [5.0] } }", start.replacing("5d", with: "5d, seed: many"),
    ]
    for (number, verdict) in try verdicts((right + wrong).map { Array($0.utf8) }, count: 0)
      .enumerated()
    {
      let isRight = number < right.count
      let text = (right + wrong)[number]
      #expect(verdict.complaint.isEmpty == isRight, "\(text): \(verdict.complaint)")
      #expect(rules(text).isEmpty == isRight, "\(text): \(rules(text).map(\.code))")
    }
  }

  /// What a schema cannot say: how far numbers with units may go, what values mean beside each other,
  /// and which versions there are.
  private static let beyondSchema: Set<String> = [
    "out-of-range", "unknown-version", "unknown-operating-system", "shares",
  ]

  @Test(
    "on changed topologies the reader and the validator agree, but for what a schema cannot say",
    .enabled(if: python != nil, "no python3 on PATH has jsonschema and ruamel.yaml")
  )
  func changed() throws {
    let verdicts = try verdicts(Programs.topologies().map(\.bytes), count: 30)
    #expect(verdicts.count > 200)
    var refused = 0
    for verdict in verdicts {
      let codes = Set(rules(verdict.document).map(\.code))
      if verdict.complaint.isEmpty {
        #expect(codes.isSubset(of: Self.beyondSchema), "only the reader refuses \(verdict.what)")
      } else {
        refused += 1
        #expect(!codes.isEmpty, "only the validator refuses \(verdict.what): \(verdict.complaint)")
      }
    }
    // Changes that nobody refused would prove nothing.
    #expect(refused > verdicts.count / 2)
  }
}
