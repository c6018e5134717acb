import Kernel
import Plan

/// Everything that is the case in a site: what runs where, where each message is, who holds what.
///
/// ```
///   flows ─► post offices ─► movers ─► post offices
///     │          ▲              │
///     ▼          │              ▼
///   stores ◄─► transfer agents ◄─► interchange
///                  ▲
///                  ▼
///            Internet Mail Service ◄─► the Internet
/// ```
///
/// A part of the site is a file or two: `SiteWorld+Store`, `+TransferAgent`, `+Movers` … Each says what
/// happens there, asks `occur` whether a defect has to say something about it, and hands the message on.
struct SiteWorld: ~Copyable, World {
  let plan: SitePlan
  let names: StableNames
  let seed: UInt64
  let replication: UInt64
  /// When the run ends: nothing is scheduled after it that begins anew by itself.
  let horizon: UInt64

  /// Messages and where they are.
  var mail: MailPool
  let firstInQueue: Int
  let firstForeign: Int
  var flows: FlowTable
  /// Hosts, processes, disks.
  var hosts: Slab<HostState>
  var processes: Slab<ProcessState>
  var disks: Slab<DiskState>
  let dependencies: Dependencies
  let imageNumbers: ImageNumbers
  var breaths: Slab<Breath>
  var symptoms: SymptomTable
  var reboots: RebootList
  /// The symptoms of each ladder of the ledger, by its number.
  let lastSymptoms: [[Int]]
  var ledger: Ledger
  /// A disk has come below a mark that somebody must see.
  var hasLowDisk = false
  /// Exchange servers and how they find each other.
  var servers: Slab<ServerState>
  let routing: Routing
  /// How many faults close each connector, and how fast it is.
  var connectorFaults: Slab<Int>
  let connectorSpeeds: Slab<WorldConstants.Speed>
  /// The Internet and who speaks with it.
  var services: Slab<ServiceState>
  var mailHosts: Slab<MailHostState>
  let exchangeList: Slab<ExchangeEntry>
  let exchangeStarts: Slab<UInt32>
  let rerouting: Slab<Int32>
  var sessions: SessionTable
  /// Post offices and what moves mail between them.
  var offices: OfficeTable
  var movers: MoverTable
  /// People and tools.
  var logons: LogonTable
  var tools: ToolTable
  var activities: ActivityTable
  /// What defects do.
  var effects: EffectTable
  let traitNames: Slab<UInt32>
  let credentialHolders: Slab<UInt32>
  /// How often each row has distorted its counter.
  var distortions: Slab<Int>
  /// One more than the site of what stops a process at each start.
  var poisoners: Slab<UInt32>
  let strandingProcesses: Slab<Bool>
  /// What is done when.
  var script: ScriptTable
  /// What is kept of it all.
  var probes: ProbeTable
  var log: EventLog
  var trace: TraceRing
  /// How often each kind of event happened.
  var happened: Slab<UInt64>
  /// The present time, as of the event that is handled.
  var now: UInt64 = 0

  var asksForPause: Bool { trace.isFull }

  @inline(__always)
  func identity(of event: ScheduledEvent) -> EventIdentity {
    let payload = Payload(word: event.payload)
    let kind = UInt32(payload.happening.rawValue)
    let index = payload.index
    let name: UInt64 =
      switch payload.happening {
      case .served, .copyDue: names.message(mail.copies[index].identity)
      case .sessionStep: names.message(sessions.name(of: index))
      case .logonStep: UInt64(index)
      case .toolStep: UInt64(index)
      case .linkStep, .placeDue:
        UInt64(mail.places[index].owner) << 32 | UInt64(mail.places[index].key)
      default: names.entity(payload.happening, index)
      }
    return EventIdentity(name: name, kind: kind)
  }

  mutating func handle(_ event: ScheduledEvent, _ queue: inout BoundedQueue) throws(Halt) {
    let payload = Payload(word: event.payload)
    let (index, stamp) = (payload.index, payload.stamp)
    now = event.time.ticks
    happened[Int(payload.happening.rawValue)] &+= 1
    switch payload.happening {
    case .mailWritten: try writeMail(index, &queue)
    case .served: try served(index, stamp, &queue)
    case .copyDue: try copyDue(index, stamp, &queue)
    case .placeDue: try placeDue(index, stamp, &queue)
    case .sessionStep: try sessionStep(index, stamp, &queue)
    case .linkStep: try linkStep(index, stamp, &queue)
    case .moverCycle: try beginCycle(index, stamp, &queue)
    case .moverStep: try moverStep(index, stamp, &queue)
    case .logonDue: try logonDue(index, &queue)
    case .logonStep: try logonStep(index, stamp, &queue)
    case .toolDue: try toolDue(index, &queue)
    case .toolStep: try toolStep(index, stamp, &queue)
    case .activityDue: try activityDue(index, &queue)
    case .processStarted: try processStarted(index, stamp, &queue)
    case .hostStarted: try hostStarted(index, stamp, &queue)
    case .scriptDue: try scriptDue(index, stamp, &queue)
    case .faultOver: try faultOver(index, stamp, &queue)
    case .effectDue: try effectDue(index, stamp, &queue)
    case .sample: try sample(&queue)
    }
    if ledger.hasCrossings { try settleCrossings(&queue) }
  }

  /// Lets something happen after a while.
  @inline(__always)
  func later(
    _ happening: Happening,
    _ index: Int,
    stamp: UInt32 = 0,
    after ticks: UInt64,
    _ queue: inout BoundedQueue
  ) throws(Halt) {
    try queue.schedule(
      Payload(happening, index, stamp: stamp).word,
      at: Instant(ticks: now &+ ticks)
    )
  }
}
