import Kernel
import Plan

/// People who read their mail by POP3, and their sessions.
struct LogonTable: ~Copyable {
  var populations: Slab<Population>
  let profiles: ArrivalProfileTable
  var sessions: Slab<LogonSession>
  private var free: UInt32 = 0
  private var used = 0

  struct Population: BitwiseCopyable {
    var arrivals: Arrivals
    var stream: RandomStream
    var server: UInt32 = 0
    /// How many they are, and how many of them are connected or will try again.
    var people: UInt32 = 0
    var busy: UInt32 = 0
    var usesNTLM = false
    var badPassword: UInt64 = 0
    var retries: UInt8 = 0
    var retryAfter: UInt64 = 0
    var length: UInt64 = 0
    var attempts: UInt64 = 0
    var failures: UInt64 = 0
    var refused: UInt64 = 0
  }

  struct LogonSession: BitwiseCopyable {
    var phase = Phase.idle
    var isBad = false
    var attempts: UInt8 = 0
    var stamp: UInt32 = 0
    var population: UInt32 = 0
    var next: UInt32 = 0
    var since: UInt64 = 0
    var socket: Lease = .ended
    var credential: Lease = .ended
  }

  enum Phase: UInt8 {
    case idle
    case connecting
    /// USER, or the first message of NTLM.
    case naming
    /// The second message of NTLM.
    case challenged
    /// PASS, or the third message.
    case proving
    case reading
    case waiting
  }

  init(_ plan: SitePlan, seed: UInt64, replication: UInt64) {
    var list: [Population] = []
    var volumes: [ArrivalProfileTable.Description] = []
    var sessions = 0
    for population in plan.populations {
      func stream(_ purpose: String) -> RandomStream {
        RandomStream(
          seed: seed,
          replication: replication,
          entity: StableName("pop3", population.name),
          purpose: StableName(purpose)
        )
      }
      var state = Population(arrivals: Arrivals(stream("arrivals")), stream: stream("passwords"))
      state.server = UInt32(population.server.index)
      state.people = UInt32(population.users)
      state.usesNTLM = population.usesNTLM
      state.badPassword = FlowTable.threshold(population.badPasswordBillionths)
      state.retries = UInt8(min(population.retries, 255))
      state.retryAfter = population.retryAfter.ticks
      state.length = population.session.ticks
      list.append(state)
      volumes.append(
        plan.arrivals(population.hours, each: population.check, of: population.users)
      )
      sessions += Self.sessions(of: population)
    }
    populations = Slab(list)
    profiles = FlowTable.profiles(volumes)
    self.sessions = Slab(count: sessions)
  }

  /// How many sessions a population can have at a time: one for each of its people.
  static func sessions(of population: PopulationPlan) -> Int { population.users }

  var bound: Int { used }

  /// A session; nothing where all of the population are busy already.
  mutating func make(_ population: Int) -> Int? {
    guard populations[population].busy < populations[population].people else { return nil }
    let index: Int
    if free != 0 {
      index = Int(free) - 1
      free = sessions[index].next
    } else {
      guard used < sessions.count else { return nil }
      index = used
      used += 1
    }
    populations[population].busy += 1
    let stamp = sessions[index].stamp &+ 1
    sessions[index] = LogonSession()
    sessions[index].stamp = stamp
    sessions[index].population = UInt32(population)
    return index
  }

  mutating func end(_ session: Int) {
    sessions[session].stamp &+= 1
    sessions[session].phase = .idle
    populations[Int(sessions[session].population)].busy -= 1
    sessions[session].next = free
    free = UInt32(session) + 1
  }
}
