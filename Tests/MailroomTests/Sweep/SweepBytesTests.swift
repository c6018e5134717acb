import Command
import Testing

@Suite("The files of a sweep are the same however it came about", .enabled(if: Programs.isBuilt))
struct SweepBytesTests {
  @Test("For any number of workers, with a fixed number of runs and with a precision")
  func workers() throws {
    try SweepScripts.expectSilence(
      """
      for goal in '--replications 5' '--precision 15% --max 20'; do
        rm -rf one
        sweep $goal --workers 1 --out one
        for workers in 2 5; do
          sweep $goal --workers $workers --out $workers
          same one $workers
          rm -rf $workers
        done
      done
      """
    )
  }

  @Test("In any number of parts, merged in any order, into a new folder or into one of them")
  func parts() throws {
    try SweepScripts.expectSilence(
      """
      for goal in '--replications 4' '--precision 15% --max 20'; do
        rm -rf whole part* merged
        sweep $goal --out whole
        for count in 2 3; do
          for part in $(seq $count); do sweep $goal --out part$part --shard $part/$count; done
          "$M" merge $(ls -rd part*) --out merged --quiet; same whole merged
          "$M" merge part* --out part2 --quiet; same whole part2
          "$M" merge part2 merged whole part1 --out part1 --quiet; same whole part1
          rm -rf part* merged
        done
      done
      SLURM_ARRAY_TASK_ID=2 sweep $goal --out part2 --shard auto/2
      PARALLEL_SEQ=1 sweep $goal --out part1 --shard auto/2
      "$M" merge part1 part2 --out merged --quiet; same whole merged
      """
    )
  }

  @Test("What is missing in a merge is named with the command that makes it, and then is made")
  func missing() throws {
    try SweepScripts.expectSilence(
      """
      sweep --replications 4 --out whole
      sweep --replications 4 --out part1 --shard 1/2
      refused 75 '4 runs missing (point.run): 1.2, 1.4, 2.2, 2.4' "$M" merge part1 --out 'the merged'
      refused 75 "--out 'the merged' --resume" "$M" merge part1 --out 'the merged'
      [ ! -e 'the merged/points.csv' ] || echo 'there is a result of a part'
      sweep --replications 4 --out 'the merged' --resume; same whole 'the merged'
      """
    )
  }

  @Test("A sweep that goes on with more runs is one that had as many from the start")
  func more() throws {
    try SweepScripts.expectSilence(
      """
      sweep --replications 5 --out whole
      sweep --replications 2 --out grown
      sweep --replications 5 --out grown --resume; same whole grown
      sweep --replications 2 --out small
      sweep --replications 2 --out grown --resume; same small grown
      refused 74 'run each point differently often' "$M" merge small whole --out merged
      """
    )
  }

  @Test(
    "Parts that name the same topology in other words are one sweep, in whatever order they come"
  )
  func worded() throws {
    try SweepScripts.expectSilence(
      """
      part() { "$M" sweep "$1" --vary 'mail.*.volume=[4, 8]' --replications 2 --progress none --quiet \
        --out part$2 --shard $2/2; }
      part site.yaml 1; part ./site.yaml 2
      "$M" merge part1 part2 --out one --quiet
      "$M" merge part2 part1 --out two --quiet
      same one two
      """
    )
  }
}
