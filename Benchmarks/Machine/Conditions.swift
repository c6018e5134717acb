/// What about the machine can spoil a figure: what is wrong, and what nobody here can see or set.
struct Conditions: Hashable, Sendable {
  /// What should be put right before the figures are believed.
  private(set) var warnings: [String] = []

  /// What could not be controlled.
  private(set) var uncontrolled: [String] = []

  /// Looks at this machine before the run.
  static func current(_ machine: Machine) -> Conditions {
    var conditions = Conditions()
    conditions.checkBuild(machine)
    conditions.checkLoad(machine)
    conditions.checkPinning(machine)
    conditions.checkFrequency()
    conditions.checkSurroundings()
    return conditions
  }

  /// Adds what the run itself showed.
  mutating func add(_ disturbance: Disturbance) {
    if disturbance.othersShare > 0.05 {
      let percent = Int((disturbance.othersShare * 100).rounded())
      warnings.append("other programs used \(percent) % of a processor during the run")
    }
    if disturbance.stolenShare > 0.005 {
      let percent = Int((disturbance.stolenShare * 100).rounded(.up))
      warnings.append("the host took \(percent) % of a processor away during the run")
    }
  }

  private mutating func checkBuild(_ machine: Machine) {
    guard machine.isDebugBuild else { return }
    warnings.append("THIS IS A DEBUG BUILD: no figure below says anything about the program.")
    warnings.append("Measure with: swift run -c release benchmarks")
  }

  private mutating func checkLoad(_ machine: Machine) {
    guard let load = machine.loadAverages.first, load >= 0.5 else { return }
    let count = machine.processorCount
    warnings.append("the machine is busy: load average \(load) on \(count) processors")
  }

  private mutating func checkPinning(_ machine: Machine) {
    guard let list = systemField("Cpus_allowed_list", in: systemLines("/proc/self/status")) else {
      return uncontrolled.append("which processor runs this")
    }
    let allowed = Machine.processors(in: list)
    if allowed.count > 1 {
      warnings.append(
        "not pinned to a processor: taskset -c \(allowed.last!) benchmarks … is steadier"
      )
    }
  }

  private mutating func checkFrequency() {
    let folder = "/sys/devices/system/cpu/"
    if let governor = systemText(folder + "cpu0/cpufreq/scaling_governor") {
      if governor != "performance" {
        warnings.append("the frequency governor is ‘\(governor)’; ‘performance’ is steadier")
      }
    } else {
      uncontrolled.append("the frequency governor (not shown here)")
    }
    let turbo =
      systemText(folder + "intel_pstate/no_turbo").map { $0 == "0" }
      ?? systemText(folder + "cpufreq/boost").map { $0 == "1" }
    switch turbo {
    case true?: uncontrolled.append("turbo, which is on: the first seconds may be faster")
    case false?: break
    case nil: uncontrolled.append("turbo (not shown here)")
    }
    if systemText(folder + "smt/active") == "1" {
      uncontrolled.append("a second thread on the same core (SMT is on)")
    }
  }

  private mutating func checkSurroundings() {
    if systemLines("/proc/cpuinfo").contains(where: { $0.contains(" hypervisor") }) {
      uncontrolled.append("the other guests of this virtual machine's host")
    }
    let pages = systemText("/sys/kernel/mm/transparent_hugepage/enabled")
    if pages?.contains("[never]") ?? false {
      uncontrolled.append("huge pages, which are off: large structures are slower")
    }
    uncontrolled.append("where the program lies in memory (one layout for each start)")
  }
}
