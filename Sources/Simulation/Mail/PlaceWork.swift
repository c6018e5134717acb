/// Who serves a place, and what becomes of it in a process that handles connections.
struct PlaceWork: BitwiseCopyable {
  /// The process that serves it.
  var process: UInt32 = 0
  /// How many workers there are, and how many are lost.
  var workers: UInt16 = 0
  var blocked: UInt16 = 0
  /// One more than the connector that a link uses; 0 within a site.
  var connector: UInt32 = 0
  /// Of a link: how often it could not be opened. Of a domain: how many sessions it has.
  var attempts: UInt16 = 0
  /// How far a link is: see `LinkState`. Of a domain: whether it stands in line.
  var state: UInt8 = 0
  /// Of a domain: it has all the connections that it may have.
  var isFull = false
  /// Of a domain: when the first time of what stands in line is over, if that is watched for.
  var watched: UInt64 = .max
  /// Fills half a line, so that none lies across two.
  private var padding: UInt64 = 0
}
