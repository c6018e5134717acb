import Command
import Testing

@Suite("Sweeps spread by real schedulers", .enabled(if: Programs.isBuilt))
struct SchedulerTests {
  /// Runs a script of `Tests/Schedulers`, or says that something for it is not there.
  private func run(_ script: String, needs tools: [String]) throws {
    let missing = tools.filter { executables(named: $0).isEmpty }
    guard missing.isEmpty else {
      print("skipped: \(missing.joined(separator: ", ")) not installed, so no \(script)")
      return
    }
    let finished = try ChildProcess.run(
      Programs.path("Tests/Schedulers/\(script)"),
      [Programs.mailroom, Programs.path("Topologies/small.yaml")]
    )
    #expect(finished.ending == .exited(0), "\(finished.output)\(finished.errors)")
    #expect(finished.output.contains("the same bytes"))
  }

  @Test("GNU parallel runs the script that is printed, whatever stands in the command")
  func parallel() throws {
    try run("parallel.sh", needs: ["parallel"])
  }

  @Test("Slurm runs the script that is printed, with a part that is cancelled and queued again")
  func slurm() throws {
    guard SweepScripts.isLong else {
      print("skipped: Slurm takes a minute, so only with MAILROOM_LONG=1")
      return
    }
    try run("slurm.sh", needs: ["sbatch", "slurmctld", "slurmd", "munged"])
  }

  @Test("A script is refused for a topology that no part could read")
  func standardInput() throws {
    try SweepScripts.expectSilence(
      """
      refused 64 'needs a topology in a file' "$M" sweep - --replications 2 --script slurm <site.yaml
      """
    )
  }
}
