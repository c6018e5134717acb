import Testing

@testable import YAML

/// A second reader, made by others, agrees on random documents.
@Suite("YAML beside PyYAML")
struct PyYAMLTests {
  static let hasPyYAML = Files.python("import yaml") != nil

  static let script = """
    import sys, yaml
    def prop(e):
        return (" &" + e.anchor if e.anchor else "") + (" <" + e.tag + ">" if e.tag else "")
    def esc(s):
        for a, b in (("\\\\", "\\\\\\\\"), ("\\n", "\\\\n"), ("\\t", "\\\\t"), ("\\r", "\\\\r")):
            s = s.replace(a, b)
        return s
    for text in open(sys.argv[1], "rb").read().decode().split("\\x1e"):
        for e in yaml.parse(text, Loader=yaml.SafeLoader):
            n = type(e).__name__
            if n == "ScalarEvent":
                print("=VAL" + prop(e) + " " + (e.style or ":") + esc(e.value))
            elif n == "AliasEvent": print("=ALI *" + e.anchor)
            elif n == "SequenceStartEvent": print("+SEQ" + (" []" if e.flow_style else "") + prop(e))
            elif n == "MappingStartEvent": print("+MAP" + (" {}" if e.flow_style else "") + prop(e))
            elif n == "DocumentStartEvent": print("+DOC" + (" ---" if e.explicit else ""))
            elif n == "DocumentEndEvent": print("-DOC" + (" ..." if e.explicit else ""))
            else: print({"StreamStartEvent": "+STR", "StreamEndEvent": "-STR", "MappingEndEvent": "-MAP", "SequenceEndEvent": "-SEQ"}[n])
    """

  @Test(
    "PyYAML reads the same events",
    .enabled(if: hasPyYAML, "python3 has no PyYAML here")
  )
  func agree() throws {
    let seeds: [UInt64] = Array(1001...1200)
    let texts = seeds.map { Writer.document($0).text }
    let all = Array(texts.joined(separator: "\u{1E}").utf8)
    let output = try #require(Files.python(Self.script, files: [all]))
    let theirs = output.split(separator: "-STR\n").map {
      $0.split(separator: "\n").map(String.init) + ["-STR"]
    }
    #expect(theirs.count == seeds.count)
    for (index, seed) in seeds.enumerated() where index < theirs.count {
      let ours = try Notation.lines(texts[index])
      #expect(ours == theirs[index], "seed \(seed)\n\(texts[index])")
    }
  }
}
