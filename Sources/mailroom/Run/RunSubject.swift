import Command
import Kernel
import Plan
import Simulation
import Text

/// Why there is nothing to look at, and the exit code for it.
struct RunRefusal: Error {
  let code: ExitCode
  let message: String

  init(_ code: ExitCode, _ message: String) {
    self.code = code
    self.message = message
  }

  init(_ halt: Halt) { self.init(.capacity, "\(halt)") }
}

/// One topology that is to be run in order to look at it.
struct RunSubject {
  let plan: SitePlan
  let choice: RunChoice

  /// Reads the topology at `path`, changed as the command line says.
  init(
    _ path: String,
    _ arguments: Arguments,
    _ console: inout Console
  ) throws(RunRefusal) {
    do throws(UsageError) {
      choice = try RunChoice(arguments)
    } catch {
      throw RunRefusal(.usage, "\(error)")
    }
    let topology: ReadTopology
    do throws(FileFailure) {
      topology = try ReadTopology.forRun(path, choice, &console)
    } catch {
      throw RunRefusal(error.exitCode, "\(error)")
    }
    guard let plan = topology.plan else {
      throw RunRefusal(.rejected, "\(printable(topology.name)) is not run")
    }
    self.plan = plan
  }

  /// When its run is over.
  var end: Instant { .start + plan.run.duration }

  /// The moment that an option says, no later than the end; nil where it is not given.
  func instant(_ text: String?, option: String) throws(RunRefusal) -> Instant? {
    guard let text else { return nil }
    do throws(UsageError) {
      return min(try MomentText.instant(text, of: plan, option: option), end)
    } catch {
      throw RunRefusal(.usage, "\(error)")
    }
  }

  /// The host of this name, whatever its capitals; nil where none is named.
  func host(_ name: String?) throws(RunRefusal) -> HostID? {
    guard let name else { return nil }
    if let place = plan.hosts.firstIndex(where: { $0.name.lowercased() == name.lowercased() }) {
      return HostID(place)
    }
    let near = nearestNames(to: name, among: plan.hosts.map(\.name))
    throw RunRefusal(
      .usage,
      "\(UsageError("there is no host ‘\(printable(name))’", nearest: near))"
    )
  }

  /// The run at its start.
  func start() throws(RunRefusal) -> SiteRun {
    do throws(Halt) {
      return try SiteRun(plan, seed: choice.seed)
    } catch {
      throw RunRefusal(error)
    }
  }
}
