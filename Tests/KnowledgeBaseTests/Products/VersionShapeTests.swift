import KnowledgeBase
import Plan
import Schema
import Testing

@Suite("Versions as values of keys")
struct VersionShapeTests {
  struct HostText: Record {
    static let name = "host-for-tests"
    static let summary = "A host."
    let os: Written<OperatingSystem>
    let version: Written<Installation>
    let file: Written<FileVersion>
    let hotfixes: Written<[Written<String>]>
    init(_ keys: inout Keys) {
      os = keys.required("os", .operatingSystem(), "Its system.")
      version = keys.required("version", .version(of: "Exchange"), "Its Exchange.")
      file = keys.required("file", .fileVersion, "A file.")
      hotfixes = keys.value("hotfixes", .list(of: .article), default: [], "Hotfixes.")
    }
  }

  @Test("they are read where they stand")
  func reading() throws {
    let reading = Reading()
    let text = """
      os: NT 4.0 Server SP4
      version: 5.0
      file: 5.5.2652.36
      hotfixes: [Q269183, Q93080]
      """
    let host = try #require(reading.read(HostText.self, text: text, file: "site.yaml"))
    #expect(reading.diagnostics.isEmpty)
    #expect(host.os.value.servicePackName == "SP4")
    #expect(host.version.value.release.name == "RTM")
    #expect(host.file.value == FileVersion("5.5.2652.36"))
    #expect(host.hotfixes.value.map(\.value) == ["Q269183", "Q93080"])
  }

  @Test("each mistake is told at its bytes, with what is right")
  func mistakes() {
    let reading = Reading()
    let text =
      "{ os: NT 4.0 Terminal Server SP6a, version: 5.5 SP9, file: 5.5, hotfixes: [269183] }"
    _ = reading.read(HostText.self, text: text, file: "site.yaml")
    let bytes = Array(text.utf8)
    let pointed = reading.diagnostics.map { String(decoding: bytes[$0.place.range], as: UTF8.self) }
    #expect(pointed == ["SP6a", "SP9", "5.5", "269183"])
    #expect(
      reading.diagnostics.map(\.rule) == [
        .unknownSystem, .unknownVersion, .wrongForm, .wrongForm,
      ]
    )
  }

  @Test("what a form says accepts its own examples and what it writes")
  func forms() throws {
    func check<Value>(_ shape: Shape<Value>) throws {
      guard case .scalar(let form) = shape.form else {
        Issue.record("this is no scalar")
        return
      }
      let pattern = try Regex(form.pattern ?? ".*")
      #expect(!form.examples.isEmpty)
      for text in form.examples + [shape.text(of: shape.placeholder)] {
        #expect(try pattern.wholeMatch(in: text) != nil, "\(text)")
      }
    }
    try check(.fileVersion)
    try check(.operatingSystem())
    try check(.version(of: "Exchange"))
    try check(.version(of: "Microsoft Mail"))
    try check(Shape<String>.article)
  }

  @Test("the pattern of a file's version accepts exactly what is read")
  func fileVersions() throws {
    guard case .scalar(let form) = Shape<FileVersion>.fileVersion.form else { return }
    let pattern = try Regex(form.pattern ?? "")
    let texts = [
      "5.5.2652.36", "5.5.2652", "999.999.999999.999999", "1000.1.1", "0001.1.1", "1.1.0000001",
      "0000001.1.1", "001000.1.1", "4.86.1964.1878", "5.5", "5.5.1.2.3",
    ]
    for text in Mutations.of(texts) {
      let isMatched = try pattern.wholeMatch(in: text) != nil
      #expect(isMatched == (FileVersion(text) != nil), "\(text)")
    }
  }
}
