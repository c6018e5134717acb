import Experiment
import Foundation
import Kernel
import Plan
import Record
import Testing
import Text

@testable import Report

/// Names that some format could stumble over.
let hostileNames = [
  "MAIL1", "a\"b", "a,b", "a\r\nb", "<a>&'", "]]>", "\u{0}\u{1}\u{1B}[31m", "\u{FFFE}\u{FFFF}",
  "日本語", "e\u{301}", "\u{202E}abc", String(repeating: "W", count: 200), "", " ", "\\\\X\\Y",
]

/// What a file's writer hands over, in one piece.
private func text(_ lines: (RunRecord, (String) -> Void) -> Void, of record: RunRecord) -> String {
  var text = ""
  lines(record) { text += $0 }
  return text
}

@Suite("The files of a run")
struct FileTests {
  @Test("perfmon.csv is what Performance Monitor writes, to the byte")
  func perfmon() {
    let expected =
      [
        #""(PDH-CSV 4.0) (GMT)(0)","\\MAIL1\Process(services)\Handle Count","#
          + #""\\MAIL1\MSExchangeIS\RPC Packets/sec","\\MAIL1\LogicalDisk(C:)\% Free Space""#,
        #""03/02/1998 00:00:00.000","1003"," ","0.003""#,
        #""03/02/1998 00:15:00.000","1013","1.5015","0.1""#,
        #""03/02/1998 00:30:00.000"," ","2.5015","1.25""#,
      ].map { $0 + "\r\n" }.joined()
    #expect(text(PerfmonCSV.lines, of: SampleRun().record) == expected)
  }

  @Test("A row that stands for several samples is stamped with the last of them")
  func thinned() {
    let rows = parsedCSV(text(PerfmonCSV.lines, of: SampleRun(perBin: 4).record))
    #expect(
      rows?.dropFirst().map(\.[0]) == [
        "03/02/1998 00:45:00.000", "03/02/1998 01:45:00.000", "03/02/1998 02:45:00.000",
      ]
    )
  }

  @Test("Values are read back from both tables, whatever names hold", arguments: hostileNames)
  func tables(_ name: String) throws {
    let record = SampleRun(name: name).record
    let perfmon = try #require(parsedCSV(text(PerfmonCSV.lines, of: record)))
    #expect(perfmon.count == 4 && perfmon.allSatisfy { $0.count == 4 })
    #expect(perfmon[0][1] == "\\\\\(name)\\Process(services)\\Handle Count")
    let events = try #require(parsedCSV(text(EventsCSV.lines, of: record)))
    #expect(events[0] == ["date", "seconds", "host", "source", "event", "text"])
    #expect(
      events[1] == [
        "1998-03-02 08:01:00.250", "28860.25", name, "MSExchangeIS", "1000",
        "The user \"A, B\" of \(name) could not log on.",
      ]
    )
  }

  @Test(
    "expectations.xml is well-formed whatever names hold, and counts right",
    arguments: hostileNames
  )
  func junit(_ name: String) throws {
    let text = JUnitXML.text(of: SampleRun(name: name).result)
    let tags = WellFormed(text)
    #expect(tags.isWellFormed, "\(text)")
    #expect(tags.names.count { $0 == "testcase" } == 3)
    #expect(tags.names.count { $0 == "failure" } == 1)
    #expect(tags.names.count { $0 == "skipped" } == 1)
    #expect(text.contains("tests=\"3\" failures=\"1\" errors=\"0\" skipped=\"1\""))
  }

  @Test("run.json holds the record as it is, the verdicts and the findings")
  func json() throws {
    let run = SampleRun(ending: .halted(Halt(.events, limit: 7)))
    let source = ReportSource(command: "mailroom run x", version: "1.2.3", planCommand: "")
    let json = try JSON(parsing: run.result.parts(source).encoded())
    let record = try #require(json["record"])
    #expect(try RunRecord(record) == run.record)
    #expect(json["version"] == 1)
    #expect(json["program"]?["version"]?.text == "1.2.3")
    #expect(
      json["verdicts"]?.elements?.map { $0["outcome"]?.text } == ["held", "failed", "undecided"]
    )
    let steps = json["findings"]?.elements?[0]["outlooks"]?.elements?[0]["steps"]?.elements
    #expect(steps?[0]["reached"]?["date"]?.text == "1998-03-14 12:00:00.000")
    #expect(steps?[1]["expected-seconds"]?["value"]?.double == 7_700_000)
    #expect(steps?[2]["expected-seconds"]?["value"] == .null)
  }

  @Test("A step of a trace is one line, whatever it holds", arguments: hostileNames)
  func trace(_ name: String) throws {
    let step = TraceStep(
      time: SampleRun.at(5, 20),
      message: "out/1",
      host: name,
      place: "Internet Mail Service of \(name)",
      what: "connects"
    )
    let clock = SiteClock(start: SampleRun.start)
    for line in try [step.text(clock), step.json(clock).encodedInLine()] {
      #expect(!line.unicodeScalars.contains { $0 == "\n" || $0 == "\r" || $0 == "\u{1B}" })
    }
    let read = try JSON(parsing: try step.json(clock).encodedInLine())
    #expect(read["host"]?.text == name)
  }
}
