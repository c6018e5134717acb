import Command
import Testing

@Suite("A sweep that is stopped goes on where it was", .enabled(if: Programs.isBuilt))
struct SweepKillTests {
  /// A sweep that takes a second or two, done undisturbed for a measure.
  private static let start = """
    DAYS=1 millis=0
    while [ $millis -lt 700 ]; do
      rm -rf whole; DAYS=$((DAYS * 2))
      began=$(date +%s%N)
      sweep --replications 12 --workers 1 --out whole
      millis=$(( ($(date +%s%N) - began) / 1000000 ))
    done

    """

  @Test("Killed at random moments, several times a sweep, and gone on with: the same bytes")
  func kills() throws {
    let rounds = SweepScripts.isLong ? 50 : 2
    let finished = try Programs.bash(
      SweepScripts.head + Self.start + """
        lines() { cat victim/runs.jsonl 2>/dev/null | wc -l; }
        kills=0 equal=0 halfway=0 round=0
        while [ $round -lt \(rounds) ]; do
          rm -rf victim; round=$((round + 1))
          for again in 1 2 3; do
            known=$(lines)
            "$M" sweep site.yaml --set run.duration=${DAYS}d --vary 'mail.*.volume=[4, 8]' \
              --replications 12 --workers $((1 + RANDOM % 3)) --quiet --out victim --resume &
            pid=$!
            # Somewhere within the next few runs, wherever it then is.
            until [ $(lines) -gt $((known + RANDOM % 4)) ] || ! kill -0 $pid 2>/dev/null; do
              sleep 0.005
            done
            sleep 0.0$((RANDOM % 40 + 10))
            kill -9 $pid 2>/dev/null && kills=$((kills + 1))
            wait $pid 2>/dev/null
            [ -e victim/points.csv ] || halfway=$((halfway + 1))
          done
          sweep --replications 12 --workers $((1 + RANDOM % 3)) --out victim --resume 2>>said
          wrong=$(same whole victim)
          [ -z "$wrong" ] && equal=$((equal + 1)) || echo "$wrong"
        done
        grep -v 'was cut off' said
        [ $halfway -gt 0 ] || echo 'no kill came while it ran'
        [ $equal = $round ] || echo "$equal of $round equal"
        echo "$kills kills, $halfway of them halfway: $equal of $round sweeps equal" >&2
        """
    )
    #expect(finished.output == "")
    print(finished.errors)
  }

  @Test("Asked by the system to end, it says so, and what is done is kept")
  func terminated() throws {
    try SweepScripts.expectSilence(
      Self.start + """
        for signal in TERM:143 INT:130; do
          rm -rf victim
          bash -c 'exec "$@"' - "$M" sweep site.yaml --set run.duration=${DAYS}d \
            --vary 'mail.*.volume=[4, 8]' --replications 12 --workers 2 --quiet --out victim 2>said &
          pid=$!
          until [ -e victim/runs.jsonl ] && [ $(wc -l <victim/runs.jsonl) -gt 3 ]; do sleep 0.01; done
          # A shell without jobs makes what it starts deaf to the keyboard, so INT may do nothing.
          kill -${signal%:*} $pid; wait $pid; code=$?
          if [ $code = ${signal#*:} ]; then
            grep -q 'which are kept; the same command with --resume goes on' said || cat said
            [ ! -e victim/points.csv ] || echo 'there is a result of a part'
          else
            [ $signal = INT:130 ] || echo "exit $code after $signal"
          fi
          sweep --replications 12 --out victim --resume; same whole victim
        done
        """
    )
  }

  @Test("What was cut off, altered or doubled is named, does not count and is done again")
  func damage() throws {
    try SweepScripts.expectSilence(
      """
      sweep --replications 3 --out whole
      # Does something to a copy, and expects what is said of it when it is gone on with.
      damaged() { rm -rf copy; cp -r whole copy; rm copy/points.csv
        awk "$1" whole/runs.jsonl >copy/runs.jsonl; [ -z "$3" ] || truncate -s "$3" copy/runs.jsonl
        said=$(sweep --replications 3 --out copy --resume 2>&1) || echo "exit $?: $said"
        case "$said" in *"$2"*) ;; *) echo "no ‘$2’ in: ‘$said’" ;; esac
        [ -n "$2" ] || [ -z "$said" ] || echo "said: $said"
        same whole copy; }
      damaged '{ print }' '' ''
      damaged '{ print }' 'runs.jsonl:7: this run was cut off or altered' -9
      damaged '{ print }' 'the end was cut off' -1
      damaged 'NR < 5' '' ''
      damaged 'NR == 3 { sub(/"value/, "x") } NR == 3 { sub(/complete/, "complexe") } { print }' \
        'runs.jsonl:3: this run was cut off or altered, and does not count' ''
      damaged 'NR == 4 { $0 = "\\001\\377{" } { print }' 'runs.jsonl:4: this run was cut off' ''
      damaged '{ print } NR == 2 { print }' '' ''
      damaged 'NR > 1 { print; print "" } NR == 1' '' ''
      """
    )
  }
}
