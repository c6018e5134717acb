import Experiment
import Kernel
import Plan
import Record
import Testing
import Text

@testable import Report

@Suite("The page of a run")
struct PageTests {
  private let source = ReportSource(
    command: "mailroom run --seed 214573 site.yaml",
    version: "1.2.3",
    planCommand: "mailroom plan site.yaml"
  )

  private func bytes(_ run: SampleRun) -> [UInt8] {
    ReportPage.run(run.result, of: run.plan, source)
  }

  @Test("No name changes more than text", arguments: hostileNames)
  func hostile(_ name: String) {
    let page = ReadMarkup(bytes(SampleRun(name: name)))
    #expect(page.complaint == nil)
    #expect(page.skeleton == ReadMarkup(bytes(SampleRun())).skeleton)
    let all = page.texts.joined()
    #expect(!all.unicodeScalars.contains { $0.isUnprintable && $0 != "\n" })
    if !name.unicodeScalars.contains(where: { $0.isUnprintable || $0.value & 0xFFFE == 0xFFFE }) {
      #expect(page.texts.contains { $0.hasSuffix("with wrong passwords on \(name)") })
    }
  }

  @Test("The page needs nothing but itself, and nothing on it can run")
  func alone() {
    let page = ReadMarkup(bytes(SampleRun()))
    for element in page.elements {
      #expect(!["script", "iframe", "object", "img", "form", "base", "link"].contains(element.tag))
      for (name, value) in element.attributes {
        #expect(!name.hasPrefix("on") && name != "src" && name != "style", "\(element)")
        if name == "href" { #expect(value.hasPrefix("#"), "\(element)") }
      }
    }
    #expect(!page.style.contains("url(") && !page.style.contains("@import"))
  }

  @Test("The policy lets in the style sheet that is on the page, and nothing else")
  func policy() throws {
    let page = ReadMarkup(bytes(SampleRun()))
    let policy = page.elements.first { $0.value("http-equiv") == "Content-Security-Policy" }
    let digest = SHA256(Array(page.style.utf8)).base64
    #expect(
      policy?.value("content")
        == "default-src 'none'; style-src 'sha256-\(digest)'; base-uri 'none'; form-action 'none'"
    )
    #expect(page.elements.count { $0.tag == "style" } == 1)
  }

  @Test("Every identifier stands for one element, and whatever is referred to is there")
  func references() {
    let elements = ReadMarkup(bytes(SampleRun())).elements
    let identifiers = elements.compactMap { $0.value("id") }
    #expect(Set(identifiers).count == identifiers.count)
    for element in elements {
      for name in element.value("aria-labelledby")?.split(separator: " ") ?? [] {
        #expect(identifiers.contains(String(name)))
      }
      if let target = element.value("href") {
        #expect(identifiers.contains(String(target.dropFirst())))
      }
    }
  }

  @Test("Every picture that says something has a title, a description and a table")
  func described() {
    let elements = ReadMarkup(bytes(SampleRun())).elements
    let pictures = elements.indices.filter { elements[$0].value("role") == "img" }
    #expect(pictures.count == 4)
    for place in pictures {
      #expect(elements[place + 1].tag == "title" && elements[place + 2].tag == "desc")
      let rest = elements[place...].dropFirst()
      let next = rest.firstIndex { $0.value("role") == "img" } ?? elements.endIndex
      #expect(elements[place..<next].contains { $0.tag == "details" })
      #expect(elements[place..<next].contains { $0.tag == "table" })
    }
  }

  @Test("The same result gives the same bytes")
  func stable() {
    #expect(bytes(SampleRun()) == bytes(SampleRun()))
  }

  @Test("What fails comes first, with when and what helps")
  func answer() {
    let texts = ReadMarkup(bytes(SampleRun())).texts.filter { $0 != "\n" }
    let start = texts.firstIndex(of: "services.exe of MAIL1 hangs, Sat 14 Mar 1998 22:00 (12d 22h)")
    let expectations = texts.lastIndex(of: "Expectations")
    #expect(start ?? .max < expectations ?? 0)
    #expect(
      texts.contains(
        "Corrected by hotfix Q214573, or Exchange 5.5 RTM; freed by a stop of"
          + " MSExchangeIS (the article says so), or a reboot (assumed)."
      )
    )
    #expect(texts.contains("1 of 3") && texts.contains("1 failed, 1 undecided and 1 held"))
  }

  @Test("A run that ended early says so before everything else")
  func early() {
    let texts = ReadMarkup(bytes(SampleRun(ending: .halted(Halt(.events, limit: 9_999))))).texts
    let halted = texts.firstIndex(of: "halted")
    #expect(halted ?? .max < texts.firstIndex { $0.hasPrefix("services.exe of MAIL1 hangs") } ?? 0)
  }

  @Test("A run in which nothing happened has a page")
  func empty() {
    let run = SampleRun(flowCount: 0)
    let record = RunRecord(
      title: "",
      seed: 0,
      replication: 0,
      start: SampleRun.start,
      duration: .zero,
      warmUp: .zero,
      ending: .complete,
      end: .start,
      eventCount: 0,
      fingerprint: 0,
      eventCounts: [],
      flows: [],
      queues: [],
      hosts: [],
      processes: [],
      log: LogRecord(entries: [], totals: []),
      defects: [],
      series: SeriesRecord(
        first: .start,
        asked: .minutes(5),
        kept: .minutes(5),
        sampleCount: 0,
        counters: []
      )
    )
    let result = RunResult(record: record, verdicts: [], findings: [])
    let page = ReadMarkup(ReportPage.run(result, of: run.plan, source))
    #expect(page.complaint == nil)
    #expect(page.texts.contains("No defect was set off"))
  }
}
