extension Ledger {
  /// Ends all that `process` owns, wherever it is held, and all that it holds, whoever owns it.
  ///
  /// A counter of something that no longer runs cannot stand above 0. So what a stopped process held
  /// for a living owner is gone too, and that owner's lease has ended without its doing. The process
  /// may take again at once; nothing is remembered of it but history. The time is linear in the
  /// accounts that name the process as holder or owner, whatever the number of leases.
  @discardableResult
  public mutating func stop(_ process: Process) -> Freed {
    check(process)
    var freed = Freed()
    freed += empty(.held, of: process)
    freed += empty(.owned, of: process)
    return freed
  }

  /// Stops every process of `host` that does not outlast it.
  @discardableResult
  public mutating func reboot(_ host: Host) -> Freed {
    precondition(host.index >= 0 && host.index < hostCount, "no such host")
    var freed = Freed()
    var process = lastProcesses[host.index]
    while process != 0 {
      let record = processes[Int(process) - 1]
      if !record.outlastsReboot { freed += stop(Process(Int(process) - 1)) }
      process = record.previous
    }
    return freed
  }

  private mutating func empty(_ thread: Chains.Thread, of process: Process) -> Freed {
    var freed = Freed()
    var next = chains.first(thread, of: process.index)
    while next != 0 {
      let index = Int(next) - 1
      next = chains.next(thread, after: index)
      freed.visited += 1
      let record = accounts[index]
      if isEmpty(index) { continue }
      freed.emptied += 1
      lower(index, by: record.live + record.leaked)
      rememberLeaks(index)
      accounts[index].live = 0
      accounts[index].leases = 0
      accounts[index].epoch = following(record.epoch)
    }
    return freed
  }
}
