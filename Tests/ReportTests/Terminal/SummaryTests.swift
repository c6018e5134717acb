import Experiment
import Kernel
import Plan
import Record
import Testing
import Text

@testable import Report

@Suite("The summary of a run")
struct SummaryTests {
  private let source = ReportSource(
    command: "mailroom run --seed 214573 --set 'pop3.ROAD.bad-passwords=5%' site.yaml",
    version: "1.2.3",
    planCommand: "mailroom plan site.yaml"
  )

  private func text(_ run: SampleRun, width: Int = 80, isColored: Bool = false) -> String {
    SummaryText(
      of: run.result,
      plan: run.plan,
      source: source,
      style: Style(isColored: isColored),
      width: width
    ).text
  }

  @Test("It reads as it should")
  func golden() {
    #expect(text(SampleRun()) == Self.golden, "\(text(SampleRun()))")
  }

  @Test("No line is wider than the terminal, whatever names hold", arguments: hostileNames)
  func width(_ name: String) {
    for width in [40, 80, 110] {
      for line in text(SampleRun(name: name), width: width).split(separator: "\n") {
        #expect(displayWidth(String(line)) <= width, "\(line)")
        #expect(!line.unicodeScalars.contains { $0.isUnprintable }, "\(line)")
      }
    }
  }

  @Test("Colour adds escape sequences and nothing else")
  func colour() {
    let coloured = text(SampleRun(), isColored: true)
    #expect(coloured != text(SampleRun()))
    #expect(coloured.replacing(#/\u{1B}\[\d+m/#, with: "") == text(SampleRun()))
  }

  @Test("A run that ended early says so first")
  func early() {
    let partial = text(SampleRun(ending: .partial)).split(separator: "\n")[1]
    #expect(partial.hasPrefix("  stopped early: 4d 5h of 14d"))
    let halted = text(SampleRun(ending: .halted(Halt(.events, limit: 9_999))))
    #expect(halted.contains("halted after 4d 5h of 14d") && halted.contains("9999 events"))
  }

  @Test("Of many flows those with most trouble are shown, and all are counted")
  func manyFlows() {
    let lines = text(SampleRun(flowCount: 100)).split(separator: "\n")
    #expect(lines.count { $0.contains("flow-") } == 12)
    #expect(lines.contains { $0.contains("flow-99") })
    #expect(!lines.contains { $0.contains("flow-87 ") })
    #expect(lines.contains { $0.contains("all") && $0.contains("4,200,000") })
    #expect(lines.contains { $0.contains("88 flows more") })
  }

  static let golden = #"""
    POP3 logons by NTLM with wrong passwords on MAIL1
      14d from Mon 2 Mar 1998; 1,234,567 events

    Verdict: 1 failed, 1 undecided and 1 held
      failed     counter: 'MAIL1\Process(store)\Handle Count', is: level
                 It rose by 112 a day.
                 A second sentence, of MAIL1.
      undecided  not: Q192265
                 The run ended before.
      held       reproduces: Q214573
                 It was set off 1,234 times.

    Q214573 on MAIL1
      XADM: Store Handle Leak with Invalid POP3 NTLM Authentication
      Set off 1,234 times, first Mon 2 Mar 1998 08:02 (8h 2m).
      Sat 14 Mar 1998 22:00 (12d 22h)  services.exe of MAIL1 hangs
      Sat 14 Mar 1998 23:00 (12d 23h)  services.exe of MAIL1 hangs
      Sun 15 Mar 1998 00:00 (13d)      services.exe of MAIL1 hangs
      Sun 15 Mar 1998 01:00 (13d 1h)   services.exe of MAIL1 hangs
      Sun 15 Mar 1998 02:00 (13d 2h)   services.exe of MAIL1 hangs
      and 2 more, last Sun 15 Mar 1998 04:00 (13d 4h)
      Holds 1,234 handles of services.exe, and 112 more each day (90 %: 108 to 116).
      The limit: handles of services.exe on MAIL1, 10,000.
         1,000  slow: reached Sat 14 Mar 1998 12:00 (12d 12h)
        10,000  hangs: expected Sat 30 May 1998, after 89d 3h (90 %: 81d to 99d 13h)
        20,000  memory is damaged: not in sight
      corrected by  hotfix Q214573, or Exchange 5.5 RTM
      freed by      a stop of MSExchangeIS (the article says so), or a reboot
                    (assumed)

    Mail, by recipients
                         sent  delivered  returned  waiting  p50   p95     p99
      within           42,000     41,900         -        -   3s  9.4s  1m 15s
      flow-1 of MAIL1  42,000     41,899        12        1   3s  9.4s  1m 15s
      all              84,000     83,799        12        1
      12 returned  the host did not answer
      12 waiting  MAIL1 ▸ Internet Mail Service ▸ partner.example, 68.3 KiB, the
                  oldest since Thu 5 Mar 1998 18:00

    Hosts
      MAIL1: NT 4.0 Server SP4
        slow: short of handles in services.exe, from Sat 14 Mar 1998 12:00 (12d 12h)
          and still
        started again Fri 13 Mar 1998 00:00 (11d)
        services.exe: hung Sat 14 Mar 1998 22:00 (12d 22h), Q214573; hanging at the
          end
      QUIET: nothing to report

    What this rests upon
      assumed       population: session = 20s
      widely known  Q214573: limit = 10000
      and 2 defaults that an article states or that nothing came of: mailroom plan
        site.yaml

    The same again
      mailroom run --seed 214573 --set 'pop3.ROAD.bad-passwords=5%' site.yaml
      mailroom 1.2.3, seed 214573
      fingerprint: 0123456789abcdef

    """#
}

@Suite("Times in words")
struct SiteClockTests {
  @Test(
    "A length of time is said in its two largest units, rounded",
    arguments: [
      (0, "0s"), (4, "4ms"), (80, "80ms"), (999, "999ms"), (1_000, "1s"), (1_240, "1.2s"),
      (9_949, "9.9s"), (9_960, "10s"), (59_400, "59s"), (59_600, "1m"), (61_000, "1m 1s"),
      (3_599_600, "1h"), (3_660_000, "1h 1m"), (86_399_000, "1d"), (90_000_000, "1d 1h"),
      (31_536_000_000, "365d"),
    ] as [(UInt64, String)]
  )
  func about(_ milliseconds: UInt64, _ text: String) {
    #expect(SiteClock.about(.milliseconds(milliseconds)) == text)
  }

  @Test("A moment has its day")
  func moment() {
    let clock = SiteClock(start: SampleRun.start)
    #expect(clock.both(SampleRun.at(34, 5)) == "Tue 3 Mar 1998 10:05 (1d 10h)")
  }
}
