import Command
import Testing
import Text

@Suite(
  "mailroom run, observe and trace",
  .enabled(if: Programs.isBuilt, "the program is not beside the tests")
)
struct RunTests {
  private static let files =
    "events.csv\nexpectations.xml\nperfmon.csv\nreport.html\nrun.json\n"
  /// A run that lasts longer than anybody waits.
  private static let long = "--set run.duration=3000d --set mail.*.volume=1000/mailbox/day"

  private func bash(_ script: String) throws -> ChildProcess.Finished {
    try Programs.bash("$M init site.yaml >/dev/null; \(script)")
  }

  @Test(
    "The exit code says what happened",
    arguments: [
      ("$M run", 64), ("$M run no.yaml", 66), ("echo 'x: 1' > a; $M run a", 65),
      ("$M run --set nonsense site.yaml", 64), ("$M run --set run.sead=1 site.yaml", 65),
      ("$M run --until 5x site.yaml", 64), ("$M run --until '1 Mar 1998 noon' site.yaml", 64),
      ("$M run --seed -1 site.yaml", 64), ("$M run --fail-on nothing site.yaml", 64),
      ("$M run --out no/such site.yaml", 73), ("$M run --out site.yaml site.yaml", 73),
      ("$M run --until 1h --fail-on never site.yaml", 0),
      ("$M run --until 1h --fail-on never site.yaml > /dev/full", 73),
      ("$M run --until 1h --fail-on never site.yaml no.yaml", 66),
      ("mkdir b; cp site.yaml b; $M run --out o site.yaml b/site.yaml", 64),
      ("$M observe site.yaml", 64), ("$M observe site.yaml tlist --host NONE", 64),
      ("$M observe site.yaml tlist --at 1h", 0), ("$M observe no.yaml tlist", 66),
      ("$M trace site.yaml --message nothing/1", 64), ("$M trace site.yaml --message within/0", 64),
      ("$M trace site.yaml --until 1h", 0), ("$M trace site.yaml --message within", 0),
    ] as [(String, Int32)]
  )
  func exitCodes(_ script: String, _ code: Int32) throws {
    let run = try bash(script)
    #expect(run.ending == .exited(code), "\(run.errors)")
  }

  @Test("The same command gives the same bytes, printed and written")
  func reproducible() throws {
    let run = try bash(
      """
      $M run --until 6h --out a site.yaml > a.txt; $M run --until 6h --out b site.yaml > b.txt
      cmp a.txt b.txt && diff -r a b && ls a
      """
    )
    #expect(run.output == Self.files)
    #expect(run.errors == "")
  }

  @Test("What is written is whole, and holds what its tools read")
  func files() throws {
    let run = try bash("$M run --quiet --until 6h --out a site.yaml; cat a/run.json")
    let json = try JSON(parsing: run.output)
    #expect(json["record"]?["ending"]?["is"]?.text == "partial")
    #expect(json["record"]?["end"] == 21_600)
    #expect(json["command"]?.text == "mailroom run --seed 1 --until 6h site.yaml")
    let heads = try bash(
      "$M run --quiet --until 6h --out a site.yaml; head -c 23 a/perfmon.csv; ls -A a | wc -l"
    )
    #expect(heads.output == "\"(PDH-CSV 4.0) (GMT)(0)5\n")
  }

  @Test("Several files have a folder each")
  func several() throws {
    let run = try bash(
      "cp site.yaml b.yaml; $M run --quiet --until 1h --out o --fail-on never site.yaml b.yaml; ls o"
    )
    #expect(run.output == "b\nsite\n")
  }

  @Test(
    "A run that is asked to end does so within a second, and writes what was seen",
    arguments: [("INT", Int32(130)), ("TERM", 143)] as [(String, Int32)]
  )
  func interrupted(_ signal: String, _ code: Int32) throws {
    let run = try bash(
      """
      set -m; $M run \(Self.long) --out o site.yaml > out.txt 2> err.txt & sleep 1.5
      kill -\(signal) $!; before=$(date +%s%N); wait $!; echo "code $?"
      (( $(date +%s%N) - before < 3000000000 )) && echo soon
      ls o; grep -c 'stopped early' out.txt; grep -c '"is": "partial"' o/run.json
      """
    )
    #expect(run.output == "code \(code)\nsoon\n\(Self.files)1\n1\n", "\(run.errors)")
  }

  @Test("A reader who leaves ends the printing quietly; the files are written all the same")
  func closedPipe() throws {
    let run = try bash(
      """
      { $M run --until 1h --fail-on never --out o site.yaml; echo "code $?" >&2; } | true
      ls o; { $M trace \(Self.long) site.yaml; echo "code $?" >&2; } | head -1 >/dev/null
      """
    )
    #expect(run.output == Self.files)
    #expect(run.errors == "code 0\ncode 0\n")
  }

  @Test("A disk that fills up leaves nothing half-written under a final name")
  func fullDisk() throws {
    let run = try bash(
      """
      mkdir tiny; mount -t tmpfs -o size=4k none tiny 2>/dev/null || { echo NONE; exit 0; }
      $M run --quiet --until 6h --out tiny site.yaml; echo "code $?"
      ls -A tiny | grep -c part; [ -e tiny/run.json ] && echo there; umount tiny
      """
    )
    if run.output == "NONE\n" { return print("NOT TESTED: nothing may be mounted here") }
    #expect(run.output == "code 73\n0\n")
    #expect(run.errors.contains("mailroom: cannot write tiny/run.json: No space left on device\n"))
  }

  @Test("Nothing is printed where nothing is asked for, and progress goes to standard error alone")
  func quiet() throws {
    let run = try bash(
      "$M run --quiet --until 6h --fail-on never site.yaml; $M run --until 6h --format json site.yaml"
    )
    #expect(run.errors == "")
    #expect(run.output.hasPrefix("{\n"))
    _ = try JSON(parsing: run.output)
  }

  @Test("A trace for programs has a JSON value a line, in order of time, within what was asked for")
  func trace() throws {
    let run = try bash("$M trace site.yaml --format jsonl --host HUB1 --from 9h --until 10h")
    let lines = try run.output.split(separator: "\n").map { try JSON(parsing: String($0)) }
    let times = lines.compactMap { $0["seconds"]?.double }
    #expect(!lines.isEmpty && times.count == lines.count && times == times.sorted())
    #expect(times.allSatisfy { (32_400...36_000).contains($0) })
    #expect(lines.allSatisfy { $0["host"]?.text == "HUB1" })
  }
}
