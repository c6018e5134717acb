import Kernel
import Plan
import Record

/// Records in which anything stands that a record can hold, from a seed.
struct RandomRecord {
  var state: UInt64

  /// A record of the seed `seed`.
  static func make(_ seed: UInt64) -> RunRecord {
    var chance = RandomRecord(state: seed)
    return chance.record()
  }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  private mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  private mutating func count() -> UInt64 {
    below(8) == 0 ? UInt64(Int.max) + next() % 5 - 2 : next() >> UInt64(below(64))
  }

  private mutating func whole() -> Int64 {
    Int64(truncatingIfNeeded: next()) >> Int64(below(63))
  }

  /// A time within eleven years, to the tick.
  private mutating func time() -> Instant {
    Instant(ticks: next() % Interval.days(4_000).ticks >> UInt64(below(40)))
  }

  private mutating func interval() -> Interval { time() - .start }

  private mutating func text() -> String {
    let words = [
      "", "HUB1", "a\"b", "ümläut", "line\nbreak", "<&>'", "\u{0}\u{1B}[31m", "😀", "\u{2028}", "\\",
    ]
    return words[below(words.count)] + words[below(words.count)]
  }

  private mutating func optional<Value>(_ make: (inout Self) -> Value) -> Value? {
    below(3) == 0 ? nil : make(&self)
  }

  private mutating func list<Value>(_ make: (inout Self) -> Value) -> [Value] {
    (0..<below(4)).map { _ in make(&self) }
  }

  private mutating func one<Value: CaseIterable>(_: Value.Type) -> Value {
    let all = Array(Value.allCases)
    return all[below(all.count)]
  }

  private mutating func named() -> NamedCount { NamedCount(text(), count()) }

  private mutating func record() -> RunRecord {
    let ending: RunRecord.Ending =
      switch below(3) {
      case 0: .complete
      case 1: .partial
      default: .halted(Halt(one(Halt.Capacity.self), limit: below(1 << 40)))
      }
    return RunRecord(
      title: text(),
      seed: next(),
      replication: count(),
      start: CivilDate(year: 1980 + below(120), month: 1 + below(12), day: 1 + below(28))!,
      duration: interval(),
      warmUp: interval(),
      ending: ending,
      end: time(),
      eventCount: count(),
      fingerprint: next() >> UInt64(below(64)),
      eventCounts: list { $0.named() },
      flows: list { $0.flow() },
      queues: list { $0.queue() },
      hosts: list { $0.host() },
      processes: list { $0.process() },
      log: LogRecord(entries: list { $0.entry() }, totals: list { $0.total() }),
      defects: list { $0.defect() },
      series: series()
    )
  }

  private mutating func flow() -> FlowRecord {
    FlowRecord(
      name: text(),
      messages: count(),
      sent: count(),
      delivered: count(),
      returned: list { $0.named() },
      lost: count(),
      waiting: count(),
      latency: optional { chance in
        FlowRecord.Latency(
          count: chance.count(),
          mean: Double(chance.whole()) / 7,
          p50: chance.count(),
          p95: chance.count(),
          p99: chance.count(),
          longest: chance.count()
        )
      },
      withinCounts: list {
        FlowRecord.Within(limit: $0.interval(), delivered: $0.count(), due: $0.count())
      },
      parts: list { chance in
        FlowRecord.Part(
          from: chance.time(),
          until: chance.time(),
          limit: chance.optional { $0.interval() },
          delivered: chance.count(),
          due: chance.count()
        )
      }
    )
  }

  private mutating func queue() -> QueueRecord {
    QueueRecord(name: text(), count: count(), bytes: count(), oldest: time())
  }

  private mutating func host() -> HostRecord {
    HostRecord(
      name: text(),
      system: text(),
      symptoms: list { chance in
        SymptomRecord(
          symptom: chance.one(Symptom.self),
          resource: chance.text(),
          process: chance.optional { $0.text() },
          first: chance.time(),
          last: chance.optional { $0.time() }
        )
      },
      reboots: list { $0.time() }
    )
  }

  private mutating func process() -> ProcessRecord {
    ProcessRecord(
      host: text(),
      image: text(),
      service: optional { $0.text() },
      version: optional { chance in
        FileVersion(
          .init(chance.below(1_000), chance.below(1_000)),
          build: chance.below(1_000_000),
          revision: chance.below(3)
        )
      },
      state: one(ProcessRecord.State.self),
      starts: count(),
      stops: list { chance in
        ProcessRecord.Stop(
          time: chance.time(),
          reason: chance.one(ProcessRecord.Reason.self),
          defect: chance.optional { $0.text() },
          restarted: chance.optional { $0.time() }
        )
      },
      stopCount: count()
    )
  }

  private mutating func entry() -> LogRecord.Entry {
    LogRecord.Entry(time: time(), host: text(), source: text(), id: below(65_536), text: text())
  }

  private mutating func total() -> LogRecord.Total {
    LogRecord.Total(
      host: text(),
      source: text(),
      id: below(65_536),
      count: count(),
      first: time(),
      last: time()
    )
  }

  private mutating func defect() -> DefectRecord {
    DefectRecord(
      id: text(),
      host: text(),
      processes: list { $0.text() },
      inForce: list { chance in
        DefectRecord.Span(from: chance.time(), until: chance.optional { $0.time() })
      },
      triggers: count(),
      firstTrigger: optional { $0.time() },
      lastTrigger: optional { $0.time() },
      idleTriggers: count(),
      takings: list { $0.taking() },
      closures: list { chance in
        .init(
          passage: chance.text(),
          from: chance.time(),
          until: chance.optional { $0.time() }
        )
      },
      doings: list { chance in
        DefectRecord.Doing(
          mechanism: chance.one(MechanismKind.self),
          what: chance.text(),
          count: chance.count(),
          first: chance.time(),
          last: chance.time()
        )
      }
    )
  }

  private mutating func taking() -> DefectRecord.Taking {
    DefectRecord.Taking(
      resource: text(),
      isBytes: below(2) == 0,
      holder: text(),
      amount: whole(),
      taken: whole(),
      series: optional { $0.below(9) },
      limit: optional { chance in
        DefectRecord.Taking.Limit(
          name: chance.text(),
          capacity: chance.whole(),
          amount: chance.whole(),
          rungs: chance.list { chance in
            .init(
              amount: chance.whole(),
              symptom: chance.one(Symptom.self),
              reached: chance.optional { $0.time() }
            )
          },
          series: chance.optional { $0.below(9) }
        )
      }
    )
  }

  private mutating func series() -> SeriesRecord {
    SeriesRecord(
      first: time(),
      asked: interval(),
      kept: interval(),
      sampleCount: below(1 << 40),
      counters: list { chance in
        let isThinned = chance.below(2) == 0
        return SeriesRecord.Counter(
          path: CounterPath(
            host: chance.optional { $0.text() },
            object: chance.text(),
            instance: chance.optional { $0.text() },
            counter: chance.text()
          ),
          kind: chance.one(SeriesRecord.Kind.self),
          divisor: chance.whole(),
          bins: chance.list { chance in chance.optional { $0.bin(isThinned) } }
        )
      }
    )
  }

  private mutating func bin(_ isThinned: Bool) -> SeriesRecord.Bin {
    let value = Int64(below(1 << 52))
    guard isThinned else {
      return .init(
        count: 1,
        first: value,
        least: value,
        greatest: value,
        mean: Double(value),
        last: value
      )
    }
    return .init(
      count: below(1 << 30),
      first: whole(),
      least: whole(),
      greatest: whole(),
      mean: Double(whole()) / 3,
      last: whole()
    )
  }
}
