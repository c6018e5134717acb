import Kernel
import Plan

extension SiteWorld {
  /// Whether the neighbour of a link answers.
  mutating func reaches(_ place: Int) -> Bool {
    let connector = Int(mail.work[place].connector)
    if connector != 0, connectorFaults[connector - 1] > 0 { return false }
    let neighbour = Int(mail.places[place].key)
    return isRunning(Int(servers[neighbour].agent))
  }

  mutating func linkLatency(_ place: Int) -> UInt64 {
    let connector = Int(mail.work[place].connector)
    return connector == 0
      ? WorldConstants.siteLatency : plan.connectors[connector - 1].latency.ticks
  }

  /// How fast messages pass a link.
  mutating func linkSpeed(_ place: Int) -> WorldConstants.Speed {
    let connector = Int(mail.work[place].connector)
    guard connector != 0 else { return WorldConstants.siteSpeed }
    return connectorSpeeds[connector - 1]
  }

  /// Nothing has been sent for so long that the associations end.
  mutating func closeLink(_ place: Int, _ queue: inout BoundedQueue) throws(Halt) {
    let server = Int(mail.places[place].owner)
    giveBlocks(Int(mail.work[place].workers), server)
    mail.work[place].workers = 0
    mail.work[place].state = LinkState.closed.rawValue
    mail.places[place].restamp()
    _ = try occur(.mtaClose, in: Int(servers[server].agent), link: place, reason: .idle, &queue)
    guard mail.places[place].isEmpty, mail.work[place].state == 0 else { return }
    let (next, previous) = (
      mail.places[place].nextOfOwner, mail.places[place].previousOfOwner
    )
    if previous == 0 {
      servers[server].firstLink = next
    } else {
      mail.places[Int(previous) - 1].nextOfOwner = next
    }
    if next != 0 { mail.places[Int(next) - 1].previousOfOwner = previous }
    mail.forget(place)
  }

  /// The priority of a message: 0 urgent, 1 normal, 2 non-urgent. Reports are normal.
  @inline(__always)
  func priority(of copy: Int) -> Int {
    mail.copies[copy].has(.report) ? 1 : Int(flows.states[mail.copies[copy].flow].priority)
  }
}
