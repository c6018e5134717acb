import Kernel
import Plan

/// What is done when: by changes, operators and faults.
struct ScriptTable: ~Copyable {
  var states: Slab<ActionState>

  struct ActionState: BitwiseCopyable {
    /// Since when its condition holds; `max` where it does not.
    var since: UInt64 = .max
    /// Somebody has noticed and will act.
    var isNoticed = false
    /// What its fault keeps of a disk.
    var taken = 0
    var stamp: UInt32 = 0
    /// The first of the lists of routes that its steps bring.
    var firstRoutes: UInt32 = 0
  }

  init(_ plan: SitePlan) {
    states = Slab(count: plan.script.count)
    var routes: UInt32 = 0
    for (number, action) in plan.script.enumerated() {
      states[number] = ActionState()
      states[number].firstRoutes = routes
      for case .route in action.steps { routes += 1 }
    }
  }
}
