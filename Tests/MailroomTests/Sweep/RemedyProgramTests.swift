import Command
import Kernel
import Record
import Testing
import Text

@Suite("mailroom remedy, its files and its manners", .enabled(if: Programs.isBuilt))
struct RemedyProgramTests {
  private static let remedy = """
    file='\(Programs.path("Topologies/q175982-mail-host-that-never-speaks.yaml"))'
    remedy() { "$M" remedy "$file" --set run.duration=34h --replications 2 "$@"; }

    """

  @Test("Both files are the same for any number of workers, and what is printed is what is written")
  func files() throws {
    try SweepScripts.expectSilence(
      Self.remedy + """
        said=$(remedy --out one --workers 1 --quiet 2>&1) || echo "exit $?"
        [ -z "$said" ] || echo "it is not quiet: $said"
        remedy --out two --workers 3 --format json --progress none >printed 2>remarks || echo "exit $?"
        [ "$(ls one | tr '\n' ' ')" = 'remedies.json report.html ' ] || ls one
        diff -r one two
        cmp printed one/remedies.json
        grep -q 'Exchange 5.5 SP1 on HUB1 prevents it, and nothing easier does' one/report.html ||
          echo 'the page says something else'
        # Another seed is another trial, and stands in each command.
        remedy --seed 5 --out five --progress none >text 2>remarks
        grep -q 'The easiest that prevents it: Exchange 5.5 SP1 on HUB1' text || cat text
        grep -q -- '--replications 2 --seed 5 --set' five/remedies.json || echo 'no seed in a command'
        cmp -s one/remedies.json five/remedies.json && echo 'another seed gives the same'
        grep -q 'mailroom run --seed 5 --set run.duration=34h' five/report.html || echo 'no seed'
        """
    )
  }

  @Test("What is written is read back, with the site as it is and everything that was tried")
  func record() throws {
    let finished = try Programs.bash(Self.remedy + "remedy --format json --progress none")
    let record = try RemedyRecord(JSON(parsing: finished.output))
    #expect(record.causes.map(\.defect) == ["Q175982"])
    #expect(record.base.runCount == 2 && record.base.failedCount == 2)
    #expect(record.replications == 2 && record.duration == .hours(34))
    #expect(record.cheapest?.words == "Exchange 5.5 SP1 on HUB1")
    #expect(record.cheapest?.changes == [.init(key: "exchange.HUB1.version", value: "5.5 SP1")])
    #expect(record.remedies.count > 5)
    #expect(record.remedies.allSatisfy { $0.outcome.runCount == 2 })
    #expect(record.remedies.map(\.effect) == record.remedies.map(\.effect).sorted())
    #expect(!record.assumptions.isEmpty)
    #expect(try record.json.encoded() == finished.output)
  }

  @Test("Where no defect is set off it says so in every form")
  func nothing() throws {
    try SweepScripts.expectSilence(
      """
      remedy() { "$M" remedy site.yaml --set run.duration=6h "$@"; }
      said=$(remedy --out none) || echo "exit $?"
      [ "$said" = 'No defect is set off in this run, so there is nothing to remedy.' ] || echo "$said"
      grep -q '"causes": \\[\\]' none/remedies.json && grep -q '"remedies": \\[\\]' none/remedies.json ||
        cat none/remedies.json
      grep -q 'so there is nothing to remedy' none/report.html || echo 'the page says nothing'
      """
    )
  }

  @Test("A folder that takes nothing is refused before anything is tried, and nothing is left")
  func refused() throws {
    try SweepScripts.expectSilence(
      Self.remedy + """
        refused 73 'cannot make the folder' remedy --out site.yaml/x
        mkdir taken taken/report.html
        refused 73 'report.html' remedy --out taken
        [ "$(ls taken)" = report.html ] || ls taken
        sed 's/5.5 SP2/5.5 SP9/' site.yaml >wrong.yaml
        refused 65 'SP9' "$M" remedy wrong.yaml --quiet --out wrong
        [ ! -e wrong ] || echo 'there is a folder for nothing'
        """
    )
  }

  @Test("On a full disk each file is whole or as it was before")
  func fullDisk() throws {
    let script = """
      mkdir small
      if ! mount -t tmpfs -o size=16k mailroom-test small 2>/dev/null; then
        echo 'skipped: only root may make a small disk' >&2; exit
      fi
      trap 'umount "$T/small"; rm -rf "$T"' EXIT
      echo before >small/report.html
      remedy() { "$M" remedy site.yaml --set run.duration=6h --quiet "$@"; }
      refused 73 'No space left' remedy --out small
      [ "$(cat small/report.html)" = before ] || echo 'the page was overwritten'
      [ "$(ls -A small | tr '\\n' ' ')" = 'remedies.json report.html ' ] || ls -A small
      remedy --out whole
      cmp small/remedies.json whole/remedies.json
      """
    let finished = try Programs.bash(SweepScripts.head + script)
    #expect(finished.output == "")
    if !finished.errors.isEmpty { print(finished.errors) }
  }
}
