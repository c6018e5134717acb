public import Experiment
import Record
import Text

/// The expectations as a test report (JUnit), which build servers read.
public enum JUnitXML {
  /// The name of the file.
  public static let name = "expectations.xml"

  /// The expectations of a run and what became of them.
  public static func text(of result: RunResult) -> String {
    let verdicts = result.verdicts
    let failed = verdicts.count { $0.outcome == .failed }
    let skipped = verdicts.count { $0.outcome == .undecided }
    let counts =
      " tests=\"\(verdicts.count)\" failures=\"\(failed)\" errors=\"0\" skipped=\"\(skipped)\""
    let title = attribute(result.record.title)
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuites name=\"mailroom\"\(counts)>\n"
    text += "  <testsuite name=\"\(title)\"\(counts)>\n    <properties>\n"
    for (name, value) in [
      ("seed", "\(result.record.seed)"), ("fingerprint", result.record.fingerprintText),
    ] {
      text += "      <property name=\"\(name)\" value=\"\(value)\"/>\n"
    }
    text += "    </properties>\n"
    for verdict in verdicts { text += testCase(verdict, title) }
    return text + "  </testsuite>\n</testsuites>\n"
  }

  private static func testCase(_ verdict: Verdict, _ title: String) -> String {
    let head = "    <testcase classname=\"\(title)\" name=\"\(attribute(verdict.text))\""
    let first = attribute(verdict.evidence.first ?? verdict.outcome.rawValue)
    let all = content(verdict.evidence.joined(separator: "\n"))
    switch verdict.outcome {
    case .held:
      return head + ">\n      <system-out>\(all)</system-out>\n    </testcase>\n"
    case .failed:
      return head + ">\n      <failure message=\"\(first)\">\(all)</failure>\n    </testcase>\n"
    case .undecided:
      return head + ">\n      <skipped message=\"\(first)\"/>\n    </testcase>\n"
    }
  }

  private static func attribute(_ text: String) -> String { content(printable(text)) }

  /// A text between tags; what XML 1.0 has no way to write stands as `\u{1B}`.
  private static func content(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\n", "\t": escaped.unicodeScalars.append(scalar)
      case "\u{0}"..<" ", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}":
        escaped += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
