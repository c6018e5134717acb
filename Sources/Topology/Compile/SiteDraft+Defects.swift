import Plan
import Schema

extension SiteDraft {
  /// Where each defect can be in force: the hosts that have a process in which it can be triggered.
  func sites(of defects: [Defect], _ plans: [HostPlan]) -> [DefectSite] {
    let own = (
      activities: Set(activities.map(\.process)), movers: Set(movers.map(\.process))
    )
    return defects.enumerated().flatMap { number, defect in
      plans.enumerated().compactMap { index, host -> DefectSite? in
        let processes = host.processes.filter { canTrigger(defect, in: $0, own) }
        guard !processes.isEmpty else { return nil }
        return DefectSite(
          defect: number,
          host: HostID(index),
          processes: processes,
          verdict: defect.gate.verdict { host.value(of: $0) }
        )
      }
    }
  }

  /// Whether what triggers a defect can happen in a process.
  private func canTrigger(
    _ defect: Defect,
    in id: ProcessID,
    _ own: (activities: Set<ProcessID>, movers: Set<ProcessID>)
  ) -> Bool {
    let process = processes[id.index]
    let family = hosts[process.host.index].entry.system.value.family
    switch defect.trigger.cause {
    case .event(let event):
      switch event.process {
      case .any: return process.service != nil
      case .image(let image): return process.image == image
      case .images(let images): return isNamed(process.image, among: images, by: defect)
      case .registryServer: return process.image == family.registryServerImage
      case .activity: return own.activities.contains(id)
      case .mover: return own.movers.contains(id)
      }
    case .decision(let decision): return isNamed(process.image, among: decision.images, by: defect)
    case .level(_, let of, _): return isMeant(of, process, family)
    case .uptime, .every:
      return defect.effects.contains { effect in
        switch effect.mechanism {
        case .hang(let who, _): isMeant(who, process, family)
        case .stop(let who), .poison(let who): isMeant(who, process, family)
        case .leak(_, _, let holder, _, _), .grow(_, _, _, let holder, _):
          isMeant(holder, process, family)
        case .block(let passage, _), .latch(let passage, _, _), .strand(let passage, _):
          passage.images.contains(process.image)
        case .withhold, .answer, .distort, .log: false
        }
      }
    }
  }

  /// Whether a defect means a program, where several do the same: those that its gate names, if any.
  private func isNamed(_ image: String, among images: [String], by defect: Defect) -> Bool {
    guard images.contains(image) else { return false }
    let named = defect.gate.alternatives.joined().compactMap { test in
      if case .file(let file) = test.fact, images.contains(file) { file } else { nil }
    }
    return named.isEmpty || named.contains(image)
  }

  private func isMeant(
    _ reference: ProcessReference,
    _ process: ProcessPlan,
    _ family: OperatingSystem.Family
  ) -> Bool {
    switch reference {
    case .image(let image): process.image == image
    case .registryServer: process.image == family.registryServerImage
    case .process, .peer, .caller: process.service != nil
    // Winlogon stands for the system, which has no process of its own here.
    case .system: process.image == "winlogon.exe"
    }
  }

  private func isMeant(
    _ reference: ProcessOrHost,
    _ process: ProcessPlan,
    _ family: OperatingSystem.Family
  ) -> Bool {
    switch reference {
    case .host: isMeant(.system, process, family)
    case .process(let reference): isMeant(reference, process, family)
    }
  }
}
