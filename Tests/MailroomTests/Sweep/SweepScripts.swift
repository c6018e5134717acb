import Command
import Testing

/// What the tests of sweeps share: small sweeps run by the built program, from bash.
enum SweepScripts {
  /// Whether tests may take minutes.
  static var isLong: Bool { environment("MAILROOM_LONG") != nil }

  /// Functions for the scripts; `$T` is the folder that they work in.
  static let head = """
    set -u
    cp '\(Programs.path("Topologies/small.yaml"))' site.yaml
    # A sweep of 2 points, with what else is asked for.
    sweep() { "$M" sweep site.yaml --set run.duration=${DAYS:-1}d --vary 'mail.*.volume=[4, 8]' \\
      --progress none --quiet "$@"; }
    same() { for file in points.csv runs.csv sweep.json runs.jsonl report.html; do
      cmp "$1/$file" "$2/$file" || echo "$1 and $2 differ in $file"; done; }
    # Expects an exit code and, in what was said, a text.
    refused() { code=$1 text=$2; shift 2; said=$("$@" 2>&1); got=$?
      [ $got = $code ] || echo "exit $got and not $code: $* ($said)"
      case "$said" in *"$text"*) ;; *) echo "no ‘$text’ in: $said" ;; esac; }

    """

  /// A topology in `halting.yaml` whose own defect takes a worker with each call, and takes more of them
  /// than a run has room for where there are thousands.
  static let halting = """
    cat >halting.yaml <<'END'
    title: A service that loses a worker with each call
    run: { duration: 1d }
    hosts: { HUB1: { os: NT 4.0 Server SP4 } }
    exchange: { HUB1: { version: 5.5 SP2, mailboxes: 5, internet-mail: { domain: sound.example } } }
    mail: { within: { from: HUB1, to: HUB1, volume: 20/day } }
    activities:
      calls: { host: HUB1, process: msexcimc.exe, rate: 100/day }
    defects:
      Q900001:
        title: A worker is lost with each call
        affects: [ { component: msexcimc.exe, from: 5.5.0 } ]
        trigger: { event: activity }
        effect: [ { block: ims.outbound, workers: 1 } ]
        shows: []
        frees: []
        fixed: []
    END
    """

  /// Runs a script, which prints what is wrong and else nothing.
  static func expectSilence(
    _ script: String,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let finished = try Programs.bash(head + script)
    #expect(finished.output == "", sourceLocation: location)
    #expect(finished.errors == "", sourceLocation: location)
    #expect(finished.ending == .exited(0), sourceLocation: location)
  }
}
