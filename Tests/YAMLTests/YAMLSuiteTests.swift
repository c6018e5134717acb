import Testing

@testable import YAML

/// The public test suite, where a checkout of its branch `data` is given:
///
///     YAML_TEST_SUITE=DIR swift test --filter YAMLSuite
@Suite("YAMLSuite")
struct YAMLSuiteTests {
  struct Case {
    var name: String
    var input: [UInt8]
    var events: [String]
    var isError: Bool

    /// A single document in which every tag is of the core schema.
    var isOrdinary: Bool {
      !isError && events.filter { $0.hasPrefix("+DOC") }.count == 1 && !hasCustomTag
    }
    var hasCustomTag: Bool {
      events.contains { line in
        guard let start = line.firstIndex(of: "<"), line.hasPrefix("=VAL") || line.hasPrefix("+"),
          let end = line[start...].firstIndex(of: ">")
        else { return false }
        let before = line[..<start]
        if before.contains(where: { ":'\"|>".contains($0) }) { return false }
        if case .custom = YAMLTag(resolved: String(line[line.index(after: start)..<end])) {
          return true
        }
        return false
      }
    }
  }

  static let folder = Files.variable("YAML_TEST_SUITE")

  static func cases(in folder: String, _ prefix: String = "") -> [Case] {
    var cases: [Case] = []
    for name in Files.names(in: folder) where prefix != "" || name != "name" && name != "tags" {
      let path = folder + "/" + name
      if let input = Files.read(path + "/in.yaml") {
        let events = Files.read(path + "/test.event").map { String(decoding: $0, as: UTF8.self) }
        cases.append(
          Case(
            name: prefix + name,
            input: input,
            events: (events ?? "").split(separator: "\n").map(String.init),
            isError: Files.exists(path + "/error")
          )
        )
      } else if prefix == "", Files.exists(path) {
        cases += Self.cases(in: path, name + "/")
      }
    }
    return cases
  }

  @Test(
    "the suite's right texts are read as it says, and its wrong ones refused",
    .enabled(if: folder != nil, "YAML_TEST_SUITE names no checkout of the suite")
  )
  func suite() throws {
    let cases = Self.cases(in: try #require(Self.folder))
    #expect(cases.count > 300, "no suite in this folder")
    var ordinary = 0
    var ordinaryRead = 0
    var refused: [String] = []
    for test in cases {
      let (tree, problems, _) = YAMLTree.read(test.input, file: test.name, limits: YAMLLimits())
      let errors = problems.filter { $0.severity == .error }
      if test.isError {
        #expect(!errors.isEmpty, "\(test.name) is an error and was read")
        continue
      }
      // What is refused only for a tag that is not known must be read rightly all the same.
      let isOnlyTags = errors.allSatisfy { $0.code == .tagCustom }
      if isOnlyTags {
        let events = Notation.lines(tree)
        #expect(events == test.events, "\(test.name) was misread")
      }
      if !errors.isEmpty { refused.append("\(errors[0])") }
      if test.isOrdinary {
        ordinary += 1
        if errors.isEmpty { ordinaryRead += 1 }
      }
    }
    print("\(cases.count) cases, \(cases.count(where: \.isError)) of them errors")
    print("ordinary ones read: \(ordinaryRead) of \(ordinary); refused of all right ones:")
    for line in refused { print("  " + line) }
    #expect(ordinaryRead * 100 >= ordinary * 95)
  }
}
