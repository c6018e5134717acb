import Kernel
import Plan

extension SiteWorld {
  /// What a process writes into temporary files of its own: as much as its disk still has room for.
  mutating func write(_ bytes: Int, in process: Int, ownedBy owner: Int) -> Int {
    let disk = workingDisk(of: process)
    let room = min(bytes, max(disks[disk].free, 0))
    moveBytes(room, from: 0, to: disk)
    if owner < processes.count { processes[owner].fileBytes += room }
    return room
  }

  /// A process has ended, and its temporary files are gone.
  mutating func deleteFiles(of process: Int) {
    guard processes[process].fileBytes > 0 else { return }
    moveBytes(processes[process].fileBytes, from: workingDisk(of: process), to: 0)
    processes[process].fileBytes = 0
    hasLowDisk = true
  }

  /// The disk on which a process works: that of its host's Exchange server, or else the first.
  private func workingDisk(of process: Int) -> Int {
    let host = Int(processes[process].host)
    for server in 0..<servers.count where Int(servers[server].host) == host {
      return Int(servers[server].disk)
    }
    return plan.hosts[host].disks.first.map { $0.index + 1 } ?? 0
  }
}
