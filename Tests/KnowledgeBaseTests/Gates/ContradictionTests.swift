import KnowledgeBase
import Plan
import Testing

@Suite("Contradictions")
struct ContradictionTests {
  func defect(_ id: String, affects: String, when: String = "", answer: String) throws -> Defect {
    let text = """
      article: \(id)
      affects: [ \(affects) ]
      trigger: { decision: ims.conversion-failure, when: { direction: inbound\(when) } }
      effect: [ { answer: \(answer) } ]
      """
    let read = ReadArticle(MarkedArticle(text).text)
    return try #require(read.defect, "\(read.report)")
  }

  let early = "{ component: msexcimc.exe, from: 5.5.1960, below: 5.5.2232 }"

  @Test("Two answers to one question where both can be asked")
  func both() throws {
    let first = try defect("Q100001", affects: early, answer: "stop")
    let second = try defect("Q100002", affects: "{ os: NT 4.0 }", answer: "retry")
    let found = Contradiction.among([first, second])
    #expect(
      found.map(\.message) == [
        "`Q100001` answers `ims.conversion-failure` with `stop`, `Q100002` with `retry`."
      ]
    )
    #expect(Contradiction.among([first, first]) == [])
  }

  @Test(
    "No contradiction where the gates or the attributes exclude one another",
    arguments: [
      ("{ component: msexcimc.exe, from: 5.5.2232, below: 5.5.2448 }", "", "retry"),
      ("{ component: msexcimc.exe, from: 5.0.0 }", "", "retry"),
      ("{ os: NT 4.0 }", ", trait: b", "retry"), ("{ os: NT 4.0 }", ", size: over 1 MiB", "retry"),
      ("{ os: NT 4.0 }", ", trait: a", "stop"),
    ]
  )
  func apart(affects: String, when: String, answer: String) throws {
    let first = try defect(
      "Q100001",
      affects: early,
      when: ", trait: a, size: 1 KiB to 1 MiB",
      answer: "stop"
    )
    let second = try defect("Q100002", affects: affects, when: when, answer: answer)
    #expect(Contradiction.among([first, second]) == [])
    #expect(Contradiction.among([second, first]) == [])
  }
}
