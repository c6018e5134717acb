import Command
import Testing

@Suite("What a sweep refuses, and how it says so", .enabled(if: Programs.isBuilt))
struct SweepRefusalTests {
  @Test("Values that cannot be, with the nearest that can or the arithmetic")
  func values() throws {
    try SweepScripts.expectSilence(
      """
      try() { "$M" sweep site.yaml --quiet "$@"; }
      refused 65 'there is `mail`' try --vary 'mial.*.volume=[4, 8]'
      refused 65 'did you mean `volume`' try --vary 'mail.within.volum=[4, 8]'
      refused 65 'The list is empty' try --vary 'mail.*.volume=[]'
      refused 65 'nothing varies' try
      refused 65 'goes from 8 to 4' try --vary 'mail.*.volume=8..4 x2'
      refused 65 '1000 × 1000 × 1000 × 1000 = 1000000000000 points; 100000 are the most' \
        try --vary 'mail.*.volume=1..1000 step 1' --vary 'exchange.HUB1.mailboxes=1..1000 step 1' \
        --vary 'run.seed=1..1000 step 1' --vary 'mail.within.volume=1..1000 step 1'
      refused 65 'more than 10000 values' try --vary 'mail.*.volume=1..999999999999 step 0.000001'
      refused 65 'no release `SP9`' try --vary 'exchange.HUB1.version=[5.5 SP1, 5.0 SP9]'
      refused 66 'no file' "$M" sweep none.yaml --replications 2
      """
    )
  }

  @Test("Parts, precisions and schedulers that make no sense")
  func options() throws {
    try SweepScripts.expectSilence(
      """
      refused 64 'no part 0 of 3' sweep --shard 0/3 --out x
      refused 64 'no part 4 of 3' sweep --shard 4/3 --out x
      refused 64 'needs I/N' sweep --shard 1 --out x
      refused 64 'needs --out' sweep --shard 1/2
      refused 64 'neither SLURM_ARRAY_TASK_ID nor PARALLEL_SEQ' sweep --shard auto/3 --out x
      export PARALLEL_SEQ=abc
      refused 64 'PARALLEL_SEQ is ‘abc’, not a number' sweep --shard auto/3 --out x
      export PARALLEL_SEQ=4
      refused 64 'no part 4 of 3' sweep --shard auto/3 --out x
      export SLURM_ARRAY_TASK_ID=1
      refused 64 'say which' sweep --shard auto/4 --out x
      refused 64 'did you mean 5%?' sweep --precision 0.05
      refused 64 'did you mean 5%?' sweep --precision 5
      refused 64 'share' sweep --precision 0%
      refused 64 'share' sweep --precision nan%
      refused 64 'did you mean mail.delivered' sweep --precision 5% --measure mail.delivred
      refused 64 '--max 3 is less than --replications 5' sweep --precision 5% --max 3 --replications 5
      refused 64 'needs --precision' sweep --max 3
      refused 64 'needs --out' sweep --resume
      refused 64 'did you mean slurm' sweep --script slrum
      [ ! -e x ] || echo 'something was written'
      """
    )
  }

  @Test("Folders of another sweep, or that somebody writes to, or that take nothing")
  func folders() throws {
    try SweepScripts.expectSilence(
      """
      cp site.yaml other.yaml
      sweep --replications 2 --out mine
      refused 73 'already holds 4 runs of this sweep; --resume goes on' sweep --replications 2 --out mine
      foreign() { cp -r mine before; refused 73 "$1" "${@:2}" --out mine --resume
        diff -r mine before || echo 'it was changed'; rm -rf before; }
      run() { "$M" sweep --quiet "$@"; }
      foreign 'another sweep' sweep --seed 5
      foreign 'another sweep' sweep --set run.sample=10m
      foreign 'another sweep' run site.yaml --vary 'mail.*.volume=[4, 9]'
      echo '# changed' >>site.yaml
      foreign 'as it was before it was changed' sweep --replications 2
      refused 74 'hold different sweeps' eval 'sweep --replications 2 --out new; "$M" merge mine new --out x'
      mkdir text; echo hello >text/runs.jsonl
      refused 74 'does not begin with the order of a sweep' sweep --out text
      [ "$(cat text/runs.jsonl)" = hello ] || echo 'it was overwritten'
      refused 66 'holds no sweep' "$M" merge none --out x
      refused 64 'is compared with' "$M" compare mine site.yaml
      refused 73 'cannot make the folder' sweep --out site.yaml/x
      exec 9<new; flock 9
      refused 73 'another process is writing to the folder' sweep --out new --resume
      refused 73 'another process is writing to the folder' "$M" merge new --out new
      exec 9<&-
      """
    )
  }

  @Test("A disk that becomes full ends it, and what is done is kept for when there is room")
  func fullDisk() throws {
    let script = """
      mkdir small
      if ! mount -t tmpfs -o size=16k mailroom-test small 2>/dev/null; then
        echo 'skipped: only root may make a small disk' >&2; exit
      fi
      trap 'umount "$T/small"; rm -rf "$T"' EXIT
      sweep --replications 20 --out whole
      refused 73 'No space left' sweep --replications 20 --out small
      [ $(wc -l <small/runs.jsonl) -gt 2 ] || echo 'nothing was kept'
      mount -o remount,size=16m small
      sweep --replications 20 --out small --resume 2>said
      grep -v 'cut off' said
      same whole small
      """
    let finished = try Programs.bash(SweepScripts.head + script)
    #expect(finished.output == "")
    if !finished.errors.isEmpty { print(finished.errors) }
  }

  @Test("A point that is rejected is in the tables with its reason, and the others are run")
  func rejected() throws {
    try SweepScripts.expectSilence(
      """
      "$M" sweep site.yaml --set run.duration=6h --vary 'mail.within.to=[HUB1, NOWHERE]' \
        --replications 2 --out out --progress none >text || echo "exit $?"
      grep -q 'NOWHERE  2 of 2  rejected: There is no post office' text || cat text
      grep -q '"2","NOWHERE","1","2","rejected"' out/runs.csv || cat out/runs.csv
      grep -q 'There is no post office' out/sweep.json || echo 'no reason in sweep.json'
      grep -q '"1","2","2","0"' out/points.csv || cat out/points.csv
      """
    )
  }
}
