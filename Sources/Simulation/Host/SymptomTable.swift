import Kernel
import Plan

/// Which symptoms showed where, since when and until when: the first of each kind.
struct SymptomTable: ~Copyable {
  var entries: Slab<Entry>
  var count = 0

  struct Entry: BitwiseCopyable {
    var symptom: UInt8 = 0
    var resource: UInt8 = 0
    var host: UInt32 = 0
    /// One more than the process; 0 for the host.
    var process: UInt32 = 0
    var first: UInt64 = 0
    var last: UInt64 = .max
  }

  init(capacity: Int) { entries = Slab(count: capacity) }

  static let capacity = 1_024
}

extension SiteWorld {
  mutating func noteSymptom(_ symptom: Int, _ host: Int, _ process: Int?, _ resource: Int) {
    if let index = symptomIndex(symptom, host, process, resource) {
      symptoms.entries[index].last = .max
      return
    }
    guard symptoms.count < symptoms.entries.count else { return }
    symptoms.entries[symptoms.count] = SymptomTable.Entry(
      symptom: UInt8(symptom),
      resource: UInt8(resource),
      host: UInt32(host),
      process: process.map { UInt32($0) + 1 } ?? 0,
      first: now
    )
    symptoms.count += 1
  }

  mutating func endSymptom(_ symptom: Int, _ host: Int, _ process: Int?, _ resource: Int) {
    if let index = symptomIndex(symptom, host, process, resource) {
      symptoms.entries[index].last = now
    }
  }

  mutating func endSymptoms(of host: Int) {
    for index in 0..<symptoms.count
    where Int(symptoms.entries[index].host) == host && symptoms.entries[index].last == .max {
      symptoms.entries[index].last = now
    }
  }

  mutating func isFelt(_ symptom: Int, on host: Int) -> Bool {
    for index in 0..<symptoms.count {
      let entry = symptoms.entries[index]
      if Int(entry.symptom) == symptom, Int(entry.host) == host, entry.last == .max { return true }
    }
    return false
  }

  private mutating func symptomIndex(
    _ symptom: Int,
    _ host: Int,
    _ process: Int?,
    _ resource: Int
  ) -> Int? {
    for index in 0..<symptoms.count {
      let entry = symptoms.entries[index]
      if Int(entry.symptom) == symptom, Int(entry.host) == host, Int(entry.resource) == resource,
        Int(entry.process) == process.map({ $0 + 1 }) ?? 0
      {
        return index
      }
    }
    return nil
  }
}
