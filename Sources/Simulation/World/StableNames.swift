import Kernel
import Plan

/// What each thing is called, as a number that no other change of the topology touches.
struct StableNames: ~Copyable {
  private let flows: Slab<UInt64>
  private let tables: Slab<UInt64>
  private let starts: Slab<UInt32>

  init(_ plan: SitePlan) {
    let flows = plan.flows.map { StableName("flow", $0.name).bits }
    self.flows = Slab(flows)
    var tables: [UInt64] = []
    var starts: [UInt32] = []
    for happening in Happening.allCases {
      starts.append(UInt32(tables.count))
      switch happening {
      case .mailWritten: tables += flows
      case .moverCycle, .moverStep:
        tables += plan.movers.map { StableName("mover", $0.name).bits }
      case .logonDue: tables += plan.populations.map { StableName("pop3", $0.name).bits }
      case .toolDue: tables += plan.administrations.map { StableName("tool", $0.name).bits }
      case .activityDue: tables += plan.activities.map { StableName("activity", $0.name).bits }
      case .processStarted:
        tables += plan.processes.map { process in
          StableName(plan.hosts[process.host.index].name, process.service ?? process.image).bits
        }
      case .hostStarted: tables += plan.hosts.map { StableName("host", $0.name).bits }
      case .scriptDue, .faultOver: tables += plan.script.map { StableName("script", $0.name).bits }
      default: break
      }
    }
    starts.append(UInt32(tables.count))
    self.tables = Slab(tables)
    self.starts = Slab(starts)
  }

  /// The name of a message, of its flow's and its number.
  @inline(__always)
  func message(_ identity: UInt64) -> UInt64 {
    let flow = Int(identity >> 40)
    return (flow < flows.count ? flows[flow] : 0) ^ (identity & 0xffff_ffff)
      &* 0x9e37_79b9_7f4a_7c15
  }

  /// The name of what an event is about.
  @inline(__always)
  func entity(_ happening: Happening, _ index: Int) -> UInt64 {
    let kind = Int(happening.rawValue)
    let start = Int(starts[kind])
    return start + index < Int(starts[kind + 1]) ? tables[start + index] : UInt64(index)
  }
}

extension Slab {
  /// A slab of these values.
  init(_ values: [Element]) {
    self.init(count: values.count)
    for (index, value) in values.enumerated() { self[index] = value }
  }
}
