import Experiment
import Plan
import Record
import Text

/// The page of one run: what came of it first, then why one may believe it.
struct RunPage {
  let words: RunWords
  let source: ReportSource
  let course: RunCourse

  /// The page of a run of this plan.
  init(_ result: RunResult, of plan: SitePlan, _ source: ReportSource) {
    words = RunWords(plan: plan, result: result)
    self.source = source
    course = RunCourse(result, of: plan)
  }

  var record: RunRecord { words.record }
  var result: RunResult { words.result }

  /// All of it.
  var frame: PageFrame {
    PageFrame(
      title: record.title.isEmpty ? "A site without a title" : record.title,
      kind: "Mailroom, one run",
      subtitle: { page in
        let (lead, rest) = words.extent
        if !lead.isEmpty { page.element(.strong, [:], lead) }
        page.text(rest)
      },
      answer: { answer.write(&$0) },
      sections: sections,
      foot: "mailroom \(source.version), seed \(record.seed), fingerprint \(record.fingerprintText)"
    )
  }

  private var sections: [PageFrame.Section] {
    var sections: [PageFrame.Section] = []
    func add(_ id: String, _ title: String, _ content: @escaping (inout MarkupWriter) -> Void) {
      sections.append(PageFrame.Section(id: id, title: title, content: content))
    }
    if !result.verdicts.isEmpty { add("expectations", "Expectations", writeExpectations) }
    if !result.findings.isEmpty { add("defects", "Defects at work", writeFindings) }
    if !words.plan.hosts.isEmpty { add("site", "The site", writeSite) }
    if !course.happenings.isEmpty { add("course", "What happened when", writeCourse) }
    if !record.flows.isEmpty { add("mail", "Mail", writeMail) }
    if !counters.isEmpty { add("counters", "Counters", writeCounters) }
    if !record.hosts.isEmpty { add("hosts", "Hosts", writeHosts) }
    if !words.plan.assumptions.isEmpty {
      add("assumptions", "What this rests upon", writeAssumptions)
    }
    add("again", "The same again", writeSource)
    add("reading", "How to read this page", writeReading)
    return sections
  }
}
