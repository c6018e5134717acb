import Command
import Experiment
import Record
import Text

/// A script that runs a sweep in parts with a scheduler, and puts them together.
struct SweepScript {
  /// Whom the script is for.
  enum Scheduler: String, CaseIterable, Sendable {
    case slurm
    case parallel
  }

  let order: SweepOrder
  let out: String
  /// How long all runs take one after another, in seconds, as far as a short trial tells.
  let seconds: Double
  /// What a run takes of memory at most.
  let bytes: Int

  /// How many parts there are: each of some twenty minutes, and no more than a thousand.
  private var count: Int {
    let wanted = Int((seconds / 1_200).rounded(.up))
    let most = order.goal.precision == nil ? order.mostRuns : order.points.count
    return max(1, min(wanted, 1_000, most))
  }

  /// The script for a scheduler.
  func text(for scheduler: Scheduler) -> String {
    switch scheduler {
    case .slurm: slurm
    case .parallel: parallel
    }
  }

  /// The command that does one part.
  private func part(_ number: String, _ folder: String) -> String {
    let words = RunChoice.command(["sweep"] + order.words)
    return
      "\"$mailroom\" \(words) --workers 1 --shard \(number)/\(count) --out \(folder) --resume"
      + " --progress none"
  }

  private var head: String {
    """
    # \(printable(order.title))
    # \(counted(order.points.count, "point")), \(counted(order.mostRuns, "run")) at most, in \
    \(counted(count, "part")) of about \(Self.minutes(seconds / Double(count))) each.
    # Each part keeps every run as soon as it is done, so a part that is killed and started again goes
    # on where it was. The last step puts the parts together and names what is missing.
    set -eu
    mailroom="${MAILROOM:-mailroom}"
    out=\(RunChoice.command([out]))
    mkdir -p "$out"
    """
  }

  private var slurm: String {
    let minutes = max(Int(seconds / Double(count) / 60 * 3), 10)
    let megabytes = bytes >> 20 + 64
    return """
      #!/bin/sh
      \(head)
      export mailroom out
      job=$(sbatch --parsable --job-name=mailroom-sweep --array=1-\(count) --requeue --open-mode=append \\
        --ntasks=1 --cpus-per-task=1 --mem=\(megabytes)M --time=\(minutes) --output="$out/part-%a.log" <<'TASK'
      #!/bin/sh
      exec \(part("auto", "\"$out/part-$SLURM_ARRAY_TASK_ID\""))
      TASK
      )
      echo "the parts are job $job"
      sbatch --job-name=mailroom-merge --dependency="afterany:$job" --ntasks=1 --time=30 \\
        --output="$out/merge.log" --wrap "\\"$mailroom\\" merge \\"$out\\"/part-*/ --out \\"$out\\""

      """
  }

  private var parallel: String {
    """
    #!/bin/sh
    \(head)
    part='\(part("\"$PARALLEL_SEQ\"", "\"$out/part-$PARALLEL_SEQ\"").replacing("'", with: "'\\''"))'
    export mailroom out part
    # What parallel itself would replace, such as {}, may stand in the command: it is in a variable.
    seq \(count) | parallel --jobs "${JOBS:-100%}" --retries 3 ': {}; eval "$part"'
    "$mailroom" merge "$out"/part-*/ --out "$out"

    """
  }

  private static func minutes(_ seconds: Double) -> String {
    seconds < 90 ? "a minute" : "\(Int((seconds / 60).rounded())) minutes"
  }
}
