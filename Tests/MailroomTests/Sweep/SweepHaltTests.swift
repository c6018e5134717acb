import Command
import Testing

@Suite("A run of a sweep that halts ends alone", .enabled(if: Programs.isBuilt))
struct SweepHaltTests {
  @Test("It is in every file with its reason, the others are run, and no mean counts it")
  func halted() throws {
    try SweepScripts.expectSilence(
      SweepScripts.halting + """

        run() { "$M" sweep halting.yaml --vary 'activities.calls.rate=[100/day, 1000/day]' \\
          --replications 4 --progress none "$@"; }
        run --out one >text || echo "exit $?"
        why='the run needs more than its 1024 limits'
        grep -q "1000/day  1 of 4  halted: $why" text || cat text
        [ "$(grep -c '"halted"' one/runs.csv)" -gt 0 ] || echo 'not in runs.csv'
        grep -q "$why" one/sweep.json && grep -q "$why" one/report.html || echo 'no reason'
        grep -q '"complete": 3' one/sweep.json || echo 'three of four are complete'
        [ $(wc -l <one/runs.jsonl) = 9 ] || echo 'not all was run'
        # The mean of what was sent is that of the three others.
        mean() { awk -F'","' -v point="$1" '$1 == "\\"" point && $5 == "complete" && $7 == "mail.sent" {
          sum += $8; count += 1 } END { printf "%d %.6f\\n", count, sum / count }' one/runs.csv; }
        awk -F'","' 'NR == 1 { for (i = 1; i <= NF; i++) name[$i] = i } NR == 3 {
          printf "%d %.6f\\n", $name["mail.sent n"], $name["mail.sent mean"] }' one/points.csv >means
        [ "$(mean 2)" = "$(cat means)" ] || { mean 2; cat means; head -1 one/points.csv; }
        # Nobody asked for an exit code that tells of it, until somebody does.
        run --quiet --fail-on expectation || echo "exit $?"
        refused 1 '' run --quiet --fail-on warning
        for share in 1 2; do run --quiet --out part$share --shard $share/2; done
        "$M" merge part2 part1 --out merged --quiet; same one merged
        """
    )
  }

  @Test("A file of defects belongs to the sweep: changed, it makes another one")
  func defects() throws {
    try SweepScripts.expectSilence(
      SweepScripts.halting + """

        mkdir site
        sed -n '/^  Q900001/,$ { s/^    //; /^  Q/d; p }' halting.yaml >body
        { echo 'article: Q900001'; cat body; } >site/own.yaml
        { sed '/^defects/,$d' halting.yaml; echo 'defects: { Q900001: own.yaml }'; } >site/site.yaml
        run() { "$M" sweep site/site.yaml --replications 3 --quiet --progress none "$@"; }
        run --out whole
        grep -q 'Q900001' whole/runs.jsonl || echo 'the defect is not there'
        run --out part1 --shard 1/2; run --out part2 --shard 2/2
        "$M" merge part1 part2 --out merged --quiet; same whole merged
        run --out whole --resume; same whole merged
        sed -i 's/workers: 1/workers: 2/' site/own.yaml
        refused 73 'before it was changed' run --out part1 --shard 1/2 --resume
        run --out other2 --shard 2/2
        refused 74 'hold different sweeps' "$M" merge part1 other2 --out x
        sed -i 's/workers: 2/workers: 1/' site/own.yaml
        run --out part1 --shard 1/2 --resume
        rm site/own.yaml
        refused 65 'own.yaml' run --out part1 --shard 1/2 --resume
        """
    )
  }
}
