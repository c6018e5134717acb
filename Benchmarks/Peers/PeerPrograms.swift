import Command

/// What runs a rival.
enum PeerProgram: Hashable, Sendable, CaseIterable {
  /// C++, compiled here and now.
  case native
  /// Python with SimPy.
  case simpy

  var title: String {
    switch self {
    case .native: "C++ peers skipped"
    case .simpy: "SimPy skipped"
    }
  }
}

/// The rivals' programs, compiled in a temporary folder; what is missing is known with its reason.
final class PeerPrograms: Sendable {
  private let folder: TemporaryFolder
  private let commands: [PeerProgram: Result<(String, [String]), PeerFailure>]

  /// Compiles the C++ program and looks for Python.
  init() throws(FileFailure) {
    let folder = try TemporaryFolder("benchmarks")
    let path = folder.path
    for (name, source) in PeerSources.all {
      try WholeFile(path + "/" + name).commit(source)
    }
    commands = [
      .native: Self.result { () throws(PeerFailure) in try Self.compile(in: path) },
      .simpy: Self.result { () throws(PeerFailure) in try Self.findSimPy(in: path) },
    ]
    self.folder = folder
  }

  /// What starts the program.
  func commandLine(of program: PeerProgram) throws(PeerFailure) -> (String, [String]) {
    guard let command = commands[program] else { throw PeerFailure("unknown") }
    return try command.get()
  }

  private static func result(
    _ body: () throws(PeerFailure) -> (String, [String])
  ) -> Result<(String, [String]), PeerFailure> {
    do throws(PeerFailure) { return .success(try body()) } catch { return .failure(error) }
  }

  /// The flags for every rival: as fast as it gets, but with the same digits as ours.
  static let flags = ["-O3", "-march=native", "-std=c++17", "-ffp-contract=off"]

  private static func compile(in folder: String) throws(PeerFailure) -> (String, [String]) {
    guard let compiler = findCompiler() else {
      throw PeerFailure("there is no clang++, neither beside swift nor on PATH")
    }
    let program = folder + "/peer"
    let run: ChildProcess.Finished
    do throws(SystemFailure) {
      run = try ChildProcess.run(compiler, flags + ["-o", program, folder + "/peer.cpp"])
    } catch {
      throw PeerFailure("\(compiler) does not start: \(error.reason)")
    }
    guard run.ending == .exited(0) else {
      throw PeerFailure("\(compiler) refuses them:\n\(run.errors)")
    }
    return (program, [])
  }

  /// The compiler of the Swift toolchain that `PATH` leads to, or else any `clang++`.
  private static func findCompiler() -> String? {
    let beside = (executables(named: "swiftc") + executables(named: "swift")).map { path in
      resolvedPath(path).split(separator: "/", omittingEmptySubsequences: false).dropLast()
        .joined(separator: "/") + "/clang++"
    }
    return beside.first(where: isExecutable) ?? executables(named: "clang++").first
  }

  private static func findSimPy(in folder: String) throws(PeerFailure) -> (String, [String]) {
    let pythons = executables(named: "python3")
    if pythons.isEmpty { throw PeerFailure("there is no python3 on PATH") }
    for python in pythons {
      if let run = try? ChildProcess.run(python, ["-c", "import simpy"]), run.ending == .exited(0) {
        return (python, [folder + "/simpy_peer.py"])
      }
    }
    throw PeerFailure("\(pythons[0]) has no simpy (python3 -m pip install simpy)")
  }
}
