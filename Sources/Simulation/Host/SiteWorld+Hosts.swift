import Kernel
import Plan
import Record

extension SiteWorld {
  /// A host is started again: everything on it ends, and begins anew when it is up.
  mutating func reboot(
    _ host: Int,
    offFor ticks: UInt64? = nil,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    guard hosts[host].power == .up || hosts[host].power == .hanging || ticks != nil else { return }
    let processRange = Int(hosts[host].firstProcess)..<Int(hosts[host].lastProcess)
    for process in processRange.reversed() { try stop(process, .host, &queue) }
    ledger.reboot(Ledger.Host(host))
    hosts[host].stamp &+= 1
    hosts[host].power = ticks == nil ? .starting : .off
    hosts[host].since = now
    hosts[host].reboots += 1
    hosts[host].slowness = 1_000
    hosts[host].isBusy = false
    hosts[host].hasTurnedAway = false
    endSymptoms(of: host)
    resetEffects(ofHost: host)
    noteReboot(host)
    try later(
      .hostStarted,
      host,
      stamp: hosts[host].stamp,
      after: ticks ?? WorldConstants.bootTicks,
      &queue
    )
  }

  mutating func hostStarted(
    _ host: Int,
    _ stamp: UInt32,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    guard hosts[host].stamp & Payload.stampMask == stamp else { return }
    hosts[host].power = .up
    hosts[host].since = now
    try takeUpSystem(of: host, &queue)
    for process in Int(hosts[host].firstProcess)..<Int(hosts[host].lastProcess)
    where processes[process].startsWithHost {
      try start(process, &queue)
    }
    try scheduleHostUptime(host, &queue)
  }

  /// Nothing on a host does anything any more, until somebody starts it again.
  mutating func hang(host: Int, site: Int?, _ queue: inout BoundedQueue) throws(Halt) {
    guard hosts[host].power == .up else { return }
    hosts[host].power = .hanging
    hosts[host].since = now
    for process in Int(hosts[host].firstProcess)..<Int(hosts[host].lastProcess) {
      try hang(process, isStoppable: false, site: site, &queue)
    }
  }

  /// Bytes move from one disk to another; number 0 is none.
  mutating func moveBytes(_ bytes: Int, from old: Int, to new: Int) {
    if old != 0 { disks[old].free += bytes }
    if new != 0 {
      disks[new].free -= bytes
      if disks[new].free < disks[new].watermark { hasLowDisk = true }
    }
  }

  /// Whether a disk has room for so many bytes.
  @inline(__always)
  func hasRoom(_ disk: Int, for bytes: Int) -> Bool { disk == 0 || disks[disk].free > bytes }
}
