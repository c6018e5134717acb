import Kernel
import Plan
import Record
import Testing
import Text

@testable import Report

@Suite("What an administrator sees at a moment")
struct SnapshotTests {
  private func snapshot(_ name: String) -> Snapshot {
    Snapshot(
      time: SampleRun.at(17, 20),
      host: name,
      processes: [
        .init(
          id: 112,
          image: "store.exe",
          handles: 1_234,
          threads: 40,
          privateBytes: 12_345_678,
          since: SampleRun.at(0, 2)
        )
      ],
      connections: [
        .init(
          local: "\(name):1054",
          foreign: "mx1.partner.example:25",
          state: "ESTABLISHED",
          since: SampleRun.at(12),
          isLeaked: true
        )
      ],
      queues: [.init(name: "\(name) ▸ MTS-OUT", count: 7, bytes: 4_096, oldest: SampleRun.at(9))],
      counters: [
        .init(name: "Process(store)\\Handle Count", value: 1_234),
        .init(name: "Process(store)\\Private Bytes", value: 12_345_678),
        .init(name: "MSExchangeIMC\\Connections Outbound", value: nil),
        .init(name: "MSExchangeIMC\\of \(name)", value: 0.12345),
      ],
      log: [
        .init(time: SampleRun.at(8), host: name, source: "First", id: 1, text: "Of \(name)."),
        .init(time: SampleRun.at(17), host: name, source: "EventLog", id: 6_005, text: "Started."),
      ]
    )
  }

  private func text(_ view: SnapshotView, _ name: String = "HUB1", width: Int = 80) -> String {
    view.text(
      of: snapshot(name),
      clock: SiteClock(start: SampleRun.start),
      style: Style(isColored: false),
      width: width
    )
  }

  @Test(
    "Each tool shows what its window shows",
    arguments: [
      (
        .netstat,
        """
        Active Connections
          Proto  Local Address  Foreign Address         State        Age
          TCP    HUB1:1054      mx1.partner.example:25  ESTABLISHED  5h 20m

        """
      ),
      (
        .tlist,
        """
        PID  Handles  Threads  Private Bytes  Elapsed  Image
        112    1,234       40      12,057 KB  17h 18m  store.exe

        """
      ),
      (
        .perfmon,
        #"""
        Computer: \\HUB1
          Object: Process store
            Handle Count       1234.000
            Private Bytes  12345678.000
          Object: MSExchangeIMC
            Connections Outbound  not available
            of HUB1                       0.123

        """#
      ),
      (
        .eventlog,
        """
        Date    Time        Source    Event  Text
        3/2/98  5:00:00 PM  EventLog  6005   Started.
        3/2/98  8:00:00 AM  First     1      Of HUB1.

        """
      ),
      (
        .queues,
        """
        Messages   Size  Oldest                Queue
               7  4 KiB  Mon 2 Mar 1998 09:00  HUB1 ▸ MTS-OUT

        """
      ),
    ] as [(SnapshotView, String)]
  )
  func golden(_ view: SnapshotView, _ expected: String) {
    #expect(text(view) == "HUB1, Mon 2 Mar 1998 17:20 (17h 20m)\n" + expected)
  }

  @Test("No line is wider than the terminal, whatever names hold", arguments: hostileNames)
  func width(_ name: String) {
    for view in SnapshotView.allCases {
      for line in text(view, name).split(separator: "\n") {
        #expect(displayWidth(String(line)) <= 80, "\(line)")
        #expect(!line.unicodeScalars.contains { $0.isUnprintable }, "\(line)")
      }
    }
  }
}
