extension Ledger {
  /// Where a process runs.
  @frozen @usableFromInline
  struct ProcessRecord: BitwiseCopyable, Sendable {
    @usableFromInline var host: UInt32
    /// The process of the same host that was added before, plus 1; 0 for the first.
    @usableFromInline var previous: UInt32
    @usableFromInline var outlastsReboot: Bool
  }

  /// Adds a machine.
  public mutating func addHost() throws(Halt) -> Host {
    guard hostCount < capacity.hosts else { throw Halt(.hosts, limit: capacity.hosts) }
    let first = 1 + hostCount * capacity.resources
    for resource in 0..<capacity.resources { balances[first + resource] = Balance() }
    hostCount += 1
    return Host(hostCount - 1)
  }

  /// Adds a process on `host`, which ends at each reboot of it unless it `outlastsReboot`, as a disk does.
  public mutating func addProcess(
    on host: Host,
    outlastsReboot: Bool = false
  ) throws(Halt) -> Process {
    precondition(host.index >= 0 && host.index < hostCount, "no such host")
    guard processCount < capacity.processes else {
      throw Halt(.processes, limit: capacity.processes)
    }
    let first = firstProcess + processCount * capacity.resources
    for resource in 0..<capacity.resources { balances[first + resource] = Balance() }
    processes[processCount] = ProcessRecord(
      host: UInt32(host.index),
      previous: lastProcesses[host.index],
      outlastsReboot: outlastsReboot
    )
    processCount += 1
    lastProcesses[host.index] = UInt32(processCount)
    return Process(processCount - 1)
  }

  /// Adds a pool with `ladder`, whose capacity is the size of the pool.
  public mutating func addPool(_ ladder: Ladder) throws(Halt) -> Pool {
    precondition(ladder.index >= 0 && ladder.index < ladderCount, "no such ladder")
    guard poolCount < capacity.pools else { throw Halt(.pools, limit: capacity.pools) }
    balances[firstPool + poolCount] = Balance()
    replaceLadder(ladder, ofBalance: firstPool + poolCount)
    poolCount += 1
    return Pool(poolCount - 1)
  }

  /// The host on which `process` runs.
  public func host(of process: Process) -> Host {
    check(process)
    return Host(Int(processes[process.index].host))
  }

  func check(_ process: Process) {
    precondition(process.index >= 0 && process.index < processCount, "no such process")
  }

  func check(_ site: Site) {
    precondition(site.index >= 0 && site.index < capacity.sites, "no such site")
  }

  func check(_ resource: Resource) {
    precondition(resource.index >= 0 && resource.index < capacity.resources, "no such resource")
  }
}
