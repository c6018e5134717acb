import Kernel
import Plan
import Record

/// How what several defects take comes nearer to a limit.
struct Approach: Sendable {
  private let forecast: Forecast?
  private let growth: Growth?
  private let record: RunRecord
  private let takings: [DefectRecord.Taking]
  /// The pace that is likeliest.
  private let pace: Activity
  /// Which part of it goes on where a host tells every other caller that it is too busy.
  private let partWhenBusy: Double
  /// What is taken at a time.
  private let piece: Double

  /// What a defect takes, and whether callers make it do so: people who log on, tools from afar.
  typealias Mover = (found: DefectRecord, taking: DefectRecord.Taking, isCalled: Bool)

  /// The approach of what these took, as far as their defects are still in force.
  ///
  /// It is seen from the first time at which all of them were at work: what happened before says
  /// nothing of how fast they are together.
  ///
  /// - Parameter paces: those that it may follow, the likelier ones first.
  init(_ movers: [Mover], in record: RunRecord, following paces: [Activity]) {
    let active = movers.filter { mover in
      mover.found.inForce.last.map { $0.until == nil } ?? false
    }
    self.record = record
    pace = paces[0]
    takings = movers.map(\.taking)
    func taken(_ movers: [Mover]) -> Double {
      movers.reduce(0) { $0 + Double($1.taking.taken) }
    }
    partWhenBusy = active.isEmpty ? 1 : 1 - taken(active.filter(\.isCalled)) / taken(active) / 2
    let triggers = active.reduce(0) { $0 + Double($1.found.triggers) }
    piece = triggers > 0 ? taken(active) / triggers : 0
    let from = active.map { mover in
      max(mover.found.inForce.last?.from ?? .start, mover.found.firstTrigger ?? .start)
    }.max()
    growth = from.flatMap { Growth(active.map(\.taking), in: record, from: $0) }
    forecast = growth.flatMap { Forecast($0, following: paces) }
  }

  /// How fast it grows in a day; nothing where no defect is at work any more.
  var perDay: Outlook.Estimate {
    forecast?.perDay ?? Outlook.Estimate(value: 0, low: 0, high: 0)
  }

  /// What everybody else holds of a limit.
  func others(_ limit: DefectRecord.Taking.Limit) -> Others {
    Others(limit, besides: takings, in: record, pace)
  }

  /// When an amount is reached, in seconds since the start; nil where it will not be, or nobody knows.
  func time(
    to amount: Int64,
    of limit: DefectRecord.Taking.Limit,
    besides others: Others
  ) -> Outlook.Estimate? {
    guard let forecast else { return nil }
    let own = Double(takings.reduce(0) { $0 + $1.amount })
    let turnedAway = slower(to: amount, of: limit, others)
    let missing = Double(amount) - own + turnedAway
    if isFreedInTime(Double(amount) - others.level, forecast) { return nil }
    // Who has no more memory goes on with what it has; who gets no handle does not.
    let isFull = amount >= limit.capacity && takings.allSatisfy(\.isBytes)
    return forecast.time { reading in
      var need = others.need(missing, isFull: isFull, reading)
      // Every other caller is turned away; whether it is one of those that count is chance.
      need.variance += turnedAway * piece / 2
      return need
    }
  }

  /// What could be taken at the present pace in the time that a busy host gains on the way to an amount.
  ///
  /// It is busy while it holds so much, and not by what a caller holds for the moment.
  private func slower(
    to amount: Int64,
    of limit: DefectRecord.Taking.Limit,
    _ others: Others
  ) -> Double {
    let busy = limit.rungs.filter { $0.symptom == .rpcBusy && $0.amount > limit.amount }
    guard let from = busy.map(\.amount).min(), from < amount else { return 0 }
    return max(Double(amount - from) - others.swing, 0) * (1 / partWhenBusy - 1)
  }

  /// Whether what is taken is freed again and again, each time before it comes so far.
  private func isFreedInTime(_ room: Double, _ forecast: Forecast) -> Bool {
    guard let releases = growth?.releases, releases.count >= 2 else { return false }
    let gaps = zip(releases, releases.dropFirst()).map { $1 - $0 }
    return forecast.perDay.value * gaps.max()! < room
      && record.end.days - releases.last! <= gaps.max()! * 1.5
  }
}
