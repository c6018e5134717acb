import Kernel
import Plan

/// The flows of mail: when their next message is written, what it is like, and what became of them.
struct FlowTable: ~Copyable {
  var states: Slab<FlowState>
  var shares: Slab<ShareEntry>
  let profiles: ArrivalProfileTable
  var latencies: HistogramTable
  /// How many recipients were told why not, by flow and reason; the last row is that of reports.
  var returned: Slab<UInt64>
  /// Expectations of a share that arrives within a time.
  var promises: Slab<Promise>
  let promiseClaims: [Int]

  /// Reports that mail did not arrive are counted as if they were a flow, the last one.
  var reports: Int { states.count - 1 }

  struct FlowState: BitwiseCopyable {
    var arrivals: Arrivals
    var stream: RandomStream
    var profile: UInt32 = 0
    var histogram: UInt32 = 0
    var firstSource: UInt32 = 0
    var firstTarget: UInt32 = 0
    var lastTarget: UInt32 = 0
    var firstPromise: UInt32 = 0
    var lastPromise: UInt32 = 0
    var recipients: UInt16 = 0
    var priority: UInt8 = 0
    var traitCount: UInt8 = 0
    /// Which of its traits are flaws of a message, a bit each.
    var unconvertible: UInt8 = 0
    var unaddressable: UInt8 = 0
    var sizes: Lognormal
    var traits = InlineArray<8, UInt64>(repeating: 0)
    var messages: UInt64 = 0
    var sent: UInt64 = 0
    var delivered: UInt64 = 0
    var returnedSum: UInt64 = 0
    var lost: UInt64 = 0
  }

  /// An end, or several that follow one another, up to a part of 2^64 of all messages.
  struct ShareEntry: BitwiseCopyable {
    var upTo: UInt64
    var first: MailPoint
    var members: UInt32
  }

  /// What is counted of the mail that is written in a part of the run.
  struct Promise: BitwiseCopyable {
    var from: UInt64 = 0
    var until: UInt64 = .max
    /// How long it may take, and until when it may arrive; `max` for any.
    var limit: UInt64 = .max
    var deadline: UInt64 = .max
    var isPart = false
    var sent: UInt64 = 0
    var delivered: UInt64 = 0

    @inline(__always)
    func covers(_ written: UInt64) -> Bool { written >= from && written <= until }
  }

  init(_ plan: SitePlan, seed: UInt64, replication: UInt64) {
    var shares: [ShareEntry] = []
    var states: [FlowState] = []
    var volumes: [ArrivalProfileTable.Description] = []
    var promises: [Promise] = []
    var claims: [Int] = []
    func add(_ list: [FlowPlan.Share]) -> UInt32 {
      let first = UInt32(shares.count)
      let total = list.reduce(0) { $0 + $1.billionths }
      var sum = 0
      for (number, share) in list.enumerated() {
        sum += share.billionths
        let upTo =
          number == list.count - 1
          ? UInt64.max
          : UInt64(
            truncatingIfNeeded: (UInt128(UInt64(sum)) << 64) / UInt128(UInt64(max(total, 1))) - 1
          )
        shares.append(
          ShareEntry(upTo: upTo, first: MailPoint(share.end), members: UInt32(share.members))
        )
      }
      return first
    }
    func stream(_ name: String, _ purpose: String) -> RandomStream {
      RandomStream(
        seed: seed,
        replication: replication,
        entity: StableName("flow", name),
        purpose: StableName(purpose)
      )
    }
    let histograms = min(plan.flows.count, Capacities.mostFlowsEach)
    for (number, flow) in plan.flows.enumerated() {
      var state = FlowState(
        arrivals: Arrivals(stream(flow.name, "arrivals")),
        stream: stream(flow.name, "messages"),
        sizes: Self.sizes(flow.sizeBytes)
      )
      state.profile = UInt32(volumes.count)
      volumes.append(plan.arrivals(flow.hours, perDay: Double(flow.perDayMillionths) / 1e6))
      state.histogram = UInt32(min(number, histograms - 1))
      state.firstSource = add(flow.sources)
      state.firstTarget = add(flow.targets)
      state.lastTarget = UInt32(shares.count)
      state.recipients = UInt16(min(flow.recipients, Int(UInt16.max)))
      state.priority = UInt8(flow.priority.ordinal)
      state.traitCount = UInt8(min(flow.traits.count, 8))
      for (trait, share) in flow.traits.prefix(8).enumerated() {
        state.traits[trait] = Self.threshold(share.billionths)
        switch MessageFlaw(rawValue: share.name.lowercased()) {
        case .unconvertible: state.unconvertible |= 1 << UInt8(trait)
        case .invalidAddress: state.unaddressable |= 1 << UInt8(trait)
        case nil: break
        }
      }
      state.firstPromise = UInt32(promises.count)
      for (claim, expectation) in plan.expectations.enumerated() {
        guard case .delivered(flow.name, _, let within) = expectation.claim else { continue }
        let part = expectation.span.part(of: plan.run.duration)
        guard within != nil || part != nil else { continue }
        var promise = Promise()
        if let within { promise.limit = within.ticks }
        if let part {
          promise.isPart = true
          (promise.from, promise.until) = (part.from.ticks, part.until.ticks)
          if within == nil { promise.deadline = part.until.ticks }
        }
        promises.append(promise)
        claims.append(claim)
      }
      state.lastPromise = UInt32(promises.count)
      states.append(state)
    }
    var reports = FlowState(
      arrivals: Arrivals(stream("", "none")),
      stream: stream("", "none"),
      sizes: Self.sizes((1, 1))
    )
    reports.histogram = UInt32(histograms)
    states.append(reports)
    self.states = Slab(states)
    self.shares = Slab(shares)
    self.promises = Slab(promises)
    promiseClaims = claims
    profiles = Self.profiles(volumes)
    latencies = HistogramTable(count: histograms + 1)
    returned = Slab(count: states.count * ReturnReason.allCases.count)
  }

  private static func sizes(_ bytes: (median: Int, p95: Int)) -> Lognormal {
    guard let sizes = try? Lognormal(median: Double(bytes.median), p95: Double(bytes.p95)) else {
      fatalError("a flow's sizes are positive, and the 95th percentile no less than the median")
    }
    return sizes
  }

  static func profiles(_ descriptions: [ArrivalProfileTable.Description]) -> ArrivalProfileTable {
    do throws(ArrivalProfile.Invalid) {
      return try ArrivalProfileTable(descriptions)
    } catch {
      fatalError("a plan's hours and volumes make no profile: \(error)")
    }
  }

  static func threshold(_ billionths: Int) -> UInt64 {
    UInt64(clamping: (UInt128(UInt64(max(billionths, 0))) << 64) / 1_000_000_000)
  }
}
