import Kernel
import Plan

/// What defects wait for, and what they do.
struct EffectTable: ~Copyable {
  var sites: Slab<SiteState>
  var watches: Slab<Watch>
  var rows: Slab<EffectRow>
  /// How often each row did what leaves no other trace, and when.
  var doings: Slab<Doing>
  /// For each process and each event or decision: where its watches begin.
  let starts: Slab<UInt32>
  /// The facts of each host that gates read, those in force and those that wait for a restart.
  var facts: Slab<Int64>
  var pending: Slab<Int64>
  let factCount: Int
  let factKinds: [Fact]
  let tests: Slab<GateTest>
  /// Of each defect: alternatives as ranges of tests, then needs.
  let alternatives: Slab<GateRange>
  var latches: Slab<Latch>
  var latchCount = 0
  var closures = Slab<Closure>(count: 256)
  var closureCount = 0

  static let codes = EventKind.slotCount + DecisionKind.slotCount
  /// A fact that a host does not have.
  static let absent = Int64.min
  static let spans = 8

  struct SiteState: BitwiseCopyable {
    var defect: UInt32 = 0
    var host: UInt32 = 0
    var isOpen = false
    var triggers: UInt64 = 0
    var idle: UInt64 = 0
    var first: UInt64 = 0
    var last: UInt64 = 0
    var spanCount: UInt32 = 0
    var froms = InlineArray<8, UInt64>(repeating: 0)
    var untils = InlineArray<8, UInt64>(repeating: .max)
  }

  struct Watch: BitwiseCopyable {
    var site: UInt32 = 0
    var process: UInt32 = 0
    var testCount: UInt8 = 0
    var cause = Cause.event
    var slots = InlineArray<8, UInt8>(repeating: 0)
    var lows = InlineArray<8, Int>(repeating: 0)
    var highs = InlineArray<8, Int>(repeating: 0)
    var hasProbability = false
    var probability: UInt64 = 0
    var needed: UInt32 = 1
    var counted: UInt32 = 0
    var firstRow: UInt32 = 0
    var lastRow: UInt32 = 0
    var interval: UInt64 = 0
    var stream: RandomStream
  }

  struct Doing: BitwiseCopyable {
    var count: UInt64 = 0
    var first: UInt64 = 0
    var last: UInt64 = 0
  }

  enum Cause: UInt8 {
    case event
    case decision
    case level
    case uptimeOfProcess
    case uptimeOfHost
    case every
  }

  struct GateTest: BitwiseCopyable {
    var fact: UInt32
    var from: Int64
    var below: Int64
  }

  struct GateRange: BitwiseCopyable {
    var firstTest: UInt32 = 0
    var lastTest: UInt32 = 0
    var defect: UInt32 = 0
    /// One of the alternatives, or else what all of them need.
    var isAlternative = false
  }

  struct Latch: BitwiseCopyable {
    var process: UInt32 = 0
    var place: Int32 = -1
    var passage: UInt8 = 0
    var reset = Reset.restart
    var workers: UInt16 = 0
    var isUsed = false
    /// Its place among closures; -1 where there is no room for it.
    var closure: Int32 = -1
  }

  /// A passage that a defect closed, for reports.
  struct Closure: BitwiseCopyable {
    var site: UInt32 = 0
    var passage: UInt8 = 0
    /// What it was closed for; -1 for all.
    var key = -1
    var from: UInt64 = 0
    var until: UInt64 = .max
    /// The process whose end opens it again, plus one; 0 where a latch says when.
    var process: UInt32 = 0
  }
}

/// One thing that a defect does.
struct EffectRow: BitwiseCopyable {
  var operation = Operation.log
  var site: UInt32 = 0
  var resource: UInt8 = 0
  var holder = Party.process
  var owner = Party.process
  var isKeyed = false
  var low = 0
  var high = 0
  var measure: UInt8 = 0
  var passage: UInt8 = 0
  var reset = Reset.restart
  var isStoppable = true
  var isHost = false
  /// Whether it outlasts the end of its process.
  var isOnDisk = false
  var answer: UInt8 = 0
  var period: UInt64 = 0
  var logCode: UInt32 = 0

  enum Operation: UInt8 {
    case leak
    case withhold
    case stop
    case hang
    case block
    case latch
    case poison
    case answer
    case strand
    case grow
    case distort
    case log
  }

  /// Whom a row means: a process of the ledger, or one that the event tells.
  struct Party: BitwiseCopyable, Equatable {
    let raw: Int32
    static let process = Party(raw: -1)
    static let caller = Party(raw: -2)
    static let none = Party(raw: -3)
  }
}
