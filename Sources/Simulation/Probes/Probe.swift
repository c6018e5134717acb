import Kernel
import Plan
import Record

/// A counter that is read: what it shows, of what.
struct Probe: BitwiseCopyable {
  var source = Source.none
  /// What it is of: a process, a host, a server, a place.
  var subject: UInt32 = 0
  /// Of a resource, its number; of a link, the other server.
  var detail: UInt32 = 0
  /// The process without which there is no such counter; one more, 0 for none.
  var process: UInt32 = 0
  var isRate = false
  /// The value in the sample before, for rates.
  var before: Int64 = 0
  /// What a defect makes of it: the first of its rows, and how many.
  var distortion: UInt32 = 0

  enum Source: UInt8 {
    case none
    case heldByProcess, elapsed
    case heldByHost, available, commitLimit, processCount
    case diskFree, diskShare
    case queuedIn, queuedInBytes, enteredIn, queuedOut, queuedOutBytes, enteredOut, leftOut
    case inbound, outbound, totalInbound, totalOutbound, totalRejected, totalFailed
    case waitingOut, waitingIn, returnsOfOutbound, returnsOfInbound
    case bytesIn, bytesOut, messagesIn, messagesOut, allQueued, loops
    case workQueue, workQueueBytes, agentOut, agentIn, agentBytesIn, agentBytesOut, freeBlocks
    case linkCount, linkBytes, linkOldest, linkAssociations, linkInbound, linkFailures
    case connections, people, requests, sendQueue, receiveQueue, delivered
    case logons, logonFailures
    case interchangeIn, interchangeOut, interchangeReturned
    case collected, distributed
    case officeIn, officeOut, officeDelivered, officeReturned
    /// What a defect has taken and keeps: of a site, of a resource.
    case attribution
  }
}
