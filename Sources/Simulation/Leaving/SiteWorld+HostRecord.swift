import Kernel
import Plan
import Record

extension SiteWorld {
  func hostRecords() -> [HostRecord] {
    plan.hosts.enumerated().map { number, host in
      HostRecord(
        name: host.name,
        system: host.system.description,
        symptoms: (0..<symptoms.count).compactMap { index in
          let entry = symptoms.entries[index]
          guard Int(entry.host) == number else { return nil }
          let process = Int(entry.process) - 1
          return SymptomRecord(
            symptom: Symptom.allCases[Int(entry.symptom)],
            resource: resourceName(Int(entry.resource)),
            process: process >= 0 && process < plan.processes.count
              ? plan.processes[process].image : nil,
            first: Instant(ticks: entry.first),
            last: entry.last == .max ? nil : Instant(ticks: entry.last)
          )
        },
        reboots: (0..<reboots.count).compactMap { index in
          Int(reboots.entries[index].host) == number
            ? Instant(ticks: reboots.entries[index].time) : nil
        }
      )
    }
  }

  func resourceName(_ number: Int) -> String {
    number < ResourceKind.allCases.count
      ? ResourceKind.allCases[number].rawValue : "pool \(number - ResourceKind.allCases.count + 1)"
  }

  func processRecord(_ process: Int) -> ProcessRecord {
    let state = processes[process]
    let process = plan.processes[process]
    let stops = (0..<Int(state.toldStops)).map { number in
      let stop = state.history[number]
      let site = Int(stop.site) - 1
      return ProcessRecord.Stop(
        time: Instant(ticks: stop.time),
        reason: ProcessRecord.Reason.allCases[Int(stop.reason)],
        defect: site < 0 ? nil : plan.defects[plan.sites[site].defect].id,
        restarted: stop.restarted == .max ? nil : Instant(ticks: stop.restarted)
      )
    }
    let word: ProcessRecord.State =
      switch state.state {
      case .running: .running
      case .starting: .starting
      case .stopped: .stopped
      case .hanging: .hanging
      }
    return ProcessRecord(
      host: plan.hosts[process.host.index].name,
      image: process.image,
      service: process.service,
      version: process.version,
      state: word,
      starts: UInt64(state.starts),
      stops: stops,
      stopCount: UInt64(state.stops)
    )
  }
}
